import { aspectChoiceSchema, type AspectChoice } from '@personate/contracts';
import { InvalidArgumentError } from 'commander';

/** Parsers of options and arguments; what they refuse is a wrong usage. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}

/** `all` items seen so far come second: the option may be repeated, and take commas. */
export function listOf(text: string, all: readonly string[] | undefined): string[] {
  const given = text.split(',').flatMap((item) => item.trim() || []);
  if (given.length === 0) throw new InvalidArgumentError('Give at least one name.');
  return [...(all ?? []), ...given];
}

export function share(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError('Give a number from 0 to 1.');
}

/** `humour=off,tone=embedded`; the option may be repeated. */
export function aspectsOf(text: string, all: AspectChoice | undefined): AspectChoice {
  const pairs = text.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  const parsed = aspectChoiceSchema.safeParse({ ...all, ...Object.fromEntries(pairs) });
  if (parsed.success) return parsed.data;
  throw new InvalidArgumentError(
    'Give understanding, tone or humour, each with off, embedded or model: humour=off,tone=embedded.',
  );
}
