import { describe, expect, it } from '@jest/globals';
import type { RecalledPassage } from '@personate/knowledge';
import { plainTerms } from '@personate/language';
import { sourceOf } from './source-of.ts';

const passage = (text: string, stance = 'by'): RecalledPassage =>
  ({ passageId: text, title: null, text, stance, language: 'en' }) as unknown as RecalledPassage;
const deps = { analyse: plainTerms };
const gannet = passage('I met my wife over a gannet with a hook in its wing, on the shore.');

describe('the source of a line that an operator wrote', () => {
  it('is the passage that says it in nearly its words', () => {
    const line = 'Over a gannet with a hook in its wing, on the shore.';
    expect(sourceOf(deps, line, 'en', [passage('The shore is long.'), gannet])).toBe(gannet);
  });

  it('is none where no passage says it', () => {
    const line = 'In a bakery in Husum, over the last loaf of rye bread.';
    expect(sourceOf(deps, line, 'en', [gannet])).toBeNull();
  });

  it('is never what somebody said to the persona', () => {
    const line = 'Over a gannet with a hook in its wing, on the shore.';
    expect(sourceOf(deps, line, 'en', [passage(gannet.text, 'to')])).toBeNull();
  });

  it('is none for a line too short to be told by its words', () => {
    expect(sourceOf(deps, 'On the shore.', 'en', [gannet])).toBeNull();
  });
});
