import type { PersonaDocument } from '@personate/contracts';
import { contentWords } from '../../words/content-words.ts';
import { splitWords } from '../../words/split-words.ts';
import type { PooledSentence } from './sentence-pool.ts';
import { firstClause, saidOfPersona, type Teller } from './teller.ts';
import { evidenceOf, type Quote } from './told-item.ts';

type Skill = PersonaDocument['skills']['skills'][number];
export type SkillTold = Skill & { quotes: Quote[] };

const mostSkills = 16;

/** "play the fiddle" → "playing the fiddle". Verbs of doing that one can be good at. */
const crafts: Readonly<Record<string, string>> = {
  play: 'playing',
  build: 'building',
  mend: 'mending',
  repair: 'repairing',
  design: 'designing',
  teach: 'teaching',
  paint: 'painting',
  cook: 'cooking',
  bake: 'baking',
  grow: 'growing',
  knit: 'knitting',
  sew: 'sewing',
  sail: 'sailing',
  row: 'rowing',
  speak: 'speaking',
  splice: 'splicing',
  solder: 'soldering',
  sing: 'singing',
  draw: 'drawing',
  carve: 'carving',
  ride: 'riding',
  translate: 'translating',
  program: 'programming',
  coach: 'coaching',
  photograph: 'photographing',
  weave: 'weaving',
  compose: 'composing',
  restore: 'restoring',
  swim: 'swimming',
  dance: 'dancing',
  fish: 'fishing',
  ski: 'skiing',
  climb: 'climbing',
  calibrate: 'calibrating',
  weld: 'welding',
};
const verbs = Object.keys(crafts).join('|');
const adverbs = String.raw`(?:(?:still|also|often|always|now|can|could|usually|mostly|then|just|even|had|have|has|first|soon) )*`;
const shapes: ReadonlyArray<{ pattern: RegExp; level: Skill['level'] }> = [
  {
    level: 'expert',
    pattern: /^(?:.{0,40}\b)?(?:world|national|european) champion (?:in|of|at) (?<what>[^,.;]+)/u,
  },
  {
    level: 'expert',
    pattern:
      /^(?:holds?|earned|received|was awarded|have) (?:a|an|the|his|her) (?:\w+[- ])?(?:black belt|doctorate|master's) in (?<what>[^,.;]+)/u,
  },
  {
    level: 'professional',
    pattern:
      /^(?:taught|teach(?:es)?|trained|coach(?:ed|es)?|give lessons in|gave lessons in) (?!myself|me\b|my\b|him|her|them|us\b|the\b|a\b|people|many|some|others|\w+ (?:to|how))(?<what>[^,.;]+)/u,
  },
  {
    level: 'practised',
    pattern:
      /^(?:taught (?:myself|himself|herself|themselves)|learn(?:ed|t)(?: how)?|was taught|studied|mastered|took lessons in|trained in|practi[sc]e[ds]?)(?: how)? (?<to>to )?(?<what>[^,.;]+)/u,
  },
  {
    level: 'dabbled',
    pattern:
      /^(?:'m |am |was )?(?:still )?(?:learning|trying to learn|beginning)(?: how)? (?<to>to )?(?<what>[^,.;]+)/u,
  },
];
const crafting = new RegExp(
  `^${adverbs}(?<verb>${verbs})(?<past>s|es|ed)? (?!in\\b|on\\b|at\\b|my\\b|with\\b|over\\b|for\\b)(?:the |a |an )?(?<object>[\\p{L}'’ -]{3,40})`,
  'u',
);
/** What one learns that is no skill: a fact, a lesson of life. */
const noSkill =
  /^(?:that|what|how much|why|who|when|where|whether|something|nothing|everything|it|this|them|about|more|a lot|a great deal|all|from|of|in|at|with|by|there|my|me|you|him|her|us|one|two|not to|to|later|again|book|several|many|twenty|thirty|myself|himself|herself)\b/iu;

/** What somebody can do as texts tell it; the level is a modest one unless the words say more. */
export function skillsTold(sentences: readonly PooledSentence[], teller: Teller): SkillTold[] {
  const found = new Map<string, { level: Skill['level']; sentences: PooledSentence[] }>();
  for (const sentence of sentences) {
    if (sentence.text.includes('?')) continue;
    const said = saidOfPersona(sentence, teller);
    const skill = said === undefined ? undefined : skillIn(said.predicate);
    if (skill === undefined) continue;
    const key = /^\p{Lu}/u.test(skill.name) ? skill.name : skill.name.toLowerCase();
    const known = found.get(key);
    if (known === undefined) found.set(key, { level: skill.level, sentences: [sentence] });
    else known.sentences.push(sentence);
  }
  return [...found]
    .map(([name, { level, sentences: told }]): SkillTold => {
      const documents = new Set(told.map(({ documentId }) => documentId)).size;
      return {
        skill: name,
        level,
        keywords: contentWords(name, 'en'),
        ...evidenceOf(told),
        confidence: Math.min(
          0.7,
          0.35 + 0.1 * (documents - 1) + (told.some(({ stance }) => stance === 'by') ? 0.05 : 0),
        ),
      };
    })
    .toSorted((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0) || (a.skill < b.skill ? -1 : 1))
    .slice(0, mostSkills);
}

function skillIn(predicate: string): { name: string; level: Skill['level'] } | undefined {
  const clause = firstClause(predicate);
  if (
    /\b(?:never|not|cannot|hardly|used to|wish|wanted|hoped|would)\b|n't\b/u.test(
      clause.slice(0, 40),
    )
  )
    return undefined;
  const craft = crafting.exec(clause)?.groups;
  if (craft?.['verb'] !== undefined && craft['object'] !== undefined) {
    // What was done one day is no skill: "I painted the words".
    const isHabit = craft['past'] !== 'ed' || !/\b(?:once|that day)\b|\d{4}/u.test(predicate);
    const object = isHabit ? named(craft['object'], 2) : undefined;
    return object === undefined
      ? undefined
      : { name: `${crafts[craft['verb']] ?? craft['verb']} ${object}`, level: 'practised' };
  }
  for (const { pattern, level } of shapes) {
    const said = pattern.exec(clause)?.groups;
    const name = said?.['what'] === undefined ? undefined : named(said['what'], 4);
    const [first = ''] = name?.split(' ') ?? [];
    // "to wait", "to be civil": what is learnt is no craft.
    if (name === undefined || (said?.['to'] !== undefined && !Object.hasOwn(crafts, first)))
      continue;
    return { name: gerund(name), level };
  }
  return undefined;
}

/** The thing itself, without when, where and with whom. */
function named(text: string, mostWords: number): string | undefined {
  const [what = ''] = text.split(
    /\b(?:in the|at the|on the|on a|in a|at|for|from|with|until|till|when|while|because|so that|that|than|after|before|during|since|by|as|under|there|over|without|where|of|and then|every|each|again|all|once|twice|to)\b/u,
  );
  const name = what
    .replace(/[\s,'-]+$/u, '')
    .trim()
    .replace(/^(?:the|a|an|his|her|my|their|some|its) /u, '');
  const count = splitWords(name, 'en').length;
  if (count < 1 || count > mostWords || noSkill.test(name) || contentWords(name, 'en').length === 0)
    return undefined;
  return /\d/u.test(name) ? undefined : name;
}

function gerund(name: string): string {
  const [verb = '', ...rest] = name.split(' ');
  return Object.hasOwn(crafts, verb) ? [crafts[verb], ...rest].join(' ') : name;
}
