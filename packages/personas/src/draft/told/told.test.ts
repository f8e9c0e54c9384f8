import type { Document } from '@personate/contracts';
import { describe, expect, it } from '@jest/globals';
import { draftDocument } from '../../../tests/draft-fixtures.ts';
import { eventsTold } from './events-told.ts';
import { goalsTold } from './goals-told.ts';
import { markedTraits } from './marked-traits.ts';
import { peopleTold } from './people-told.ts';
import { SentencePool } from './sentence-pool.ts';
import { skillsTold } from './skills-told.ts';
import { openTeller } from './teller.ts';
import { traitsTold } from './traits-told.ts';

const mara = openTeller(new Set(['Mara', 'Quill']), 'she');

function pool(...documents: Array<Partial<Document> & { text: string }>) {
  const sentences = new SentencePool();
  documents.forEach((document, n) => {
    const full = draftDocument({ externalId: `d${n}`, ...document });
    sentences.add(full, full.text);
  });
  return sentences.sentences();
}

describe('what texts tell of a persona', () => {
  it('takes a wish for a goal, in whoever’s words, and a wish of the hour for none', () => {
    const goals = goalsTold(
      pool(
        {
          text: 'I want to build one boat from the keel up with two apprentices, so that somebody learns.',
        },
        { text: 'I still hope to build a boat from the keel up. I want to thank you all.' },
        { text: 'Mara wished to see the northern lights before winter.', stance: 'about' },
        { text: 'I do not want to live in town again. Would you like to come along to the pier?' },
        { text: 'He said that I wanted to sell the old harbour.' },
      ),
      mara,
    );
    expect(goals.map(({ goal, evidence }) => [goal, evidence])).toEqual([
      ['Build one boat from the keel up with two apprentices', ['d0', 'd1']],
      ['See the northern lights before winter', ['d2']],
    ]);
  });

  it('dates an event by what the sentence says, never by when a diary was written', () => {
    const events = eventsTold(
      pool(
        { text: 'I closed my own yard in March 2009.', at: '2015-05-01T00:00:00Z' },
        { text: 'I bought a boat, built 1922.', at: '2016-05-01T00:00:00Z' },
        { text: 'I grew up beside the lake.', at: '2014-01-01T00:00:00Z' },
        {
          text: 'Mara married Odo Brandt.',
          stance: 'about',
          kind: 'history',
          at: '2011-06-04T00:00:00Z',
          author: undefined,
        } as Partial<Document> & { text: string },
        { text: 'Odo was born in 1970.', stance: 'about', kind: 'history' },
      ),
      mara,
    );
    expect(events.map(({ from, what }) => [from, what])).toEqual([
      ['2011-06-04', 'Married Odo Brandt'],
      [undefined, 'Grew up beside the lake'],
      ['2009-03', 'Closed their own yard'],
    ]);
  });

  it('knows people by what they are to the persona, and never by name', () => {
    const people = peopleTold(
      pool(
        { text: 'My uncle Colm taught me to splice.' },
        { text: 'My uncle never wrote anything down.' },
        { text: 'My cousin came once.' },
      ),
      mara,
    );
    expect(people.map(({ role, note }) => [role, note])).toEqual([
      ['uncle', 'Spoken of in 2 documents.'],
    ]);
    expect(JSON.stringify(people.map(({ role, note }) => [role, note]))).not.toContain('Colm');
  });

  it('believes what the persona says of itself, not what others say, and not a mood', () => {
    const traits = traitsTold(
      pool(
        { text: 'I am a very patient person.' },
        { text: 'I’m stubborn.' },
        { text: 'I am not tidy.' },
        { text: 'I am anxious today.' },
        { text: 'People ask whether I’m religious.' },
        { text: 'Mara is generous.', stance: 'about' },
      ),
    );
    expect(traits.map(({ name, strength }) => [name, strength])).toEqual([
      ['patience', 0.75],
      ['stubbornness', 0.65],
      ['orderliness', 0.15],
    ]);
  });

  it('names a trait that shows far more often than in everyday writing, with sentences that show it', () => {
    const plain = Array.from({ length: 60 }, (_, n) => ({
      text: `The pier was quiet on day ${n}.`,
    }));
    const frank = Array.from({ length: 6 }, () => ({ text: 'I was wrong about the gasket.' }));
    expect(markedTraits(pool(...plain))).toEqual([]);
    const [trait] = markedTraits(pool(...plain, ...frank));
    expect(trait).toMatchObject({ name: 'candour about mistakes', strength: 0.85 });
    expect(trait?.quotes[0]?.text).toBe('I was wrong about the gasket.');
  });

  it('takes for a skill what is done as a habit or was learnt, not what was done one day', () => {
    const skills = skillsTold(
      pool(
        { text: 'I play the fiddle every Tuesday.' },
        { text: 'I painted the words over my bench in 2016.' },
        { text: 'I learned to wait.' },
        { text: 'I learned to swim at eight.' },
        { text: 'I never learned Latin.' },
        { text: 'Mara studied navigation.', stance: 'about' },
      ),
      mara,
    );
    expect(skills.map(({ skill }) => skill)).toEqual(['playing fiddle', 'swimming', 'navigation']);
  });

  it('reads the same whatever the order of the documents', () => {
    const documents = [
      draftDocument({ externalId: 'a', text: 'I want to mend the old clock. My uncle helps.' }),
      draftDocument({ externalId: 'b', text: 'I am stubborn. My uncle is not.' }),
    ];
    const [one, other] = [new SentencePool(), new SentencePool()];
    for (const document of documents) one.add(document, document.text);
    for (const document of documents.toReversed()) other.add(document, document.text);
    expect(other.sentences()).toEqual(one.sentences());
  });
});
