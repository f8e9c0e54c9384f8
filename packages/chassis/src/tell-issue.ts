import type { z } from 'zod';

/** What is wrong with a setting, in words for whoever set it; undefined: as the schema says it. */
export function tellIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_value')
    return `it must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_format' && issue.format === 'url')
    return 'it must be an http or https address, such as http://127.0.0.1:8080';
  if (issue.code === 'too_small') return `it must ${bound(issue.origin, 'least', issue.minimum)}`;
  if (issue.code === 'too_big') return `it must ${bound(issue.origin, 'most', issue.maximum)}`;
  return issue.code === 'invalid_type' && issue.expected === 'number'
    ? 'it must be a number'
    : undefined;
}

function bound(origin: string, side: 'least' | 'most', value: number | bigint): string {
  return origin === 'string' ? `have at ${side} ${value} characters` : `be at ${side} ${value}`;
}
