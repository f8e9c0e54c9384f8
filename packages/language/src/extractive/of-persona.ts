/** It asks for what the persona did, had or was. */
export const ofPersona = /(?<!\p{L})(?:did|do|have|had|were|are|could|would|can) you(?!\p{L})/iu;
/** It tells of the persona at all. */
export const firstPerson = /(?<!\p{L})(?:I|me|my|mine|we|us|our)(?!\p{L})/iu;
/** It tells what the persona did, or what is its own. */
export const byPersona = /(?<!\p{L})(?:I|we)(?!\p{L})|^(?:My|Our)(?!\p{L})/u;
