import type { Document } from '@personate/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { minimalPersona } from '../yaml/minimal-persona.ts';
import { parsePersonaYaml } from '../yaml/parse-persona-yaml.ts';
import { renderPersonaYaml } from '../yaml/render-persona-yaml.ts';
import { draftDocument, ferryPosts } from '../../tests/draft-fixtures.ts';
import type { PersonaDraft } from './draft-persona.ts';
import { draftPersona } from './draft-persona.ts';

const current = minimalPersona({ id: 'mara-quill', name: 'Mara Quill' });

const draftOf = (documents: Document[]): Promise<PersonaDraft> =>
  draftPersona({ current, documents });

const deckhand = draftDocument({
  externalId: 'positions/lake-line-deckhand-1998-04',
  kind: 'career',
  text: 'I worked as Deckhand at Lake Line in Northport from April 1998 to March 2006.',
  facts: {
    employer: 'Lake Line',
    role: 'Deckhand',
    from: '1998-04',
    to: '2006-03',
    location: 'Northport',
  },
  at: '1998-04-01T00:00:00Z',
  atPrecision: 'month',
});
const pilot = draftDocument({
  externalId: 'positions/lake-line-pilot-2006-04',
  kind: 'career',
  text: 'I have worked as Ferry pilot at Lake Line since April 2006.',
  facts: { employer: 'Lake Line', role: 'Ferry pilot', from: '2006-04' },
  at: '2006-04-01T00:00:00Z',
  atPrecision: 'month',
});
const asked = draftDocument({
  externalId: 'thread/1',
  thread: 'fog',
  text: '@mara Do you sail in fog?',
  stance: 'to',
  author: { name: 'Odo Brandt' },
  at: '2015-02-01T08:00:00Z',
});
const replied = draftDocument({
  externalId: 'thread/0',
  thread: 'fog',
  text: 'Only when the bell and I agree on where the pier is.',
  at: '2015-02-01T09:00:00Z',
});

describe('draftPersona', () => {
  it('describes the voice in words that its measures bear out', async () => {
    const { document, items } = await draftOf(ferryPosts());
    const { voice } = document.persona;
    expect(voice.measured).toMatchObject({
      documents: 120,
      sentenceWordsMedian: 6,
      exclamationRate: 0.111,
    });
    expect(voice.rhythm).toBe(
      'Short sentences (about 6 words); dashes. A text has about 13 words.',
    );
    expect(voice.openings).toEqual(['Well,']);
    expect(voice.closings).toEqual(['Nobody kept the papers.', 'Steady hands!']);
    expect(
      items.find(({ path }) => path === 'persona.voice.openings[Well,]')?.evidence,
    ).toHaveLength(5);
    expect(document.knowledgeLimits.known.map(({ domain }) => domain)).toEqual(
      expect.arrayContaining(['ferry engine', 'harbour clock']),
    );
  });

  it('measures own words only: what others say, and what a form says, has no voice', async () => {
    const posts = ferryPosts();
    const noise = [
      draftDocument({
        externalId: 'a',
        stance: 'about',
        text: 'WOW!!! 😀 She is GREAT!!! '.repeat(50),
      }),
      draftDocument({ externalId: 't', stance: 'to', text: 'omg lol haha 😂 '.repeat(50) }),
      deckhand,
    ];
    const [alone, among] = [await draftOf(posts), await draftOf([...posts, ...noise])];
    expect(among.document.persona.voice.measured).toEqual(alone.document.persona.voice.measured);
    expect(among.document.persona.voice.register).toBe(alone.document.persona.voice.register);
  });

  it('gives the same draft whatever the order of the documents', async () => {
    const documents = [...ferryPosts(), deckhand, pilot, asked, replied];
    const expected = await draftOf(documents);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(documents, { minLength: documents.length }),
        async (shuffled) => expect(await draftOf(shuffled)).toEqual(expected),
      ),
      { numRuns: 10 },
    );
  });

  it('takes typical responses from replies that were really given, with both as evidence', async () => {
    const { document } = await draftOf([replied, asked]);
    expect(document.persona.typicalResponses).toEqual([
      {
        prompt: 'Do you sail in fog?',
        response: 'Only when the bell and I agree on where the pier is.',
        evidence: ['thread/1', 'thread/0'],
        confidence: 0.7,
      },
    ]);
  });

  it('quotes nothing that not everybody may read', async () => {
    const hidden = { audience: ['family'] };
    const direct = { visibility: 'direct' as const };
    for (const closed of [hidden, direct]) {
      const posts = ferryPosts().map((post) => ({ ...post, ...closed }));
      const { document } = await draftOf([
        ...posts,
        { ...asked, ...closed },
        { ...replied, ...closed },
      ]);
      expect(document.persona.typicalResponses).toEqual([]);
      expect(document.persona.voice.openings).toEqual([]);
      expect(document.persona.voice.favouriteWords).toEqual([]);
      expect(document.knowledgeLimits.known).toEqual([]);
      expect(document.persona.voice.measured?.['documents']).toBeGreaterThan(100);
    }
  });

  it('draws the life and its skills from career entries, levels by years', async () => {
    const end = draftDocument({
      externalId: 'z',
      text: 'Done.',
      at: '2019-05-01T00:00:00Z',
      atPrecision: 'month',
    });
    const { document, items } = await draftOf([pilot, deckhand, end]);
    expect(document.persona.timeline).toEqual([
      {
        from: '1998-04',
        to: '2006-03',
        what: 'Deckhand at Lake Line',
        where: 'Northport',
        evidence: [deckhand.externalId],
        confidence: 0.9,
      },
      {
        from: '2006-04',
        what: 'Ferry pilot at Lake Line',
        evidence: [pilot.externalId],
        confidence: 0.9,
      },
    ]);
    expect(document.skills.skills.map(({ skill, level }) => [skill, level])).toEqual([
      ['Deckhand', 'professional'],
      ['Ferry pilot', 'expert'],
    ]);
    expect(document.persona.summary).toBe(
      'Mara Quill has been a ferry pilot at Lake Line since April 2006. Before that, Mara was a deckhand at Lake Line from 1998 to 2006.',
    );
    // It words them anew: that it rests on them is what an erasure goes by.
    expect(items.find(({ path }) => path === 'persona.summary')?.evidence).toEqual([
      deckhand.externalId,
      pilot.externalId,
    ]);
    expect(document.knowledgeLimits.asOf).toBe('2019-05-31');
  });

  it('moves a knowledge date that it set itself on with later documents', async () => {
    const first = await draftOf([deckhand]);
    expect(first.document.knowledgeLimits.asOf).toBe('1998-04-30');
    const second = await draftPersona({ current: first.document, documents: [deckhand, pilot] });
    expect(second.document.knowledgeLimits.asOf).toBe('2006-04-30');
    const written = {
      ...current,
      knowledgeLimits: { ...current.knowledgeLimits, asOf: '2001-01-01' },
    };
    const kept = await draftPersona({ current: written, documents: [deckhand, pilot] });
    expect(kept.document.knowledgeLimits.asOf).toBe('2001-01-01');
  });

  it('overwrites nothing that an operator wrote', async () => {
    const written = structuredClone(current);
    written.persona.summary = 'A pilot.';
    written.persona.bigFive = { openness: 0.5 };
    written.persona.behaviours = ['Hums.'];
    written.persona.voice.register = 'gruff';
    written.persona.voice.rhythm = 'slow';
    written.persona.voice.openings = ['Aye,'];
    written.persona.voice.closings = ['So it is.'];
    written.persona.voice.greetings = ['Ahoy'];
    written.persona.voice.favouriteWords = ['ballast'];
    written.persona.typicalResponses = [{ prompt: 'Hm?', response: 'Hm.' }];
    written.persona.timeline = [{ what: 'Born in a storm' }];
    written.skills.skills = [{ skill: 'knots', level: 'expert', keywords: [] }];
    written.knowledgeLimits.known = [{ domain: 'the lake', keywords: [] }];
    written.knowledgeLimits.asOf = '2010-01-01';
    const { document, items } = await draftPersona({
      current: written,
      documents: [...ferryPosts(), deckhand, asked, replied],
    });
    const { measured, ...voice } = document.persona.voice;
    expect({ ...document, persona: { ...document.persona, voice } }).toEqual(written);
    expect(measured).toBeDefined();
    expect(items.map(({ path }) => path)).toEqual(['persona.voice.measured']);
  });

  it('adds to a list that it drafted before, and adds nothing when nothing is new', async () => {
    const first = await draftOf([deckhand]);
    const second = await draftPersona({ current: first.document, documents: [deckhand, pilot] });
    expect(second.document.persona.timeline.map(({ what }) => what)).toEqual([
      'Deckhand at Lake Line',
      'Ferry pilot at Lake Line',
    ]);
    const again = await draftPersona({ current: second.document, documents: [pilot, deckhand] });
    expect(again.document).toEqual(second.document);
    expect(again.items).toEqual([]);
  });

  it('words the summary that it drafted anew when a job is new, and leaves one that somebody edited', async () => {
    const first = await draftOf([deckhand]);
    const second = await draftPersona({ current: first.document, documents: [deckhand, pilot] });
    expect(second.document.persona.summary).toContain('Before that, Mara was a deckhand');
    expect(second.items.map(({ path }) => path)).toContain('persona.summary');
    const edited = structuredClone(first.document);
    edited.persona.summary += ' She hums.';
    const kept = await draftPersona({ current: edited, documents: [deckhand, pilot] });
    expect(kept.document.persona.summary).toBe(edited.persona.summary);
  });

  it('says when newer documents move the knowledge on, and neither summary nor life line', async () => {
    const said = /change neither the summary nor the life line/u;
    const first = await draftOf([deckhand]);
    const note = draftDocument({
      externalId: 'note/2',
      text: 'I left the line today, and the bell with it.',
      at: '2031-10-05T00:00:00Z',
    });
    const noted = await draftPersona({ current: first.document, documents: [deckhand, note] });
    expect(noted.notes.join(' ')).toMatch(said);
    expect(noted.notes.join(' ')).toContain('2031-10-05');
    const hired = await draftPersona({ current: first.document, documents: [deckhand, pilot] });
    expect([...first.notes, ...hired.notes].join(' ')).not.toMatch(said);
  });

  it('does not measure the voice anew for a note, but once there is a tenth more of it', async () => {
    const posts = ferryPosts();
    const first = await draftOf(posts);
    const note = draftDocument({
      externalId: 'note/1',
      text: 'I left the line today, and the bell with it.',
      at: '2031-10-05T00:00:00Z',
    });
    const second = await draftPersona({ current: first.document, documents: [...posts, note] });
    expect(second.items.map(({ path }) => path)).toEqual(['knowledgeLimits.asOf']);
    expect(second.document.knowledgeLimits.asOf).toBe('2031-10-05');
    const more = posts
      .slice(0, Math.ceil(posts.length / 8))
      .map((post, i) => ({ ...post, externalId: `more/${i}`, documentKey: `more-${i}` }));
    const third = await draftPersona({ current: first.document, documents: [...posts, ...more] });
    expect(third.items.map(({ path }) => path)).toContain('persona.voice.measured');
  });

  it('says what it could not draft, and gives a persona that YAML can hold', async () => {
    const { document, notes } = await draftOf([]);
    expect(notes.join(' ')).toContain('Voice was not described: 0 own words');
    const full = await draftOf([...ferryPosts(), deckhand, asked, replied]);
    const yaml = renderPersonaYaml(full.document);
    expect(parsePersonaYaml(yaml, { file: 'draft.yaml' })).toEqual(full.document);
    expect(document.persona.voice.measured).toBeUndefined();
  });

  it('stops when it is told to', async () => {
    const stop = AbortSignal.abort(new Error('enough'));
    await expect(draftPersona({ current, documents: ferryPosts(), signal: stop })).rejects.toThrow(
      'enough',
    );
  });
});
