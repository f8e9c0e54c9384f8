import { postJson, type EndpointAddress } from './post-json.ts';

export interface Endpoint extends EndpointAddress {
  model: string;
  /** Asked for when the model can shorten its vectors. */
  dimensions: number | undefined;
  encoding: 'base64' | 'float';
}

/** One call of `POST /embeddings`. @returns its JSON; @throws EndpointFailure; the reason of the caller's signal. */
export function postTexts(
  { model, dimensions, encoding, ...address }: Endpoint,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<unknown> {
  return postJson(
    address,
    '/embeddings',
    {
      model,
      input: texts,
      encoding_format: encoding,
      ...(dimensions === undefined ? {} : { dimensions }),
    },
    signal,
  );
}
