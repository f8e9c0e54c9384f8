import {
  calibrationProgressSchema,
  calibrationSchema,
  type Calibration,
  type CalibrationProgress,
} from '@personate/contracts';
import { at, parseJson, type Http } from './http.ts';
import { cutOff, errorFromBody, unreadable } from './personate-error.ts';
import { readEvents } from './read-events.ts';

export interface CalibrateInput {
  personaId: string;
  falseDeclines?: number;
  apply?: boolean;
  signal?: AbortSignal | undefined;
  onProgress?: (progress: CalibrationProgress) => void;
}

/** Measures the persona's limits, telling how far it is. */
export async function calibrate(http: Http, input: CalibrateInput): Promise<Calibration> {
  const { personaId, falseDeclines, apply, signal, onProgress } = input;
  const sent = http.stream({
    method: 'POST',
    path: at`/v1/personas/${personaId}/calibrations`,
    json: {
      ...(falseDeclines === undefined ? {} : { falseDeclines }),
      ...(apply === undefined ? {} : { apply }),
    },
    headers: { accept: 'text/event-stream' },
    signal,
  });
  for await (const { event, data } of readEvents(sent)) {
    if (event === 'error') throw errorFromBody(0, parseJson(data));
    if (event === 'done') {
      const measured = calibrationSchema.safeParse(parseJson(data));
      if (!measured.success) throw unreadable(measured.error);
      return measured.data;
    }
    const progress = calibrationProgressSchema.safeParse(parseJson(data));
    if (progress.success) onProgress?.(progress.data);
  }
  throw cutOff(new Error('The events ended without a result.'));
}
