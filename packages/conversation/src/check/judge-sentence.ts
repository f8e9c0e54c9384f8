import type { AppliedPolicy } from '@personate/contracts';
import { countPersons } from '@personate/knowledge';
import { ordersAMachine, type SpeakRequest } from '@personate/language';
import { claimsToBeHuman } from './claims-to-be-human.ts';
import { coverageOf, lacks, type Grounds } from './grounds.ts';
import { mayBeMadeUp, type Canon } from './improvise.ts';
import { hardFactsOf } from './hard-facts.ts';
import { leftToSay } from './left-to-say.ts';
import { withoutRating } from './rating.ts';
import { ReplyGrounds, type GroundsDeps } from './reply-grounds.ts';
import { restsOn, type PassageGrounds } from './rests-on.ts';
import { speaksAsAssistant } from './speaks-as-assistant.ts';
import { deniesWhatIsTold, isDenial } from './negation.ts';
import { speaksForThem } from './without-line-marks.ts';

export type JudgeDeps = GroundsDeps;

export interface Judgement {
  verdict: 'keep' | 'soften' | 'strike' | 'improvise';
  /** It tells something of the persona or of the world. */
  statesFact: boolean;
  /** The evidence tells what it denies. */
  denies?: true;
  /** Number of the evidence that says it, where it cites other evidence or none. */
  restsOn?: number;
  /** What it cites is on something else. */
  miscited?: true;
}

/**
 * Chosen by reading, not fitted: half of a sentence's words in what it rests on, or a meaning as near
 * as another wording of it has; a third, or half as near, is a doubtful one.
 */
const supported = { one: 0.5, two: 0.7, cosine: 0.6 };
const doubtful = { coverage: 0.34, cosine: 0.45 };
/** Share of a denial's words that the question must hold. */
const denied = 1 / 3;
const fewestTerms = 2;

/** Ties each sentence of a model to what it was given: the evidence, the persona's modules, what the user told. */
export class SentenceJudge {
  readonly #deps: JudgeDeps;
  readonly #request: SpeakRequest;
  readonly #policy: AppliedPolicy;
  /** Absent: nothing may be made up. */
  readonly #canon: Canon | undefined;
  readonly #rests: ReplyGrounds;

  constructor(deps: JudgeDeps, request: SpeakRequest, policy: AppliedPolicy, canon?: Canon) {
    this.#canon = canon;
    this.#rests = new ReplyGrounds(deps, request);
    this.#deps = deps;
    this.#request = request;
    this.#policy = policy;
  }

  async judge(text: string, cites: readonly number[], signal: AbortSignal): Promise<Judgement> {
    const tied = await this.#tie(text, cites, signal);
    if (tied.verdict === 'keep' || this.#policy !== 'improvise') return tied;
    const canon = this.#canon;
    // What the evidence tells otherwise, and what an assistant says, is no invention of the persona's.
    const isBarred =
      tied.denies === true ||
      ordersAMachine(text) ||
      speaksForThem(text) ||
      speaksAsAssistant(text, this.#request.persona);
    if (canon === undefined || isBarred) return tied;
    const isFree = await mayBeMadeUp(this.#deps, this.#request, text.trim(), canon, signal);
    return { verdict: isFree ? 'improvise' : 'strike', statesFact: true };
  }

  async #tie(text: string, cites: readonly number[], signal: AbortSignal): Promise<Judgement> {
    const { language } = this.#request;
    const sentence = text.trim();
    // Whatever the policy: a persona is synthetic, and never denies it.
    if (claimsToBeHuman(sentence)) return { verdict: 'strike', statesFact: true };
    const termsOf = (text: string) => this.#deps.analyse(text, language);
    const all = hardFactsOf(sentence, language);
    const found = { ...all, numbers: withoutRating(all.numbers, this.#request.asked) };
    const facts = { ...found, names: found.names.filter((name) => termsOf(name).length > 0) };
    const hard = facts.numbers.length + facts.names.length > 0;
    const terms = termsOf(sentence);
    const statesFact =
      !/[?？]["'”’»)\]]*$/u.test(sentence) &&
      (hard || termsOf(leftToSay(sentence)).length >= fewestTerms);
    if (this.#policy === 'off') return { verdict: 'keep', statesFact };
    // Copied from a document in which somebody planted it.
    if (ordersAMachine(sentence) || speaksForThem(sentence))
      return { verdict: 'strike', statesFact };
    if (speaksAsAssistant(sentence, this.#request.persona))
      return { verdict: 'strike', statesFact };
    if (isDenial(sentence) && this.#isTold(sentence, termsOf))
      return { verdict: 'strike', statesFact: true, denies: true };
    if (!statesFact) return { verdict: 'keep', statesFact };
    const { first, second } = countPersons(sentence, language);
    const strict = this.#policy === 'strict';
    const bears = (all: readonly Grounds[]): boolean => {
      const { one, two, held } = coverageOf(terms, all);
      const enough = held >= Math.min(fewestTerms, terms.length);
      return enough && (one >= supported.one || two >= supported.two);
    };
    // Most sentences say what they cite, or else what was found: nothing more has to be read then.
    const ofOneself = first > second;
    const bearsOut = (near: readonly Grounds[]): boolean =>
      near.length > 0 && !lacks(facts, near, termsOf) && bears(near);
    const groundsOf = (passages: readonly PassageGrounds[]) =>
      passages.flatMap(({ grounds }) => grounds);
    const cited = groundsOf(this.#rests.evidence(cites, ofOneself));
    if (bearsOut(cited)) return { verdict: 'keep', statesFact };
    const miscited = cites.length > 0 && coverageOf(terms, cited).one < doubtful.coverage;
    const passages = this.#rests.evidence(strict ? cites : null, ofOneself);
    const evidence = groundsOf(passages);
    if (bearsOut(evidence)) {
      const n = restsOn({ terms, facts }, passages, termsOf);
      return {
        verdict: 'keep',
        statesFact,
        ...(n === undefined ? {} : { restsOn: n, ...(miscited ? { miscited } : {}) }),
      };
    }
    const grounds = [...this.#rests.module(), ...evidence];
    // What the user says is no fact about the persona: it bears out what is said to them, and what is denied.
    // Where a denial may be made up, it is checked as that.
    const denies = this.#policy !== 'improvise' && isDenial(sentence);
    if (second > first || denies) grounds.push(this.#rests.user());
    if (lacks(facts, grounds, termsOf)) return { verdict: 'strike', statesFact };
    // Words of two languages are not compared: names and numbers have to do.
    if (!strict && this.#rests.isForeign()) return { verdict: 'keep', statesFact };
    // Where nobody speaks of themselves and nothing is named, it is a way of talking.
    if (!strict && !hard && first === 0) return { verdict: 'keep', statesFact: false };
    // A denial of what was asked: nobody has records of what never was.
    if (!strict && denies && coverageOf(terms, [this.#rests.user()]).one >= denied)
      return { verdict: 'keep', statesFact };
    if (bears(grounds)) return { verdict: 'keep', statesFact };
    const { cosine, n } = await this.#rests.nearest(sentence, strict ? cites : null, signal);
    if (cosine >= supported.cosine)
      return { verdict: 'keep', statesFact, ...(n === undefined ? {} : { restsOn: n }) };
    const near = coverageOf(terms, grounds).one >= doubtful.coverage || cosine >= doubtful.cosine;
    // Courtesy is not remembered rightly or wrongly.
    const doubtable = !strict && !hard && this.#request.occasion === undefined;
    return { verdict: doubtable && near ? 'soften' : 'strike', statesFact };
  }

  /** What it denies stands in the evidence. */
  #isTold(sentence: string, termsOf: (text: string) => string[]): boolean {
    const { asked, question, language } = this.#request;
    // What was joined with the question before is not what is denied.
    const joined = question.length > asked.length && question.includes(asked);
    const of = {
      question: joined ? asked : question,
      language,
      lines: this.#rests.lines().map(({ text }) => text),
    };
    return deniesWhatIsTold(leftToSay(sentence), of, termsOf);
  }
}
