import type { Status } from '@personate/contracts';

/** As reports name who spoke. */
export const speakerName = ({ kind, model }: Status['speaker']): string =>
  kind === 'extractive' ? 'extractive' : (model ?? 'endpoint');
