import { ownOf } from '@personate/contracts';
import type { PersonaAspect } from '@personate/language';
import { plainMessage, withoutGreeting } from './detect-occasion.ts';

type AspectPatterns = ReadonlyArray<readonly [PersonaAspect, RegExp]>;

const byLanguage: Readonly<Record<string, AspectPatterns>> = {
  en: [
    [
      'name',
      /^(?:(?:and |so |hi |hello )?(?:what['’]?s|what is|may i (?:ask|know)|tell me|can you tell me|could you tell me) your (?:full |first |last |own )?name(?: please)?|what (?:are you called|should i call you|do (?:they|people) call you)|do you have a name|how (?:are you called|should i call you))$/iu,
    ],
    [
      'identity',
      /^(?:(?:so |and |but )?who (?:(?:are|r) (?:you|u)|am i (?:talking|speaking) (?:to|with)|is this)(?: (?:really|exactly|then|anyway))?(?:,? and what (?:do you do|are you))?|what are you|(?:please )?(?:(?:can|could|would) you (?:please )?)?(?:introduce yourself|describe yourself|tell me (?:(?:something|anything)(?: \p{Ll}+)? |a (?:bit|little) |more |(?:an?|one) \p{Ll}+ (?:fact|thing) )?about (?:yourself|you)|tell me who you are|say something about yourself)(?: please| a (?:bit|little)| briefly| in .{1,30})?|what should i know about you|tell me about you)$/iu,
    ],
    [
      'skills',
      /^what (?:are you (?:best |really |especially |particularly )?(?:good|skilled|talented) at|are your (?:main |best |greatest |biggest )?(?:skills|talents|strengths|abilities)|can you do (?:well|best)|do you do best|is your (?:greatest |biggest |main |best )(?:skill|talent|strength))$/iu,
    ],
    [
      'goals',
      /^what (?:are your (?:main |biggest |greatest |life )?(?:goals|aims|ambitions)(?: in life)?|is your (?:main |biggest |greatest )?(?:goal|aim|ambition|mission)(?: in life)?|do you want (?:to achieve|in life|from life)|drives you|matters (?:most )?to you(?: most)?|is most important to you)$/iu,
    ],
    [
      'traits',
      /^(?:what (?:kind|sort) of (?:person|character|man|woman) are you|what are you like(?: as a person)?|how would you (?:describe|characterise|characterize) (?:yourself|your (?:character|personality))|what is your (?:character|personality)(?: like)?|describe your (?:character|personality))$/iu,
    ],
    [
      'timeline',
      /^(?:(?:please )?(?:can|could|would)? ?(?:you )?tell me (?:the story of your life|your life story|about your life)(?: in (?:short|brief))?)$/iu,
    ],
  ],
  de: [
    [
      'name',
      /^(?:(?:und )?wie (?:heißt du|heißen sie|ist dein name|ist ihr name|soll ich dich nennen)(?: denn| eigentlich)?|was ist dein name)$/iu,
    ],
    [
      'identity',
      /^(?:(?:und )?wer bist du(?: denn| eigentlich)?|wer sind sie|was bist du|stell dich (?:bitte |doch )?(?:kurz |mal )?vor|erzähl(?:e)? (?:mir )?(?:bitte )?(?:etwas|was|mal) (?:etwas )?(?:über|von) dir|erzähl(?:e)? mir von dir|mit wem (?:spreche|rede) ich(?: hier)?)$/iu,
    ],
    [
      'skills',
      /^(?:was kannst du (?:am besten|besonders gut|gut)|worin bist du gut|was sind deine (?:stärken|fähigkeiten|talente))$/iu,
    ],
    [
      'goals',
      /^(?:was sind deine ziele(?: im leben)?|was ist dein (?:größtes )?ziel(?: im leben)?|was ist dir (?:am )?wichtig(?:sten)?|was treibt dich an)$/iu,
    ],
    [
      'traits',
      /^(?:was für ein mensch bist du|wie würdest du dich (?:selbst )?beschreiben|wie bist du so)$/iu,
    ],
  ],
  sv: [
    ['name', /^(?:(?:och )?vad heter du|vad är ditt namn|vad ska jag kalla dig)$/iu],
    [
      'identity',
      /^(?:(?:och )?vem är du|vem pratar jag med|vad är du|presentera dig(?: själv)?(?: gärna| kort)?|berätta (?:något |lite |mer )?om dig(?: själv)?)$/iu,
    ],
    ['skills', /^(?:vad är du (?:bra|bäst|duktig) på|vilka är dina styrkor|vad kan du bäst)$/iu],
    [
      'goals',
      /^(?:vad är (?:ditt mål|dina mål)(?: i livet)?|vad är viktigast för dig|vad är viktigt för dig|vad driver dig)$/iu,
    ],
    ['traits', /^(?:hurdan är du|hur är du som person|hur skulle du beskriva dig(?: själv)?)$/iu],
  ],
  es: [
    ['name', /^(?:(?:y )?cómo te llamas|cuál es tu nombre|cómo se llama(?: usted)?)$/iu],
    [
      'identity',
      /^(?:(?:y )?quién eres(?: tú)?|quién es usted|qué eres|preséntate|háblame de ti|cuéntame (?:algo )?(?:de|sobre) ti|con quién hablo)$/iu,
    ],
    [
      'skills',
      /^(?:en qué eres buen[oa]|qué se te da (?:mejor|bien)|cuáles son tus (?:habilidades|talentos))$/iu,
    ],
    [
      'goals',
      /^(?:cuáles son tus (?:metas|objetivos)|cuál es tu (?:meta|objetivo)(?: en la vida)?|qué es lo más importante para ti|qué te mueve)$/iu,
    ],
    ['traits', /^(?:cómo eres|qué (?:clase|tipo) de persona eres|cómo te describirías)$/iu],
  ],
};

/** Which of the persona's own modules the whole question asks for; null: recall decides. */
export function detectAspect(question: string, language: string): PersonaAspect | null {
  const plain = withoutGreeting(plainMessage(question));
  return (
    (ownOf(byLanguage, language) ?? []).find(([, pattern]) => pattern.test(plain))?.[0] ?? null
  );
}
