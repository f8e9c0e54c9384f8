import type { PersonaDocument } from '@personate/contracts';
import { canonicalJson } from '../yaml/seed-hash.ts';
import { elizaSchema } from './card-schema.ts';
import { withElizaSubject } from './carried-subject.ts';
import { isRecord } from './parse-card-json.ts';
import { carriedEliza, readEliza } from './read-eliza.ts';

type Json = Record<string, unknown>;

/** The persona as an elizaOS character; one that it was imported from is the ground, as for cards. */
export function elizaOf(document: PersonaDocument): Json {
  const original = originalOf(document);
  const { persona, knowledgeLimits, extensions } = document;
  const ground: Json = original ?? {
    name: document.name,
    bio: [],
    adjectives: [],
    topics: [],
    messageExamples: [],
    postExamples: [],
    style: { all: [], chat: [], post: [] },
    // What a card held besides comes back when this is made a card again.
    ...(extensions?.['card'] === undefined ? {} : { personate: { card: extensions['card'] } }),
  };
  const read = readEliza(elizaSchema.parse(ground));
  const was = read.modules;
  const differs = (a: unknown, b: unknown) => canonicalJson(a) !== canonicalJson(b);
  const exchanges = persona.typicalResponses.map(({ prompt, response }) => ({ prompt, response }));
  const traits = persona.traits.map(({ name }) => name);
  const topics = knowledgeLimits.known.map(({ domain }) => domain);
  const written = {
    ...ground,
    ...(document.name === read.name ? {} : { name: document.name }),
    ...(persona.summary === was.persona?.summary ? {} : { bio: [persona.summary] }),
    ...(differs(
      traits,
      was.persona?.traits?.map(({ name }) => name),
    )
      ? { adjectives: traits }
      : {}),
    ...(differs(
      topics,
      was.knowledgeLimits?.known?.map(({ domain }) => domain),
    )
      ? { topics }
      : {}),
    ...(differs(persona.behaviours, was.persona?.behaviours)
      ? {
          style: {
            ...(isRecord(ground['style']) ? ground['style'] : {}),
            all: persona.behaviours,
            chat: [],
          },
        }
      : {}),
    ...(differs(exchanges, was.persona?.typicalResponses)
      ? { messageExamples: exchanges.map((one) => dialogue(document.name, one)) }
      : {}),
  };
  return withElizaSubject(written, document);
}

function originalOf({ extensions }: PersonaDocument): Json | null {
  const { eliza, card } = extensions ?? {};
  return isRecord(eliza) ? eliza : carriedEliza(card);
}

function dialogue(name: string, { prompt, response }: { prompt: string; response: string }) {
  return [
    { name: '{{user1}}', content: { text: prompt } },
    { name, content: { text: response } },
  ];
}
