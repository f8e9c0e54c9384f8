import type { Document } from '@personate/contracts';
import type { KnownDocument } from '@personate/records';

/** Whether somebody took this very document away: an import does not bring it back unless it changed. */
export function isWithheld(stored: KnownDocument, { hash }: Document): boolean {
  return stored.withheld && stored.deleted && stored.hash === hash;
}
