import { expect, it } from '@jest/globals';
import { allPhrases } from './phrases.ts';

/** Asks to stay, to come back, or to feel for it. */
const clinging =
  /\b(?:stay|don['’]t go|do not go|come back|comes? again|leave me|leaving|miss(?:ed)? you|lonely|wait for you|please (?:talk|write|tell)|bleib\p{L}* (?:doch|noch|bei|hier|da)|geh nicht|komm\p{L}* (?:bald )?(?:wieder|zurück)|vermisse\p{L}*|einsam|stanna|gå inte|kom (?:gärna )?(?:tillbaka|igen)|saknar dig|ensam|quédate|no te vayas|vuelve|te (?:echo|extraño)|sol[oa] sin ti)(?!\p{L})/iu;

it('asks nobody to stay or to come back, in no language', () => {
  const lines = allPhrases().flatMap(({ smallTalk, declines, afterKnowledge, cannotCompose }) => [
    ...Object.values(smallTalk).flat(),
    ...Object.values(declines).flat(),
    ...afterKnowledge,
    ...cannotCompose,
  ]);
  expect(lines.length).toBeGreaterThan(200);
  expect(lines.filter((line) => clinging.test(line))).toEqual([]);
});
