import type { PersonaDocument } from '@personate/contracts';
import { ExpectedError, personaDocumentSchema } from '@personate/contracts';
import { readStrictYaml } from '@personate/strict-yaml';
import type { Document as YamlDocument } from 'yaml';
import { LineCounter, isCollection, isNode, isPair } from 'yaml';
import type { UnknownKey } from './find-unknown-keys.ts';
import { findUnknownKeys } from './find-unknown-keys.ts';
import { personaJsonSchema } from './persona-json-schema.ts';

export interface YamlProblem {
  /** 1-based. */
  line: number;
  /** `persona.traits[0].strength`; empty for the file as a whole. */
  path: string;
  message: string;
}

const sizeLimit = 2_000_000;

/**
 * Reads a persona from YAML.
 * @throws ExpectedError `persona.yaml-invalid`, naming every problem with its line and path; `cause` is the list of {@link YamlProblem}.
 */
export function parsePersonaYaml(text: string, origin: { file: string }): PersonaDocument {
  if (text.length > sizeLimit) {
    throw invalid(origin.file, [
      { line: 1, path: '', message: `The file is larger than ${sizeLimit / 1_000_000} MB.` },
    ]);
  }
  const lines = new LineCounter();
  const { yaml, value } = readYaml(text, origin.file, lines);
  const lineOf = (path: readonly PropertyKey[], key = false): number =>
    lines.linePos(offsetOf(yaml, path, key)).line;

  const unknown = findUnknownKeys(personaJsonSchema, value).map((found) => ({
    line: lineOf(found.path, true),
    path: pathText(found.path),
    message: unknownKeyText(found),
  }));
  const parsed = personaDocumentSchema.safeParse(value, {
    error: ({ code, input }) =>
      code === 'invalid_type' && input === undefined ? 'it is missing' : undefined,
  });
  const wrong = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({
        line: lineOf(issue.path),
        path: pathText(issue.path),
        message: issue.message,
      }));
  const problems = [...unknown, ...wrong].toSorted((a, b) => a.line - b.line);
  if (!parsed.success || problems.length > 0) throw invalid(origin.file, problems);
  return parsed.data;
}

function readYaml(
  text: string,
  file: string,
  lines: LineCounter,
): { yaml: YamlDocument; value: unknown } {
  try {
    const { document: yaml, toValue } = readStrictYaml(text, { lineCounter: lines });
    if (yaml.errors.length > 0) {
      throw invalid(
        file,
        yaml.errors.map((error) => ({
          line: lines.linePos(error.pos[0]).line,
          path: '',
          message: error.message,
        })),
      );
    }
    return { yaml, value: toValue() };
  } catch (error) {
    if (error instanceof ExpectedError) throw error;
    // Too many aliases.
    const message = error instanceof Error ? error.message : String(error);
    throw invalid(file, [{ line: 1, path: '', message }]);
  }
}

/** Where the deepest node on the path begins; with `key`, where its key does. */
function offsetOf(yaml: YamlDocument, path: readonly PropertyKey[], key: boolean): number {
  let node: unknown = yaml.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const [depth, part] of path.entries()) {
    if (!isCollection(node)) return offset;
    const pair = node.items.find((item) => isPair(item) && String(item.key) === String(part));
    if (key && depth === path.length - 1 && isPair(pair) && isNode(pair.key)) {
      return pair.key.range?.[0] ?? offset;
    }
    node = node.get(typeof part === 'symbol' ? part.toString() : part, true);
    if (isNode(node)) offset = node.range?.[0] ?? offset;
  }
  return offset;
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}

function unknownKeyText({ path, suggestion, allowed }: UnknownKey): string {
  const hint =
    suggestion === undefined
      ? `Known keys here: ${allowed.join(', ')}.`
      : `Did you mean "${suggestion}"?`;
  return `Unknown key "${String(path.at(-1))}". ${hint}`;
}

function invalid(file: string, problems: YamlProblem[]): ExpectedError {
  const listed = problems
    .slice(0, 50)
    .map(({ line, path, message }) => `line ${line}${path === '' ? '' : `, ${path}`}: ${message}`);
  return new ExpectedError(
    'invalid',
    'persona.yaml-invalid',
    `${file} is not a valid persona:\n- ${listed.join('\n- ')}`,
    {
      fix: 'Correct the lines named; docs/personas.md describes every field, docs/persona.schema.json lets an editor check them.',
      cause: problems,
    },
  );
}
