import type { MeasuredRate } from '@personate/contracts';
import { escapeHtml } from './escape-html.ts';

const width = 320;
const percent = (value: number) => `${(100 * value).toFixed(0)} %`;

/** A bar from 0 to 100 %, with a line over it from the lower to the upper end of the interval. */
export function drawRates(rates: readonly MeasuredRate[]): string {
  return `<table class="rates">${rates.map(row).join('')}</table>`;
}

function row({ name, passed, of, rate, low, high }: MeasuredRate): string {
  if (rate === null || low === null || high === null)
    return `<tr><th scope="row">${escapeHtml(name)}</th><td colspan="2" class="muted">nothing asked</td></tr>`;
  const told = `${percent(rate)}, between ${percent(low)} and ${percent(high)}`;
  return (
    `<tr><th scope="row">${escapeHtml(name)}</th>` +
    `<td><svg role="img" aria-label="${told}" viewBox="0 0 ${width} 16" width="${width}" height="16">` +
    `<title>${told}</title><rect class="rail" width="${width}" height="8" y="4" rx="4"/>` +
    `<rect class="bar" width="${(width * rate).toFixed(1)}" height="8" y="4" rx="4"/>` +
    `<path class="span" d="M${(width * low).toFixed(1)} 1v14M${(width * low).toFixed(1)} 8H${(width * high).toFixed(1)}M${(width * high).toFixed(1)} 1v14"/></svg></td>` +
    `<td class="number">${passed} of ${of}<br><span class="muted">${percent(low)}–${percent(high)}</span></td></tr>`
  );
}
