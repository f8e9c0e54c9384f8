import type { Document, IngestionOptions, SourceDocument, Stance } from '@personate/contracts';
import { commonSourcePrefix, publicAudience } from '@personate/contracts';
import { documentHash, documentKey } from './identity.ts';
import { guessLanguage } from './guess-language.ts';

/** Longer ones are refused with a problem: a text of this size is a mistake of the export, not a document. */
export const maxTextLength = 1_000_000;

export interface Self {
  id?: string | undefined;
  name: string;
}

export interface NormaliseInput {
  personaId: string;
  /** Of documents that do not name theirs. */
  sourceId: string;
  self: Self | null;
  options: Pick<IngestionOptions, 'stance' | 'audience' | 'kind'>;
}

export type Normalised =
  | { type: 'document'; document: Document }
  | { type: 'skipped'; reason: string }
  | { type: 'problem'; code: string; message: string };

/** Settles identity, stance, audience and language of what a connector read. */
export function normalise(input: NormaliseInput, given: SourceDocument): Normalised {
  const source = asCommon(input, storable(given));
  const text = clean(source.text);
  if (text === '') return { type: 'skipped', reason: 'empty' };
  if (text.length > maxTextLength) {
    return {
      type: 'problem',
      code: 'document.too-long',
      message: `A document of ${text.length} characters is more than the ${maxTextLength} that one may have.`,
    };
  }
  const stance = stanceOf(input, source);
  if (stance === null) {
    return {
      type: 'problem',
      code: 'document.stance-unknown',
      message:
        'The document names no author, so it is not known whether these are the persona’s own words. State the stance of the source: `by` when the persona wrote it, `about` when others wrote about the persona; or give an author.',
    };
  }
  const visibility = source.visibility ?? 'public';
  if (visibility === 'direct' && stance === 'to')
    return { type: 'skipped', reason: 'direct-message-of-others' };

  const { place: _place, sourceId = input.sourceId, facts, ...rest } = source;
  const document = {
    ...rest,
    ...(facts ? { facts } : {}),
    personaId: input.personaId,
    sourceId,
    text,
    stance,
    visibility,
    audience: source.audience ?? input.options.audience ?? audienceOf(visibility),
    language: source.language ?? guessLanguage(text),
  };
  return {
    type: 'document',
    document: {
      ...document,
      documentKey: documentKey(input.personaId, sourceId, source.externalId),
      hash: documentHash(document),
    },
  };
}

/** Whether the author is the persona: by account id where both have one, else by name. */
export function isSelf(author: { id?: string | undefined; name: string }, self: Self): boolean {
  if (author.id !== undefined && self.id !== undefined) return author.id === self.id;
  const name = fold(self.name);
  return fold(author.name) === name || (author.id !== undefined && fold(author.id) === name);
}

function stanceOf({ self, options }: NormaliseInput, source: SourceDocument): Stance | null {
  if (source.stance !== undefined) return source.stance;
  if (source.author !== undefined && self !== null && isSelf(source.author, self)) return 'by';
  if (options.stance !== undefined) return options.stance;
  if (source.author === undefined) return null;
  // Somebody else's words: in a conversation they are addressed to the persona, elsewhere they are about it.
  return source.thread !== undefined || source.replyTo !== undefined ? 'to' : 'about';
}

/** What personas share is nobody's own words, whatever its source says. */
function asCommon({ sourceId }: NormaliseInput, source: SourceDocument): SourceDocument {
  const isCommon = (source.sourceId ?? sourceId).startsWith(commonSourcePrefix);
  return isCommon ? { ...source, kind: 'common', stance: 'about' } : source;
}

function audienceOf(visibility: Document['visibility']): string[] {
  return visibility === 'public' || visibility === 'unlisted' ? [publicAudience] : [visibility];
}

function clean(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      // Control characters but tab and newline: Postgres refuses NUL, and none of them is said by anybody.
      // oxlint-disable-next-line no-control-regex -- these are what is removed
      .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
      .trim()
  );
}

// With the u flag a pair is one character, so that only a lone half is a surrogate.
const loneSurrogate = /\p{Surrogate}/gu;

/** The same, without NUL and with U+FFFD for half a surrogate pair: no database takes them, no UUID is made of them. */
function storable<Value>(value: Value): Value {
  if (typeof value === 'string')
    return value.replaceAll('\0', '').replace(loneSurrogate, '\ufffd') as Value;
  if (Array.isArray(value)) return value.map((item: unknown) => storable(item)) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: [string, unknown]) => [
      storable(name),
      storable(member),
    ]),
  ) as Value;
}

function fold(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
