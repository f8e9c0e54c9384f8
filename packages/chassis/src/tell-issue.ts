import type { z } from 'zod';

/** What is wrong with a setting, in words for whoever set it; undefined: as the schema says it. */
export function tellIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_value':
      return `it must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return issue.format === 'url'
        ? 'it must be an http or https address, such as http://127.0.0.1:8080'
        : undefined;
    case 'too_small':
      return issue.origin === 'string'
        ? `it must have at least ${issue.minimum} characters`
        : `it must be at least ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `it must have at most ${issue.maximum} characters`
        : `it must be at most ${issue.maximum}`;
    case 'invalid_type':
      return issue.expected === 'number' ? 'it must be a number' : undefined;
    default:
      return undefined;
  }
}
