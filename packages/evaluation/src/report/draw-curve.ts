import type { EvaluationPart } from '@personate/contracts';
import { escapeHtml } from './escape-html.ts';

type Curve = EvaluationPart['curves'][number];

const [width, height] = [560, 180];
const edge = { left: 44, right: 12, top: 10, bottom: 34 };

/** Shares over something, as a line with its points; both axes named. */
export function drawCurve({ name, xLabel, points }: Curve): string {
  const xs = points.map(({ x }) => x);
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const across = width - edge.left - edge.right;
  const down = height - edge.top - edge.bottom;
  const placeX = (x: number) =>
    edge.left + (last === first ? across / 2 : (across * (x - first)) / (last - first));
  const placeY = (y: number) => edge.top + down * (1 - y);
  const line = points.map(({ x, y }) => `${placeX(x).toFixed(1)},${placeY(y).toFixed(1)}`);
  const grid = [0, 0.5, 1].map(
    (y) =>
      `<path class="grid" d="M${edge.left} ${placeY(y)}H${width - edge.right}"/>` +
      `<text class="tick" x="${edge.left - 8}" y="${placeY(y) + 4}" text-anchor="end">${100 * y} %</text>`,
  );
  const ticks = points.map(
    ({ x }) =>
      `<text class="tick" x="${placeX(x).toFixed(1)}" y="${height - edge.bottom + 16}" text-anchor="middle">${x}</text>`,
  );
  const dots = points.map(
    ({ x, y }) =>
      `<circle class="dot" cx="${placeX(x).toFixed(1)}" cy="${placeY(y).toFixed(1)}" r="3.5"><title>${xLabel} ${x}: ${Math.round(100 * y)} %</title></circle>`,
  );
  const told = points.map(({ x, y }) => `${xLabel} ${x}: ${Math.round(100 * y)} %`).join(', ');
  return (
    `<figure><figcaption>${escapeHtml(name)}</figcaption>` +
    `<svg role="img" aria-label="${escapeHtml(told)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    `${grid.join('')}${ticks.join('')}<polyline class="line" points="${line.join(' ')}"/>${dots.join('')}` +
    `<text class="tick" x="${edge.left + across / 2}" y="${height - 4}" text-anchor="middle">${escapeHtml(xLabel)}</text></svg></figure>`
  );
}
