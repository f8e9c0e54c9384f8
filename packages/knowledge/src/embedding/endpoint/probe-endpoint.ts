import { EndpointFailure } from './endpoint-failure.ts';
import type { Endpoint } from './post-texts.ts';

export interface ProbeInput {
  /** What the endpoint must give; undefined: what it gives is taken. */
  dimensions: number | undefined;
  maxTokens: number;
  /** Sends and reads one batch, with retries. */
  call: (
    how: Pick<Endpoint, 'encoding'> & { dimensions: number | undefined },
    texts: readonly string[],
  ) => Promise<Float32Array[]>;
}

export interface Probed {
  dimensions: number;
  encoding: Endpoint['encoding'];
}

/** Vectors nearer than this are of one text: what is left are rounding errors of half-precision batches. */
const sameAbove = 1 - 1e-5;

/**
 * Finds out before anything is stored: the vectors' dimensions, whether the endpoint knows the compact encoding, and
 * whether it really reads texts as long as the window that it is said to have.
 * @throws EndpointFailure
 */
export async function probeEndpoint(input: ProbeInput): Promise<Probed> {
  const { call, dimensions: wanted, maxTokens } = input;
  let encoding: Endpoint['encoding'] = 'base64';
  const ask = () => call({ encoding, dimensions: wanted }, ['Where did you leave the old boat?']);
  const [first] = await ask().catch(async (error: unknown) => {
    if (!(error instanceof EndpointFailure) || error.failure !== 'rejected') throw error;
    encoding = 'float';
    return ask();
  });
  const dimensions = first?.length ?? 0;
  const [a, b] = await call({ encoding, dimensions }, [
    longText(maxTokens, 'sea'),
    longText(maxTokens, 'oak'),
  ]);
  if (a === undefined || b === undefined || cosine(a, b) > sameAbove)
    throw new EndpointFailure('cuts-texts');
  return { dimensions, encoding };
}

/** As long as the window, of words that are one token each; only its last tenth is made of that word. */
function longText(maxTokens: number, word: string): string {
  const words = Math.max(2, maxTokens - 8);
  const tail = Math.max(1, Math.floor(words / 10));
  return [
    ...Array.from({ length: words - tail }, () => 'and'),
    ...Array.from({ length: tail }, () => word),
  ].join(' ');
}

function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
