/** Of the report's one page. Light and dark from the system; no font from elsewhere. */
export const reportStyle = `
:root{color-scheme:light dark;--ink:#1f2328;--muted:#646b73;--line:#dfe2e6;--raised:#fff;--ground:#faf9f6;--accent:#2b5c94;--warn:#9a5b00}
@media(prefers-color-scheme:dark){:root{--ink:#e8e6e1;--muted:#a3a099;--line:#3a3834;--raised:#23211d;--ground:#191814;--accent:#8ab4e8;--warn:#e0a54a}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:32px 16px 64px;display:flex;flex-direction:column;gap:24px}
h1{font-size:28px;line-height:1.2;margin:0}h2{font-size:20px;margin:0 0 4px}
p{margin:0}.muted{color:var(--muted)}.small{font-size:14px}
section{background:var(--raised);border:1px solid var(--line);border-radius:8px;padding:16px;display:flex;flex-direction:column;gap:12px;overflow-x:auto}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;font-weight:400;font-size:14px}
.rates th{width:38%}.number{font-variant-numeric:tabular-nums;white-space:nowrap}
svg{display:block;max-width:100%}.rail{fill:var(--line)}.bar{fill:var(--accent)}.span{stroke:var(--ink);stroke-width:1.5;fill:none}
.grid{stroke:var(--line)}.tick{fill:var(--muted);font-size:12px}.line{fill:none;stroke:var(--accent);stroke-width:2}.dot{fill:var(--accent)}
figure{margin:0}figcaption{font-size:14px;color:var(--muted);margin-bottom:4px}
details{border-top:1px solid var(--line);padding-top:8px}summary{cursor:pointer;font-size:14px}
article{border-left:3px solid var(--line);padding:4px 0 4px 12px;margin-top:12px;font-size:14px}article.failed{border-left-color:var(--warn)}
@media(max-width:640px){.rates tr{display:grid;grid-template-columns:1fr auto;gap:0 12px;padding:6px 0}.rates th{grid-column:1/-1;width:auto;padding-bottom:0}}
blockquote{margin:4px 0;font-family:Georgia,serif;font-size:16px;overflow-wrap:anywhere}
`;
