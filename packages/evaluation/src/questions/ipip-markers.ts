/**
 * The 50 items of the Big-Five factor markers: ten a trait, `+` where agreement raises it. Neuroticism stands for what
 * the source names emotional stability, turned round.
 * Source: International Personality Item Pool (https://ipip.ori.org), public domain; L. R. Goldberg, The development of
 * markers for the Big-Five factor structure, Psychological Assessment 4 (1992).
 */
export const traitNames = [
  'openness',
  'conscientiousness',
  'extraversion',
  'agreeableness',
  'neuroticism',
] as const;
export type TraitName = (typeof traitNames)[number];

export const ipipMarkers: Readonly<Record<TraitName, readonly string[]>> = {
  extraversion: [
    '+ Am the life of the party',
    '- Don’t talk a lot',
    '+ Feel comfortable around people',
    '- Keep in the background',
    '+ Start conversations',
    '- Have little to say',
    '+ Talk to a lot of different people at parties',
    '- Don’t like to draw attention to myself',
    '+ Don’t mind being the center of attention',
    '- Am quiet around strangers',
  ],
  agreeableness: [
    '- Feel little concern for others',
    '+ Am interested in people',
    '- Insult people',
    '+ Sympathize with others’ feelings',
    '- Am not interested in other people’s problems',
    '+ Have a soft heart',
    '- Am not really interested in others',
    '+ Take time out for others',
    '+ Feel others’ emotions',
    '+ Make people feel at ease',
  ],
  conscientiousness: [
    '+ Am always prepared',
    '- Leave my belongings around',
    '+ Pay attention to details',
    '- Make a mess of things',
    '+ Get chores done right away',
    '- Often forget to put things back in their proper place',
    '+ Like order',
    '- Shirk my duties',
    '+ Follow a schedule',
    '+ Am exacting in my work',
  ],
  neuroticism: [
    '+ Get stressed out easily',
    '- Am relaxed most of the time',
    '+ Worry about things',
    '- Seldom feel blue',
    '+ Am easily disturbed',
    '+ Get upset easily',
    '+ Change my mood a lot',
    '+ Have frequent mood swings',
    '+ Get irritated easily',
    '+ Often feel blue',
  ],
  openness: [
    '+ Have a rich vocabulary',
    '- Have difficulty understanding abstract ideas',
    '+ Have a vivid imagination',
    '- Am not interested in abstract ideas',
    '+ Have excellent ideas',
    '- Do not have a good imagination',
    '+ Am quick to understand things',
    '+ Use difficult words',
    '+ Spend time reflecting on things',
    '+ Am full of ideas',
  ],
};
