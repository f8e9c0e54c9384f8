import { interviewsPlace } from '../../interviews/redact-interviews.ts';
import { documentPlace } from './document-place.ts';
import { trainingRunsPlace } from '../mark-training-runs.ts';
import { reportsPlace } from '../redact-reports.ts';
import { runsPlace } from '../clear-evolution-steps.ts';
import { tasksPlace } from '../clear-tasks.ts';
import { turnsPlace } from '../redact-turns.ts';
import { versionsPlace } from '../redact-versions.ts';
import type { CheckedPlace, DocumentTarget } from './place.ts';
import { vectorsPlace } from './vectors-place.ts';

/** In this order: which vectors nobody needs shows once the passages are gone. */
export const documentPlaces: ReadonlyArray<CheckedPlace<DocumentTarget>> = [
  documentPlace,
  vectorsPlace,
  turnsPlace,
  versionsPlace,
  reportsPlace,
  interviewsPlace,
  runsPlace,
  tasksPlace,
  trainingRunsPlace,
];
