export { askAll, openAsker, type Asker, type EvaluationClient, type Reply } from './ask.ts';
export { belowLeast, compareEvaluations, type ComparedRate } from './compare-evaluations.ts';
export {
  evaluatePersona,
  type EvaluateInput,
  type EvaluationProgress,
} from './evaluate-persona.ts';
export type { ReplyJournal } from './journal.ts';
export { Pace } from './pace.ts';
export { makeBlindTest, type BlindTest } from './blind/make-blind-test.ts';
export { renderBlindTest } from './blind/render-blind-test.ts';
export { openJudge, type JudgeOptions } from './judge/open-judge.ts';
export { partTitles } from './part-titles.ts';
export { speakerName, speakerOf } from './speaker-name.ts';
export { renderReport } from './report/render-report.ts';
