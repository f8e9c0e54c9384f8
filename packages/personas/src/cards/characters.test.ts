import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { consentState, personaDocumentSchema } from '@personate/contracts';
import { ZipFile } from 'yazl';
import { buildPrompt } from '../prompt/build-prompt.ts';
import { parsePersonaYaml } from '../yaml/parse-persona-yaml.ts';
import { renderPersonaYaml } from '../yaml/render-persona-yaml.ts';
import { base64Json, cardV2, cardV3, elizaCharacter, pngWith } from './card-fixtures.ts';
import { readPng } from './png-chunks.ts';
import { readCharacter, type ReadCharacter } from './read-character.ts';
import { writeCharacter } from './write-character.ts';

const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value));
const read = (bytes: Buffer, id?: string) =>
  readCharacter(bytes, { fileName: 'x', ...(id === undefined ? {} : { id }) });
const write = async (
  { document, picture }: Pick<ReadCharacter, 'document' | 'picture'>,
  format: Parameters<typeof writeCharacter>[0]['format'],
) => (await writeCharacter({ document, picture, format })).bytes;
const json = (bytes: Buffer) => JSON.parse(bytes.toString()) as Record<string, unknown>;

describe('a character card', () => {
  it('becomes a persona whose name, summary, greetings and examples are the card’s', async () => {
    const { document, format } = await read(bytesOf(cardV2));
    expect(format).toBe('character-card-v2');
    expect(document).toMatchObject({
      id: 'ines-calder',
      name: 'Ines Calder',
      subject: { kind: 'fictional' },
      persona: {
        summary: 'patient, dry, fond of gulls',
        voice: { greetings: ['Shut the door, the lamp does not like wind.', 'You again.'] },
        typicalResponses: [
          {
            prompt: 'Is it lonely here?',
            response: 'Only when the wind drops.\nThen I hear the clock.',
          },
        ],
      },
    });
  });

  it('brings its description and lorebook along as knowledge, with the keys as triggers', async () => {
    const { lore, notes } = await read(bytesOf(cardV2));
    expect(lore.map(({ id }) => id)).toEqual([
      'card/description',
      'card/scenario',
      'lorebook/0',
      'lorebook/0~2',
    ]);
    expect(lore[2]).toEqual({
      id: 'lorebook/0',
      title: 'fog horn, horn',
      text: 'The fog horn of Gull Head was cast in 1898.',
      kind: 'history',
      stance: 'about',
    });
    expect(lore[0]?.text).toBe(
      'Ines Calder keeps the light at Gull Head. She has done so since 1961.',
    );
    expect(notes.join(' ')).toContain('1 lorebook entries');
  });

  it.each([
    ['V2', cardV2, 'card-v2'],
    ['V3', cardV3, 'card-v3'],
  ] as const)('of %s comes out as it went in, unknown members too', async (_, card, format) => {
    expect(json(await write(await read(bytesOf(card)), format))).toEqual(card);
  });

  it('survives YAML, PNG and CHARX in a row', async () => {
    const first = await read(pngWith({ ccv3: base64Json(cardV3) }));
    const yaml = parsePersonaYaml(renderPersonaYaml(first.document), { file: 'x' });
    const charx = await read(await write({ document: yaml, picture: first.picture }, 'charx'));
    expect(charx.picture).toEqual(first.picture);
    const png = await read(await write(charx, 'png'));
    expect(png.document).toEqual(first.document);
    expect(png.picture).toEqual(first.picture);
    expect(json(await write(png, 'card-v3'))).toEqual(cardV3);
  });

  it('has what the persona became since, and the rest as it was', async () => {
    const imported = await read(bytesOf(cardV2));
    const document = structuredClone(imported.document);
    document.name = 'Ines Calder-Voss';
    document.persona.voice.greetings = ['Well met.'];
    const written = json(await write({ document, picture: null }, 'card-v2'));
    expect(written).toEqual({
      ...cardV2,
      name: 'Ines Calder-Voss',
      data: {
        ...cardV2.data,
        name: 'Ines Calder-Voss',
        first_mes: 'Well met.',
        alternate_greetings: [],
      },
    });
  });

  it('of V1, without a specification, is read too', async () => {
    const { name, description, first_mes } = cardV2.data;
    const { format, document } = await read(bytesOf({ name, description, first_mes, extra: [1] }));
    expect(format).toBe('character-card-v1');
    expect(json(await write({ document, picture: null }, 'card-v2'))['data']).toMatchObject({
      description,
      extra: [1],
    });
  });

  it('of a newer specification is read, and said to be one', async () => {
    const { notes, document } = await read(bytesOf({ ...cardV3, spec_version: '4.2' }));
    expect(document.name).toBe('Ines Calder');
    expect(notes.join(' ')).toContain('newer specification (4.2)');
  });

  it('never lets the creator’s notes or its instructions into a prompt', async () => {
    const { document } = await read(bytesOf(cardV2));
    const { messages } = buildPrompt({
      document,
      evidence: [],
      memories: [],
      history: [],
      question: 'Who are you?',
      decision: 'answered',
      language: 'en',
      today: '2024-05-01',
    });
    const prompt = JSON.stringify(messages);
    expect(prompt).toContain('fond of gulls');
    expect(prompt).not.toContain('CREATOR-NOTE');
    expect(prompt).not.toContain('SYSTEM-PROMPT');
  });
});

describe('whom a character is made of', () => {
  it.each(['self', 'real', 'historical', 'composite'] as const)(
    '%s survives every format that we write, and nobody’s consent does',
    async (kind) => {
      const { document } = await read(bytesOf(cardV2));
      const made = personaDocumentSchema.parse({
        ...document,
        subject: { kind, note: 'Said at home.' },
        consent: { basis: 'I am she.', evidence: 'letter' },
        extensions: undefined,
      });
      for (const from of [made, { ...made, extensions: document.extensions }]) {
        for (const format of ['card-v2', 'card-v3', 'png', 'charx', 'eliza'] as const) {
          const back = await read(await write({ document: from, picture: null }, format));
          expect(back.document.subject.kind).toBe(kind);
          expect(back.document.consent).toBeUndefined();
          expect(consentState(back.document, false)).toBe(
            kind === 'self' || kind === 'real' ? 'missing' : 'not-needed',
          );
          expect(back.notes[0]).not.toContain('invented');
        }
      }
    },
  );

  it.each([
    ['a tag', { ...cardV2, data: { ...cardV2.data, tags: ['Real Person'] } }],
    [
      'a kind that nobody knows',
      { ...cardV2, data: { ...cardV2.data, extensions: { personate: { subject: 'me' } } } },
    ],
  ])('by %s is somebody living: it needs consent, and comes out as it went in', async (_, card) => {
    const { document, notes } = await read(bytesOf(card));
    expect(document.subject.kind).toBe('real');
    expect(notes[0]).toContain('personate persona consent give ines-calder --subject real');
    expect(json(await write({ document, picture: null }, 'card-v2'))).toEqual(card);
  });
});

describe('a picture', () => {
  it('with a broken ccv3 beside a good chara is read, and says so', async () => {
    for (const broken of ['not base64!', Buffer.from('{"spec":').toString('base64')]) {
      const { document, notes } = await read(pngWith({ ccv3: broken, chara: base64Json(cardV2) }));
      expect(document.name).toBe('Ines Calder');
      expect(notes.join(' ')).toContain('ccv3');
    }
  });

  it('prefers ccv3 where both are good', async () => {
    const other = { ...cardV2, data: { ...cardV2.data, name: 'Old' } };
    const bytes = pngWith({ chara: base64Json(other), ccv3: base64Json(cardV3) });
    expect((await read(bytes)).format).toBe('character-card-v3');
  });

  it('that moves stays one: an APNG keeps its frames', async () => {
    const frames = [
      { type: 'acTL', data: Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]) },
      { type: 'fcTL', data: Buffer.alloc(26, 1) },
    ];
    const first = await read(pngWith({ chara: base64Json(cardV2) }, frames));
    const types = readPng(await write(first, 'png'), 'x').map(({ type }) => type);
    expect(types.slice(0, 3)).toEqual(['IHDR', 'acTL', 'fcTL']);
  });
});

describe('an elizaOS character', () => {
  const { secrets: _, settings, ...rest } = elizaCharacter;
  const withoutSecrets = { ...rest, settings: { model: settings.model } };

  it('becomes a persona, its lore knowledge, its posts the persona’s own words', async () => {
    const { document, lore, notes } = await read(bytesOf(elizaCharacter));
    expect(document).toMatchObject({
      name: 'Bosun Teal',
      persona: {
        summary: 'A bosun who ties knots. Sails on the Petrel since 2003.',
        traits: [{ name: 'salty' }, { name: 'kind' }],
        behaviours: ['short sentences', 'no questions'],
        typicalResponses: [
          { prompt: 'Which knot holds best?', response: 'The one you tied yourself.' },
        ],
      },
      knowledgeLimits: { known: [{ domain: 'knots' }, { domain: 'weather' }] },
    });
    expect(lore.map(({ id, stance }) => `${id} ${stance}`)).toEqual([
      'bio/1 about',
      'bio/2 about',
      'lore/1 about',
      'knowledge/1 about',
      'post/1 by',
    ]);
    expect(notes.join(' ')).toContain('1 knowledge files');
  });

  it('comes out as it went in, but for its secrets', async () => {
    const imported = await read(bytesOf(elizaCharacter));
    expect(JSON.stringify(imported)).not.toMatch(/sk-hidden|secret/i);
    expect(json(await write(imported, 'eliza'))).toEqual(withoutSecrets);
  });

  it('comes back whole from a character card, and a card from it', async () => {
    const card = await write(await read(bytesOf(elizaCharacter)), 'card-v3');
    expect(json(await write(await read(card), 'eliza'))).toEqual(withoutSecrets);
  });
});

describe('hostile input', () => {
  const zipOf = async (files: Record<string, Buffer>) => {
    const zip = new ZipFile();
    for (const [name, content] of Object.entries(files)) zip.addBuffer(content, name);
    zip.end();
    const pieces: Buffer[] = [];
    for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  };
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

  it.each([
    ['nothing', () => Buffer.alloc(0), 'card.unknown'],
    ['a picture without a card', () => pngWith({ other: 'x' }), 'card.broken'],
    [
      'a picture that ends early',
      () => pngWith({ chara: base64Json(cardV2) }).subarray(0, 60),
      'card.broken',
    ],
    ['JSON that ends early', () => bytesOf(cardV2).subarray(0, 60), 'card.broken'],
    ['JSON of something else', () => bytesOf({ hello: 1 }), 'card.unknown'],
    ['a card without a name', () => bytesOf({ ...cardV2, data: { name: '  ' } }), 'card.broken'],
    [
      'a name that no id can be made of',
      () => bytesOf({ ...cardV2, data: { name: '灯台' } }),
      'card.id-needed',
    ],
    [
      'a card that nests without end',
      () => Buffer.from(`{"name":"x","bio":"y","z":${deep(5_000)}}`),
      'card.too-large',
    ],
    [
      'a card of millions of values',
      () => Buffer.from(`{"name":"x","bio":"y","z":[${'1,'.repeat(300_000)}1]}`),
      'card.too-large',
    ],
    ['a zip without a card', () => zipOf({ 'other.json': Buffer.from('{}') }), 'card.broken'],
    [
      'a zip whose card is a bomb',
      () => zipOf({ 'card.json': Buffer.alloc(40 * 1024 ** 2, 0x20) }),
      'card.too-large',
    ],
    [
      'a zip that ends early',
      async () => (await zipOf({ 'card.json': bytesOf(cardV3) })).subarray(0, 200),
      'card.broken',
    ],
  ] as const)('is refused with a code and what to do: %s', async (_, make, code) => {
    await expect(read(await make())).rejects.toMatchObject({ code, fix: expect.any(String) });
  });

  it('is refused when a zip names a path outside itself', async () => {
    const bytes = await zipOf({ 'card.json': bytesOf(cardV3), 'aa/evil.png': Buffer.from('x') });
    const escaping = Buffer.from(
      bytes.toString('latin1').replaceAll('aa/evil', '../evil'),
      'latin1',
    );
    await expect(read(escaping)).rejects.toMatchObject({ code: 'card.broken' });
  });

  it('of any bytes gives a persona or a stated error, never another one', async () => {
    const mutated = fc
      .tuple(
        fc.constantFrom(
          pngWith({ ccv3: base64Json(cardV3), chara: base64Json(cardV2) }),
          bytesOf(cardV2),
          bytesOf(elizaCharacter),
        ),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
        fc.option(fc.nat()),
      )
      .map(([bytes, changes, cut]) => {
        const copy = Buffer.from(bytes);
        for (const [at, value] of changes) copy[at % copy.length] = value;
        return cut === null ? copy : copy.subarray(0, cut % copy.length);
      });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          mutated,
          fc.uint8Array({ maxLength: 300 }).map((all) => Buffer.from(all)),
        ),
        async (bytes) => {
          const outcome = await read(bytes, 'x').then(
            ({ document }) => personaDocumentSchema.safeParse(document).success,
            (error: unknown) => (error as Error).name === 'ExpectedError',
          );
          expect(outcome).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('of any JSON in a card’s place is kept, equal in value', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc
            .oneof(
              { arbitrary: fc.string(), weight: 4 },
              { arbitrary: fc.constantFrom('__proto__', 'constructor'), weight: 1 },
            )
            .filter((key) => !/^(secrets?|name)$/i.test(key)),
          fc.jsonValue(),
        ),
        async (members) => {
          const plain = JSON.parse(JSON.stringify(members)) as Record<string, unknown>;
          if (/"secrets?":/i.test(JSON.stringify(plain))) return;
          const card = { ...cardV3, data: { ...plain, name: 'Ines' } };
          const imported = await read(bytesOf(card));
          expect(json(await write(imported, 'card-v3'))).toEqual(JSON.parse(JSON.stringify(card)));
        },
      ),
      { numRuns: 150 },
    );
  });
});
