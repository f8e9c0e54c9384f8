import { createHash } from 'node:crypto';
import { escapeHtml } from '../report/escape-html.ts';
import { reportStyle } from '../report/report-style.ts';
import { blindScript } from './blind-script.ts';
import { blindStyle } from './blind-style.ts';
import type { BlindTest } from './make-blind-test.ts';

/** One HTML page that opens from the file system, loads nothing and sends nothing: its reader saves the guesses. */
export function renderBlindTest({ pairs, name, ...of }: BlindTest): string {
  const hash = createHash('sha256').update(blindScript).digest('base64');
  const shown = pairs.map(
    ({ own, reply, ownFirst }, n) =>
      `<fieldset data-own="${ownFirst ? 0 : 1}"><legend>${n + 1} of ${pairs.length}</legend>` +
      (ownFirst ? [own, reply] : [reply, own])
        .map(
          (text, side) =>
            `<label><input type="radio" name="pair-${n}" value="${side}"><span dir="auto">${escapeHtml(text)}</span></label>`,
        )
        .join('') +
      '<p class="told" hidden></p></fieldset>',
  );
  const title = `Which one is ${name}?`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'">
<title>${escapeHtml(title)}</title><style>${reportStyle}${blindStyle}</style></head>
<body data-test="${escapeHtml(JSON.stringify(of))}"><main><header><h1 dir="auto">${escapeHtml(title)}</h1>
<p>Of each pair one text is ${escapeHtml(name)}’s own, the other was said by the synthetic persona. Choose the one that is ${escapeHtml(name)}’s own. Nothing leaves this page.</p></header>
<form>${shown.join('\n')}
<section><p id="score" role="status">Choose in each pair.</p><p><button id="tell" type="button">Tell me</button> <a id="save" hidden>Save the guesses</a></p>
<p class="muted small" id="next" hidden>Whoever made this page reads the saved file with <code>personate eval ${escapeHtml(of.personaId)} --blind FILE</code>.</p></section></form>
</main><script>${blindScript}</script></body></html>
`;
}
