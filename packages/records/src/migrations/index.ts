import type { Migration } from 'kysely';
import * as records from './0001-records.ts';
import { corpusMigration } from './0002-corpus.ts';
import * as withheld from './0003-withheld-documents.ts';
import * as erasures from './0004-erasures.ts';
import * as serving from './0005-serving-statistics.ts';
import * as grants from './0006-read-grants.ts';
import * as generations from './0007-generations.ts';
import * as knowledgeRevisions from './0008-knowledge-revisions.ts';
import * as keptBeside from './0008b-kept-beside.ts';
import * as commonSets from './0008c-common-sets.ts';
import * as tasks from './0009-tasks.ts';
import * as draftItems from './0012-draft-items.ts';
import * as interviews from './0012b-interviews.ts';
import * as consent from './0013-consent.ts';
import * as seenByOperators from './0014-seen-by-operators.ts';
import * as moves from './0018-moves.ts';
import * as notesOfEndedRuns from './0019-notes-of-ended-runs.ts';
import * as whatARunRestsOn from './0020-what-a-run-rests-on.ts';
import * as oneOpenErasure from './0021-one-open-erasure.ts';
import * as excusedTries from './0022-excused-tries.ts';
import * as whatIsRead from './0023-what-is-read.ts';
import * as spentLogins from './0024-spent-logins.ts';
import * as trainingRuns from './0025-training-runs.ts';

/** In the order of their names; never edit or reorder one that was released. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-records': records,
  '0002-corpus': corpusMigration,
  '0003-withheld-documents': withheld,
  '0004-erasures': erasures,
  '0005-serving-statistics': serving,
  '0006-read-grants': grants,
  '0007-generations': generations,
  '0008-knowledge-revisions': knowledgeRevisions,
  '0008b-kept-beside': keptBeside,
  '0008c-common-sets': commonSets,
  '0009-tasks': tasks,
  '0012-draft-items': draftItems,
  '0012b-interviews': interviews,
  '0013-consent': consent,
  '0014-seen-by-operators': seenByOperators,
  '0018-moves': moves,
  '0019-notes-of-ended-runs': notesOfEndedRuns,
  '0020-what-a-run-rests-on': whatARunRestsOn,
  '0021-one-open-erasure': oneOpenErasure,
  '0022-excused-tries': excusedTries,
  '0023-what-is-read': whatIsRead,
  '0024-spent-logins': spentLogins,
  '0025-training-runs': trainingRuns,
};
