/** Beside the report's own style. */
export const blindStyle = `
form{display:flex;flex-direction:column;gap:24px}
fieldset{border:1px solid var(--line);border-radius:8px;background:var(--raised);padding:8px 16px 16px;margin:0;min-width:0;display:grid;grid-template-columns:1fr 1fr;gap:12px}
legend{font-size:14px;color:var(--muted);padding:0 4px}
label{display:flex;gap:8px;align-items:baseline;border:1px solid var(--line);border-radius:8px;padding:12px;cursor:pointer;font-family:Georgia,serif;overflow-wrap:anywhere}
label:has(:checked){border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
label:has(:focus-visible){outline:2px solid var(--accent);outline-offset:2px}
label.own{border-style:dashed;border-color:var(--ink)}
.told{grid-column:1/-1;font-size:14px}
button,#save{font:inherit;padding:8px 16px;border-radius:8px;border:1px solid var(--accent);background:var(--accent);color:var(--ground);cursor:pointer;text-decoration:none;display:inline-block}
#save[hidden]{display:none}
@media(max-width:640px){fieldset{grid-template-columns:1fr}}
`;
