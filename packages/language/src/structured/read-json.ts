import { jsonrepair } from 'jsonrepair';

const mostCharacters = 200_000;

/**
 * The JSON object in a model's reply: without thinking aloud, fences and chatter around it, with what small models get
 * wrong (quotes, commas, an end that was cut off) mended. Undefined where there is none.
 */
export function readJson(reply: string): { value: object; isCut: boolean } | undefined {
  const text = reply
    .slice(0, mostCharacters)
    .replaceAll(/<think>[\s\S]*?(?:<\/think>|$)/g, '')
    .replaceAll(/```(?:json)?/gi, '');
  const start = text.search(/[[{]/);
  if (start === -1) return undefined;
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  for (const part of [text.slice(start, end + 1), text.slice(start)]) {
    const value = parsed(part);
    if (typeof value === 'object' && value !== null) return { value, isCut: isOpen(part) };
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    try {
      return JSON.parse(jsonrepair(text));
    } catch {
      return undefined;
    }
  }
}

/** Whether brackets are left open: a text that ends in the middle. */
function isOpen(text: string): boolean {
  const bare = text.replaceAll(/"(?:[^"\\]|\\.)*"/gs, '');
  const count = (mark: RegExp): number => bare.match(mark)?.length ?? 0;
  return count(/[[{]/g) > count(/[\]}]/g);
}
