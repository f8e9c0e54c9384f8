import { expect, it } from '@jest/globals';
import type { Evaluation } from '@personate/contracts';
import { belowLeast, compareEvaluations } from './compare-evaluations.ts';
import { measureRate } from './measure-rate.ts';
import { asPart } from './part.ts';
import { renderReport } from './report/render-report.ts';

const report = (passed: number, of: number, version = 1): Evaluation => ({
  personaId: 'ada',
  name: 'Ada <b>',
  version,
  knowledgeRevision: 4,
  speaker: 'extractive',
  judge: null,
  modelFailed: 0,
  startedAt: '2026-01-01T00:00:00.000Z',
  endedAt: '2026-01-01T00:02:00.000Z',
  parts: [
    asPart('probes', {
      rates: [
        measureRate(
          'answered',
          Array.from({ length: of }, (_, i) => i < passed),
        ),
      ],
      curves: [{ name: 'line', xLabel: 'turn', points: [{ x: 10, y: 0.5 }] }],
      cases: [{ question: '<img src=x>', answer: 'A "b"', passed: false, note: 'cited nothing' }],
    }),
    asPart('traits', { notMeasured: 'Without a model.' }),
  ],
});

it('tells a difference from chance by the intervals', () => {
  expect(compareEvaluations(report(5, 50), report(45, 50))[0]).toMatchObject({ isClear: true });
  expect(compareEvaluations(report(22, 25), report(25, 25))[0]).toMatchObject({ isClear: false });
});

it('names what is below its least, and what was not measured at all', () => {
  const least = new Map([
    ['probes.answered', 0.9],
    ['time.known', 0.5],
  ]);
  expect(belowLeast(report(22, 25), least)).toEqual([
    { key: 'probes.answered', wanted: 0.9, rate: 0.88 },
    { key: 'time.known', wanted: 0.5, rate: null },
  ]);
  expect(belowLeast(report(23, 25), new Map([['probes.answered', 0.9]]))).toEqual([]);
});

it('shows what was said as text, in a page that loads nothing', () => {
  const page = renderReport(report(22, 25), report(20, 25));
  expect(page).toContain('&lt;img src=x&gt;');
  expect(page).not.toContain('<img');
  expect(page).not.toMatch(/<script|<[^>]+ (?:src|href)=|url\(/u);
  expect(page).toContain('22 of 25');
  expect(page).toContain('within chance');
  expect(page).toContain('Not measured. Without a model.');
});
