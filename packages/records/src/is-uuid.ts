const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Asked before an id from outside meets a uuid column: to Postgres any other text is an error, to us a miss. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}
