export { discloseIn, withoutDisclosure } from './disclose.ts';
export * from './speaker.ts';
export { tellsOfCrisis } from './crisis/tells-of-crisis.ts';
export { baseLanguage, detectLanguage, homeLanguage, isPlainlyIn } from './detect-language.ts';
export { headingAsks, headingOf, wantsOf } from './extractive/headed/asked-heading.ts';
export { readPlainly } from './extractive/headed/read-plainly.ts';
export { asStatement } from './extractive/as-statement.ts';
export { answerTypeOf, holdsAnswerType, type AnswerType } from './extractive/answer-type.ts';
export {
  ExtractiveSpeaker,
  type ExtractiveSpeakerOptions,
} from './extractive/extractive-speaker.ts';
export { birthOf } from './profile/birth.ts';
export { profileEvidence } from './profile/profile-evidence.ts';
export { otherQuestionOf, type OtherQuestion, type OtherSlot } from './profile/other-question.ts';
export { paraphraseProfile } from './profile/profile-paraphrase.ts';
export {
  profileQuestionOf,
  type ProfileQuestion,
  type ProfileSlot,
} from './profile/profile-question.ts';
export {
  readableSentences,
  sentencesFamily,
  sentencesIdentity,
  sentencesKey,
  wholeText,
  type ComparedPassage,
} from './extractive/readable-sentences.ts';
export { isFull, isPlain } from './dial/dial.ts';
export { literal } from './in-pattern.ts';
export { turnSeed } from './extractive/choose-line.ts';
export { humourMarks, humourOf, type HumourMarks } from './humour/humour-marks.ts';
export { humourNature } from './humour/humour-nature.ts';
export { isJesting, isPainful, wantsToLaugh } from './humour/is-painful.ts';
export { ordersAMachine } from './extractive/orders-a-machine.ts';
export { hasOwnJokes } from './extractive/small-talk.ts';
export { whyUnfit } from './extractive/stands-alone.ts';
export { speakDecline } from './extractive/decline.ts';
export { ownLines } from './extractive/small-talk.ts';
export { linesOfNobody, softened } from './extractive/phrases/phrases.ts';
export { isAbbreviated, splitSentences, wordsOf } from './extractive/split-sentences.ts';
export { holdsRun, offLimitsOf, type Touches } from './topics/off-limits.ts';
export { areaUnderCurve } from './tone/area-under-curve.ts';
export { neutralTexts } from './tone/neutral-texts.ts';
export {
  fitTone,
  trainTone,
  type ToneHead,
  type ToneText,
  type TrainedTone,
} from './tone/tone-head.ts';
export { moduleUnits, toneUnits, type ToneUnit } from './tone/tone-units.ts';
export { toFirstPerson } from './extractive/first-person/third-to-first.ts';
export { subjectOf } from './extractive/introduce.ts';
export { genderOfWord } from './extractive/first-person/person-words.ts';
export { plainTerms } from './extractive/plain-terms.ts';
export { checkEndpoint, type CheckEndpointInput } from './endpoint/check-endpoint.ts';
export type { EndpointOptions } from './endpoint/endpoint-options.ts';
export { StructuredModel, type StructuredRequest } from './structured/structured-model.ts';
export { EndpointSpeaker } from './endpoint/endpoint-speaker.ts';
export { findLocalModels, type LocalModels } from './endpoint/find-local-models.ts';
export { observeMessage } from './statements/observe-message.ts';
export {
  doubtedSchema,
  statementSchema,
  type Doubt,
  type Doubted,
  type Statement,
} from './statements/statement.ts';
