import { describe, expect, it } from '@jest/globals';
import { CitationMarkers } from './citation-markers.ts';

function read(text: string, known: number, size: number): string {
  const markers = new CitationMarkers(known);
  const pieces = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'gu')) ?? [];
  const parts = [...pieces.flatMap((piece) => markers.push(piece)), ...markers.end()];
  return parts
    .map((part) => (part.type === 'text' ? part.text : part.type === 'cite' ? `<${part.n}>` : ''))
    .join('');
}

describe('citation markers in a stream', () => {
  it.each([
    ['It was cold [1].', 'It was cold<1>.'],
    ['Cold [1, 2] and wet[3].', 'Cold<1><2> and wet<3>.'],
    ['Cold [1][2]', 'Cold<1><2>'],
    ['Cold [1-3]', 'Cold<1><2><3>'],
    ['Cold 【2】 there', 'Cold<2> there'],
    ['Cold 【2†source】.', 'Cold<2>.'],
    ['Cold [^1].', 'Cold<1>.'],
    ['Nobody said [7] that', 'Nobody said that'],
    [
      'She [laughs] and [see here](https://example.org) went',
      'She [laughs] and [see here](https://example.org) went',
    ],
    ['An open [ bracket', 'An open [ bracket'],
    ['Ends open [1', 'Ends open [1'],
    ['Lines\n\nstay [2]\nhere', 'Lines\n\nstay<2>\nhere'],
  ])('%j reads as %j in pieces of any size', (text, told) => {
    for (const size of [1, 2, 3, 7, 1000])
      expect([size, read(text, 3, size)]).toEqual([size, told]);
  });
});
