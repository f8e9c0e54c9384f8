import { subjectKindSchema, type PersonaDocument } from '@personate/contracts';
import { isRecord } from './parse-card-json.ts';

type SubjectKind = PersonaDocument['subject']['kind'];
type Json = Record<string, unknown>;

/** Cards and characters are a format for invented people. */
const usual: SubjectKind = 'fictional';
/** Tags of hubs by which makers say that somebody living is meant. */
const realTags =
  /^(?:real|real[ -]?(?:person|people|life)|rpf|irl|celebrit(?:y|ies)|public figures?)$/iu;

/**
 * Whom a card or an elizaOS character says it is made of: in our own extension, or by a tag. What is said there in
 * words that nobody knows is taken for somebody living, as everywhere; null where nothing is said.
 */
export function carriedSubject(character: unknown): SubjectKind | null {
  const ours = member(ownPart(character), 'subject');
  if (ours !== undefined) return subjectKindSchema.safeParse(member(ours, 'kind')).data ?? 'real';
  const tags = member(member(character, 'data') ?? character, 'tags');
  const isReal =
    Array.isArray(tags) &&
    tags.some((tag: unknown) => typeof tag === 'string' && realTags.test(tag.trim()));
  return isReal ? 'real' : null;
}

/** The persona's subject for `data.extensions` of a card; the same object where that says it already. */
export function withCardSubject(data: Json, { subject }: Pick<PersonaDocument, 'subject'>): Json {
  if (says({ data }, subject.kind)) return data;
  const extensions = isRecord(data['extensions']) ? data['extensions'] : {};
  return { ...data, extensions: withSubject(extensions, subject.kind) };
}

/** The same for an elizaOS character, which has no place for extensions but itself. */
export function withElizaSubject(
  character: Json,
  { subject }: Pick<PersonaDocument, 'subject'>,
): Json {
  return says(character, subject.kind) ? character : withSubject(character, subject.kind);
}

function says(character: Json, kind: SubjectKind): boolean {
  return (carriedSubject(character) ?? usual) === kind;
}

function withSubject(holder: Json, kind: SubjectKind): Json {
  const before = isRecord(holder['personate']) ? holder['personate'] : {};
  return { ...holder, personate: { ...before, subject: { kind } } };
}

function ownPart(character: unknown): unknown {
  const inCard = member(member(member(character, 'data'), 'extensions'), 'personate');
  return (
    inCard ?? member(member(character, 'extensions'), 'personate') ?? member(character, 'personate')
  );
}

function member(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}
