import type { Document } from '@personate/contracts';

/** A document as ingestion would store it, for tests. */
export function draftDocument(
  over: Partial<Document> & { externalId: string; text: string },
): Document {
  return {
    personaId: 'mara-quill',
    sourceId: 'notes:mara',
    documentKey: '5f0f5ff4-4a51-4f0e-9d43-6d8a3b2f8a11',
    author: { name: 'Mara Quill' },
    kind: 'social',
    stance: 'by',
    audience: ['public'],
    visibility: 'public',
    language: 'en',
    hash: over.externalId,
    ...over,
  };
}

const subjects = ['ferry engine', 'harbour clock', 'lake fog', 'winter timetable', 'spare gasket'];
const turns = [
  (thing: string) => `Well, the ${thing} wanted patience again. I oiled it twice and waited.`,
  (thing: string) => `I think the ${thing} is older than the captain. Nobody kept the papers.`,
  (thing: string) => `You listen to the ${thing} first. Then you touch it — never before.`,
  (thing: string) => `Well, somebody asked about the ${thing}. I told them it works. Steady hands!`,
];

/** Three years of posts, one every nine days, about a few recurring things. */
export function ferryPosts(): Document[] {
  return Array.from({ length: 120 }, (_, n) => {
    const thing = subjects[n % subjects.length] ?? '';
    const say = turns[n % turns.length];
    const at = new Date(Date.UTC(2014, 0, 1 + n * 9)).toISOString();
    return draftDocument({ externalId: `post/${n}`, text: say?.(thing) ?? '', at });
  });
}
