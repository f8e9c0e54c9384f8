import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { refusals } from './support/accepts.ts';
import { keyOf, payloads, toFrozen, type Frozen } from './support/payloads.ts';

const read = <Content>(name: string) =>
  JSON.parse(readFileSync(new URL(`./payloads/${name}.json`, import.meta.url), 'utf8')) as Content;
/** As releases so far write and read them. Never edited: support/freeze-payloads.ts adds to it. */
const frozen = read<Record<string, Frozen>>('schemas');
const examples = read<Record<string, Record<string, unknown>>>('examples');

/** Of this release too, and of those before it. */
const frozenOf = (name: string) =>
  Object.entries(frozen).flatMap(([key, one]) => {
    const version = key.startsWith(`${name} v`) ? Number(key.slice(name.length + 2)) : NaN;
    return Number.isNaN(version) ? [] : [{ version, ...one }];
  });

describe.each(payloads.map((payload) => [keyOf(payload), payload] as const))(
  '%s',
  (key, payload) => {
    it('is frozen', () => {
      expect(frozen[key]).toBeDefined();
      expect(examples[key]).toBeDefined();
    });

    it('an old job is read by a new worker', () => {
      const now = toFrozen(payload.schema);
      for (const { written } of frozenOf(payload.name))
        expect(refusals(now.read, written)).toEqual([]);
    });

    it('a new job is read by an old worker, unless its version says that it is not for that one', () => {
      const now = toFrozen(payload.schema);
      for (const one of frozenOf(payload.name).filter(({ version }) => version === payload.version))
        expect(refusals(one.read, now.written)).toEqual([]);
    });

    it('the frozen examples mean what they meant, and what is unknown in them does no harm', () => {
      for (const example of Object.values(examples[key] ?? {})) {
        const parsed = payload.schema.parse(example);
        expect(withoutVersion(parsed)).toEqual(withoutVersion(example));
        expect(payload.schema.parse(withMore(example))).toEqual(parsed);
      }
    });
  },
);

describe('the comparison tells of a change that breaks', () => {
  const { read: before, written } = {
    read: frozen['task remove-document input v1']?.read ?? {},
    written: frozen['task remove-document input v1']?.written ?? {},
  };
  const properties = (schema: object) =>
    (schema as { properties: Record<string, object> }).properties;

  it.each([
    ['a field that is needed now', { ...before, required: ['personaId', 'reason'] }, written],
    ['a field that is not written any more', before, { ...written, required: ['personaId'] }],
    [
      'a reader that takes nothing unknown',
      { ...before, properties: {}, additionalProperties: false },
      written,
    ],
    [
      'a field of another type',
      { ...before, properties: { ...properties(before), requestedBy: { type: 'number' } } },
      written,
    ],
    [
      'a field that may be longer than is read',
      {
        ...before,
        properties: { ...properties(before), requestedBy: { type: 'string', maxLength: 5 } },
      },
      written,
    ],
    [
      'a value that is not known',
      { enum: ['by', 'to'], type: 'string' },
      { enum: ['by', 'in'], type: 'string' },
    ],
    ['a null that was none', { type: 'string' }, { anyOf: [{ type: 'string' }, { type: 'null' }] }],
  ])('%s', (_, reader, writer) => {
    expect(refusals(reader, writer)).not.toEqual([]);
  });

  it('and not of one that adds a field which need not be there', () => {
    const more = { ...properties(before), reason: { type: 'string' } };
    expect(refusals({ ...before, properties: more }, written)).toEqual([]);
    expect(refusals(before, { ...written, properties: more })).toEqual([]);
  });
});

function withoutVersion(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('v' in value)) return value;
  const { v: _, ...rest } = value;
  return rest;
}

/** A later release adds what this one has never heard of; free counts are no place for it. */
function withMore(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return { ...value, addedLater: { by: ['a newer release'] } };
}
