import { createHash, timingSafeEqual } from 'node:crypto';

/** A secret for one purpose, the same in every gateway that has the admin key, and of no use for another purpose. */
export function secretFor(purpose: string, adminKey: string): Buffer {
  return createHash('sha256').update(`personate ${purpose}\n${adminKey}`).digest();
}

export function isSame(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** What was used up, kept in memory until it would have ended anyway. */
export class Spent {
  readonly #endsAt = new Map<string, number>();

  has(name: string): boolean {
    return this.#endsAt.has(name);
  }

  add(name: string, endsAt: number, now: number): void {
    for (const [other, end] of this.#endsAt) if (end <= now) this.#endsAt.delete(other);
    this.#endsAt.set(name, endsAt);
  }
}
