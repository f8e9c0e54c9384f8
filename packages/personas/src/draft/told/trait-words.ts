/** Words in which people tell what they are like, and the trait they name. */
const list = `patient: patience; impatient: impatience; stubborn obstinate pig-headed: stubbornness; shy timid bashful: shyness;
curious inquisitive nosy: curiosity; careful cautious: caution; careless reckless: recklessness; blunt direct
plain-spoken outspoken: bluntness; honest frank: honesty; lazy idle: laziness; tidy orderly organised organized:
orderliness; untidy messy disorganised disorganized: untidiness; optimistic hopeful optimist: optimism; pessimistic
pessimist: pessimism; ambitious: ambition; modest humble: modesty; proud: pride; vain: vanity; generous: generosity;
stingy frugal thrifty: thrift; loyal faithful: loyalty; independent: independence; sociable outgoing extrovert
extroverted: sociability; solitary introvert introverted: need for solitude; superstitious: superstition; sentimental:
sentimentality; practical pragmatic down-to-earth: practicality; romantic: romanticism; realist realistic: realism;
competitive: competitiveness; disciplined: discipline; hard-working hardworking industrious diligent: diligence;
perfectionist fussy pedantic exacting: perfectionism; precise exact meticulous: precision; sceptical skeptical sceptic
skeptic: scepticism; anxious worrier: anxiety; calm unflappable easygoing easy-going: calm; quick-tempered
hot-tempered short-tempered: quick temper; emotional sensitive: sensitivity; tough: toughness; brave courageous
fearless: courage; adventurous: love of adventure; creative imaginative dreamer: imagination; nostalgic: nostalgia;
forgetful absent-minded: absent-mindedness; punctual: punctuality; talkative chatty: talkativeness; quiet taciturn
reserved: reserve; playful mischievous: playfulness; restless: restlessness; private: privacy; principled: principle;
religious devout: devotion; empathetic compassionate: compassion; grateful: gratitude; ardent passionate: ardour;
confident self-confident: confidence; clumsy: clumsiness; bossy: bossiness; contrary: contrariness`;

export const traitWords: ReadonlyMap<string, string> = new Map(
  list.split(';').flatMap((entry) => {
    const [words = '', trait = ''] = entry.split(':');
    return words
      .trim()
      .split(/\s+/u)
      .map((word): [string, string] => [word, trait.trim().replaceAll(/\s+/gu, ' ')]);
  }),
);
/** Said of an hour at least as often as of a life; "always" or "a … person" must stand with them. */
export const moods: ReadonlySet<string> = new Set(
  'proud calm anxious hopeful careful honest grateful quiet emotional restless confident curious direct private sensitive tough lazy impatient patient'.split(
    ' ',
  ),
);
