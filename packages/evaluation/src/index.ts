export { askAll, openAsker, type Asker, type EvaluationClient, type Reply } from './ask.ts';
export { belowLeast, compareEvaluations, type ComparedRate } from './compare-evaluations.ts';
export { evaluatePersona, type EvaluateInput } from './evaluate-persona.ts';
export { makeBlindTest, type BlindTest } from './blind/make-blind-test.ts';
export { renderBlindTest } from './blind/render-blind-test.ts';
export { openJudge, type JudgeOptions } from './judge/open-judge.ts';
export { partTitles } from './part-titles.ts';
export { renderReport } from './report/render-report.ts';
