import type { PersonaDocument, Reason } from '@personate/contracts';
import { offLimitsOf, readPlainly, wordsOf, type Touches } from '@personate/language';
import type { Recalled } from '../recall-evidence.ts';
import type { Similarity } from '../similarity.ts';
import { selfNames } from '../understand/self-names.ts';
import type { Understanding } from '../understand/understand-question.ts';
import { chooseMemories, type Told } from './choose-memories.ts';
import { confidenceOf, defaultThreshold, isOthersFact } from './confidence.ts';
import type { Verdict } from './decision-types.ts';
import { featuresOf, type Features } from './features.ts';
import { addressesPersona } from './addresses-persona.ts';
import { answeredQuestion } from './answered-question.ts';
import { isTheirOwn } from './asked-of-them.ts';
import { asksToCalculate } from './asks-to-calculate.ts';
import { isAfterKnowledge, namedDomains } from './knowledge-limits.ts';
import { decideByProfile } from './decide-by-profile.ts';
import { namesBeyond } from './names-beyond.ts';
import { settleOccasion } from './settle-occasion.ts';
import { sourceOf } from './source-of.ts';
import { languageIn, toTell, withoutTopics } from './to-tell.ts';
import { typicalResponse, type TypicalResponse } from './typical-response.ts';

export interface DecideDeps {
  analyse: (text: string, language: string) => string[];
  similarity: Similarity;
}

export interface DecideInput {
  persona: PersonaDocument;
  understanding: Understanding;
  /** null where nothing was to be recalled. */
  recalled: Recalled | null;
  /** What this user told, in earlier conversations and in this one. */
  told: readonly Told[];
  /** Passages cited already in this conversation; left out where the user wants more. */
  cited: ReadonlySet<string>;
  /** Of those, what the last replies rest on. */
  talkedOf?: ReadonlySet<string>;
  /** The persona's replies so far. */
  said?: readonly string[];
  /** The speaker says only what it finds said, and finds out itself whether what was told last answers a short question. */
  seeks?: boolean;
  /** What nothing tells may be made up. */
  improvise?: boolean;
  signal: AbortSignal;
}

/** Above the threshold by no more than this, with less than half of the question covered, it is a part that is answered. */
const partlyMargin = 0.12;
const halfCovered = 0.5;
/** Share of a question in another language than English that the best passages must hold word for word. */
const foreignCoverage = 0.3;
/** The same where nothing was found in the question's language: names carry over, words do not. */
const otherLanguageCoverage = 0.6;
/** A known and an unknown domain in one question: only strong evidence will do. */
const doubtfulDomain = 0.25;

/** Answer, in part, or decline: by rules and one calibrated score, before a word is said. */
export async function decide(deps: DecideDeps, input: DecideInput): Promise<Verdict> {
  const { persona, understanding, told, signal } = input;
  const { asked, question, language, aspect } = understanding;
  const nothing = { confidence: 1, evidence: [], memories: [] };
  const touches = offLimitsOf(persona, deps.analyse);
  // Whoever asks whether it is a person is told so, and whoever is in need is heard, whatever else the message names.
  const owed = understanding.occasion === 'are-you-real' || understanding.occasion === 'in-crisis';
  if (!owed && touches !== null && [asked, question].some((text) => touches(text, language))) {
    return { decision: 'declined', reason: 'off-limits', ...nothing };
  }
  const line =
    owed || understanding.followUp || understanding.aboutUser !== null
      ? null
      : await typicalResponse(deps, asked, persona, language, signal);
  if (
    line !== null &&
    input.said?.some((reply) => reply.includes(line.line)) !== true &&
    touches?.(line.line, language) !== true
  ) {
    const told = tellTypically(deps, line, language, input.recalled);
    if (told !== null) return told;
  }
  const settled = settleOccasion(understanding.occasion);
  if (settled !== null) return { ...settled, ...nothing };
  if (understanding.aboutUser !== null) {
    const chosen = await chooseMemories(
      deps,
      question,
      understanding.aboutUser,
      told,
      language,
      signal,
    );
    if (chosen.length > 0)
      return { decision: 'answered', reason: 'from-memory', ...nothing, memories: chosen };
    // "How much leave do I have?" may be what the documents tell everybody.
    return (
      ofTheHouse(deps, input, touches) ?? {
        decision: 'declined',
        reason: 'no-evidence',
        occasion: 'unknown-about-you',
        ...nothing,
      }
    );
  }
  if (aspect !== null) return { decision: 'answered', reason: 'from-persona', aspect, ...nothing };
  const verdict =
    (await toldBefore(deps, input, touches)) ?? decideByEvidence(deps, input, touches);
  return mayImprovise(input, verdict) ? improvised(input, verdict, touches) : verdict;
}

/**
 * What was mined from a document is told with that document, or not at all; what an operator wrote with the document
 * that says it, where one of those recalled does.
 */
function tellTypically(
  deps: DecideDeps,
  { line, evidence }: TypicalResponse,
  language: string,
  recalled: Recalled | null,
): Verdict | null {
  const told = { decision: 'answered', line, confidence: 1, memories: [] } as const;
  if (evidence.length === 0) {
    const source = sourceOf(deps, line, language, recalled?.results ?? []);
    return source === null
      ? { ...told, reason: 'from-persona', evidence: [] }
      : { ...told, evidence: [source] };
  }
  const source = recalled?.results.find(
    ({ stance, documentId, text }) =>
      stance === 'by' && evidence.includes(documentId) && holds(text, line),
  );
  return source === undefined ? null : { ...told, evidence: [source] };
}

function holds(passage: string, line: string): boolean {
  const words = (text: string): string =>
    wordsOf(text)
      .map((word) => word.toLowerCase())
      .join(' ');
  return words(passage).includes(words(line));
}

function decideByEvidence(deps: DecideDeps, input: DecideInput, touches: Touches | null): Verdict {
  const { persona, understanding, recalled, cited, talkedOf = new Set<string>() } = input;
  const { question, language, more } = understanding;
  const limits = persona.knowledgeLimits;
  // Who does not speak the language has not read the question; only what it is itself can be told.
  const unread = limits.enabled && understanding.unspoken;
  const found = (unread ? [] : (recalled?.results ?? [])).filter(
    ({ passageId }) => !more || !cited.has(passageId) || talkedOf.has(passageId),
  );
  const evidence = toTell(found, persona, touches, language);
  const declined = { decision: 'declined', confidence: 0, evidence: [], memories: [] } as const;
  if (limits.enabled && isAfterKnowledge(question, limits)) {
    return { ...declined, reason: 'after-knowledge-date' };
  }
  // Whoever says that they do not speak the language does not answer in it the turn before.
  if (unread) return { ...declined, reason: 'no-evidence' };
  // "Why?" is asked of what was just told: that it is known is settled.
  const told = evidence.filter(({ passageId }) => talkedOf.has(passageId));
  const onLast = (reason: Reason): Verdict | null =>
    input.seeks === true && told.length > 0 && language === 'en'
      ? { decision: 'answered', orElse: reason, confidence: 0, evidence: told, memories: [] }
      : null;
  const profiled = decideByProfile(persona, understanding, evidence);
  if (profiled !== null) {
    const sought =
      profiled.decision === 'declined' && understanding.followUp
        ? onLast(profiled.reason ?? 'no-evidence')
        : null;
    return sought ?? profiled;
  }
  if (understanding.goesOn && told.length > 0) {
    const rest = evidence.filter(({ passageId }) => !talkedOf.has(passageId));
    return { decision: 'answered', confidence: 1, evidence: [...told, ...rest], memories: [] };
  }
  const domains = namedDomains(question, limits, language, deps.analyse);
  if (limits.enabled && domains.unknown && !domains.known) {
    return { ...declined, reason: 'unknown-domain' };
  }
  if (recalled === null || evidence.length === 0) {
    if (more) return { ...declined, reason: 'no-evidence', occasion: 'tell-more' };
    return limits.enabled
      ? { ...declined, reason: 'no-evidence' }
      : { ...declined, decision: 'answered' };
  }
  if (limits.enabled && plainReading(deps, understanding, evidence) !== null) {
    return { decision: 'answered', confidence: 1, evidence, memories: [] };
  }
  // The bundled embedder knows English: elsewhere a cosine says little more than that the language is the same.
  const inQuestionsLanguage = evidence.some((result) => languageIn(result, persona) === language);
  const foreign =
    language !== 'en' &&
    recalled.signals.coverage < (inQuestionsLanguage ? foreignCoverage : otherLanguageCoverage);
  if (limits.enabled && (foreign || asksToCalculate(question))) {
    return { ...declined, reason: 'weak-evidence' };
  }
  if (limits.enabled && namesBeyond(question, recalled)) {
    return { ...declined, reason: 'other-subject' };
  }
  const features = featuresOf(recalled, question, selfNames(persona));
  const confidence = confidenceOf(features);
  const threshold = (limits.threshold ?? defaultThreshold) + (domains.unknown ? doubtfulDomain : 0);
  const stands = { confidence, evidence, memories: [] };
  if (!limits.enabled) return { decision: 'answered', ...stands };
  if (confidence >= threshold) {
    return confidence < threshold + partlyMargin && recalled.signals.coverage < halfCovered
      ? { decision: 'partly', reason: 'weak-evidence', ...stands }
      : { decision: 'answered', ...stands };
  }
  const reason = whyDeclined(features, confidence, threshold);
  const sought = onLast(reason);
  return sought === null ? { ...declined, reason, confidence } : { ...sought, confidence };
}

/** Somebody asked the persona the very same, and what it said then stands in its knowledge. */
async function toldBefore(
  deps: DecideDeps,
  { persona, understanding, recalled, said = [], signal }: DecideInput,
  touches: Touches | null,
): Promise<Verdict | null> {
  const { asked, question, language, goesOn, more } = understanding;
  const limits = persona.knowledgeLimits;
  if (recalled === null || goesOn || more) return null;
  if (limits.enabled && isAfterKnowledge(question, limits)) return null;
  const replies = (recalled.replies ?? []).filter(
    ({ passage }) => toTell([passage], persona, touches, language).length > 0,
  );
  const told = await answeredQuestion(deps, { asked, question, language }, replies, signal);
  if (told === null || said.some((reply) => reply.includes(told.text))) return null;
  const others = toTell(recalled.results, persona, touches, language).filter(
    ({ passageId }) => passageId !== told.passageId,
  );
  return {
    decision: 'answered',
    tells: told.passageId,
    confidence: 1,
    evidence: [told, ...others],
    memories: [],
  };
}

/** What the user never told, and a heading or a row of the documents tells everybody; never what is theirs alone. */
function ofTheHouse(
  deps: DecideDeps,
  { understanding, recalled, persona }: DecideInput,
  touches: Touches | null,
): Verdict | null {
  const { question, language, unspoken } = understanding;
  const limits = persona.knowledgeLimits;
  if (recalled === null || isTheirOwn(question)) return null;
  if (limits.enabled && (unspoken || isAfterKnowledge(question, limits))) return null;
  const domains = namedDomains(question, limits, language, deps.analyse);
  if (limits.enabled && domains.unknown && !domains.known) return null;
  const evidence = toTell(recalled.results, persona, touches, language);
  const read = plainReading(deps, understanding, evidence, true);
  // What is read out is told from that passage alone: others may name somebody's own.
  return read === null
    ? null
    : { decision: 'answered', confidence: 1, evidence: [read], memories: [] };
}

/** Whose heading asks it, or whose row is named: that it is known is settled, however near the words are. */
function plainReading(
  { analyse }: Pick<DecideDeps, 'analyse'>,
  { asked, question, language, goesOn, profile }: Understanding,
  evidence: Recalled['results'],
  ofAsker = false,
): Recalled['results'][number] | null {
  if (goesOn) return null;
  const of = { asked, question, language, ofAsker, ...(profile === null ? {} : { profile }) };
  const read = readPlainly({ ...of, evidence }, { analyse });
  return read === null ? null : (evidence[read.n - 1] ?? null);
}

/** What is asked of its own life, and is beyond its documents alone: no field that it does not know, no later time, nobody else. */
function mayImprovise(
  { improvise, persona, understanding }: DecideInput,
  verdict: Verdict,
): boolean {
  const { question, unspoken } = understanding;
  return (
    improvise === true &&
    verdict.decision === 'declined' &&
    (verdict.reason === 'no-evidence' || verdict.reason === 'weak-evidence') &&
    verdict.occasion === undefined &&
    !unspoken &&
    !asksToCalculate(question) &&
    addressesPersona(question, selfNames(persona))
  );
}

function improvised(
  { recalled, understanding }: DecideInput,
  verdict: Verdict,
  touches: Touches | null,
): Verdict {
  const found = recalled?.results ?? [];
  return {
    decision: 'answered',
    reason: 'improvised',
    confidence: verdict.confidence,
    evidence: touches === null ? found : withoutTopics(found, touches, understanding.language),
    memories: [],
  };
}

function whyDeclined(features: Features, confidence: number, threshold: number): Reason {
  // Everything would fit, had it not been asked about somebody that the persona has no word of.
  const unnamed = confidenceOf({ ...features, unknownNames: 0, absentName: 0 });
  if (unnamed >= threshold || isOthersFact(features, threshold)) return 'other-subject';
  return confidence < threshold / 3 ? 'no-evidence' : 'weak-evidence';
}
