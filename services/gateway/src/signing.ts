import { createHash, timingSafeEqual } from 'node:crypto';

/** A secret for one purpose, the same in every gateway that has the admin key, and of no use for another purpose. */
export function secretFor(purpose: string, adminKey: string): Buffer {
  return createHash('sha256').update(`personate ${purpose}\n${adminKey}`).digest();
}

export function isSame(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}
