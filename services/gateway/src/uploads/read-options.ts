import { ingestionOptionsSchema, type IngestionOptions } from '@personate/contracts';
import { checkStorable } from '../http/refuse-unstorable.ts';
import { parseRequest } from '../http/expected-error.ts';

const booleans = new Set(['dryRun', 'full']);
const strict = ingestionOptionsSchema.strict();

/**
 * Form fields as options. An unknown field is refused: a mistyped `dryRun` must not become a real run.
 * `audience` may come several times, or once with commas; an empty field counts as absent.
 */
export function readOptions(fields: ReadonlyArray<readonly [string, string]>): IngestionOptions {
  const options: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of fields) {
    if (value === '') continue;
    if (name === 'audience') {
      const before = (options['audience'] ?? []) as string[];
      options['audience'] = [...before, ...value.split(',').flatMap((group) => group.trim() || [])];
    } else if (booleans.has(name)) {
      options[name] =
        value === 'true' || value === '1'
          ? true
          : value === 'false' || value === '0'
            ? false
            : value;
    } else options[name] = value;
  }
  checkStorable(options);
  return parseRequest(strict, options);
}
