import type { PersonaDocument, PersonaDocumentInput } from '@personate/contracts';
import { cardBroken, cardLimits, cardTooLarge, cardUnknown, idNeeded } from './card-errors.ts';
import { cardDataSchema, elizaSchema } from './card-schema.ts';
import { carriedSubject } from './carried-subject.ts';
import { readCard, type Lore } from './read-card.ts';
import { readCharx } from './charx.ts';
import { carriedEliza, readEliza } from './read-eliza.ts';
import { isRecord, parseCardJson } from './parse-card-json.ts';
import { isPng } from './png-chunks.ts';
import { readPngCard } from './png-card.ts';
import { fillPersona } from './fill-card-persona.ts';

export type CharacterFormat =
  | 'character-card-v1'
  | 'character-card-v2'
  | 'character-card-v3'
  | 'eliza';

/** What of a persona a foreign file tells; `modules` are its parts of a persona document. */
export interface ReadModules {
  name: string;
  modules: Pick<PersonaDocumentInput, 'persona' | 'knowledgeLimits'>;
  lore: Lore[];
  notes: string[];
}

export interface ReadCharacter {
  format: CharacterFormat;
  document: PersonaDocument;
  /** What becomes knowledge: descriptions, lorebook entries, life. */
  lore: Lore[];
  /** The portrait as PNG, without the card in it. */
  picture: Buffer | null;
  /** For people: what was left out, and why. */
  notes: string[];
}

/**
 * Reads a character card (V1, V2, V3; JSON, PNG, APNG, CHARX) or an elizaOS character, by contents. What is not
 * understood is kept in the document's `extensions`, equal in value; secrets are dropped.
 * @throws ExpectedError `card.unknown`, `card.broken`, `card.too-large`, `card.id-needed`.
 */
export async function readCharacter(
  bytes: Buffer,
  options: { fileName: string; id?: string },
): Promise<ReadCharacter> {
  const { fileName } = options;
  if (bytes.length > cardLimits.fileBytes)
    throw cardTooLarge(fileName, `it is larger than ${cardLimits.fileBytes / 1024 ** 2} MB`);
  const { card, picture, notes } = await unwrap(bytes, fileName);
  const format = formatOf(card);
  if (format === null) throw cardUnknown(fileName);
  const read = format === 'eliza' ? readEliza(elizaSchema.parse(card)) : readCardWhole(card);
  if (read.name === '') throw cardBroken(fileName, 'the character has no name');
  const id = options.id ?? idOf(read.name);
  if (id === '') throw idNeeded(read.name);
  // What the file does not say is said aloud by the import.
  const subject = carriedSubject(card) ?? 'fictional';
  const extension = format === 'eliza' ? 'eliza' : 'card';
  return {
    format,
    document: fillPersona({ id, read, subject, extensions: { [extension]: card } }),
    lore: read.lore,
    picture,
    notes: [
      subjectNote(read.name, id, subject),
      ...notes,
      ...newerNote(card, format),
      ...read.notes,
    ],
  };
}

function subjectNote(name: string, id: string, kind: PersonaDocument['subject']['kind']): string {
  const give = `personate persona consent give ${id}`;
  if (kind === 'real')
    return `${name} is made of a living person, by what the file says: it answers nobody until it is stated what they agreed to: ${give} --subject real --basis "…" --evidence "…".`;
  if (kind === 'self')
    return `${name} is made of somebody living, by themselves, by what the file says: it answers nobody until consent is given here: ${give} --subject self, if that is you, or --subject real --basis "…" --evidence "…".`;
  if (kind !== 'fictional') return `${name} counts as ${kind}, by what the file says.`;
  return `${name} is taken for an invented character. If it is made of a living person, say so, and what they agreed to: ${give} --subject real --basis "…" --evidence "…".`;
}

/** A card that was made of an elizaOS character carries it: what a card has no place for comes from there. */
function readCardWhole(card: Record<string, unknown>): ReadModules {
  const read = readCard(cardDataSchema.parse(isRecord(card['data']) ? card['data'] : card));
  const carried = carriedEliza(card);
  if (carried === null) return read;
  const { modules, lore } = readEliza(elizaSchema.parse(carried));
  const { traits, behaviours } = modules.persona ?? {};
  const persona = { ...read.modules.persona, traits, behaviours };
  return { ...read, lore, modules: { ...modules, persona } };
}

async function unwrap(
  bytes: Buffer,
  fileName: string,
): Promise<{ card: Record<string, unknown>; picture: Buffer | null; notes: string[] }> {
  if (isPng(bytes)) return readPngCard(bytes, fileName);
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) {
    const { card, picture, assets } = await readCharx(bytes, fileName);
    const notes =
      assets > 0 ? [`${assets} other files in it (pictures, sound) were left out.`] : [];
    return { card, picture, notes };
  }
  if (!/^\s*\{/.test(bytes.toString('latin1', 0, 100).replace(/^\u00ef\u00bb\u00bf/, '')))
    throw cardUnknown(fileName);
  return { card: parseCardJson(bytes, fileName), picture: null, notes: [] };
}

function formatOf(card: Record<string, unknown>): CharacterFormat | null {
  const { spec, data } = card;
  if (spec === 'chara_card_v3' && isRecord(data)) return 'character-card-v3';
  if (spec === 'chara_card_v2' && isRecord(data)) return 'character-card-v2';
  // A newer specification is read as the newest known.
  if (typeof spec === 'string' && spec.startsWith('chara_card') && isRecord(data))
    return 'character-card-v3';
  const has = (...keys: string[]) => keys.every((key) => Object.hasOwn(card, key));
  if (has('name', 'description', 'first_mes')) return 'character-card-v1';
  if (has('name', 'bio')) return 'eliza';
  return null;
}

function newerNote(card: Record<string, unknown>, format: CharacterFormat): string[] {
  const version = Number.parseFloat(String(card['spec_version']));
  const known = format === 'character-card-v3' ? 3 : format === 'character-card-v2' ? 2 : Infinity;
  return version > known
    ? [`It was made by a newer specification (${version}); what that added is kept, not used.`]
    : [];
}

/** `Zoë O'Hara` → `zoe-o-hara`; '' where nothing is left. */
function idOf(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replaceAll(/^-+|-+$/g, '');
}
