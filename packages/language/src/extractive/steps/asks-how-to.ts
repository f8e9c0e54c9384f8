import { ownOf } from '@personate/contracts';

const ways: Readonly<Record<string, RegExp>> = {
  en: /^(?:(?:and|so|please|can you tell me|could you tell me|tell me|explain)[,:]? )*(?:how (?:do|does|can|could|should|would|might) (?:i|you|one|we|someone|somebody|people)|how to|what(?:['’]?s| is) (?:your|the) (?:recipe|way|method) (?:for|of|to)|(?:your|the) recipe for) (?:(?:make|bake|cook|brew|prepare|fry|boil|mix) )?(?<what>[\p{L}’' -]{3,50})$/iu,
  de: /^(?:(?:und|sag mal|bitte)[,:]? )*(?:wie (?:macht|machst|kocht|kochst|backt|bäckst|baut|baust|mache|koche|backe|baue) (?:man|du|ich)|(?:was ist )?(?:dein|das) rezept für) (?<what>[\p{L} -]{3,50})$/iu,
  sv: /^(?:(?:och|men)[,:]? )*(?:hur (?:gör|lagar|bakar|kokar|bygger) (?:man|du|jag)|(?:vad är )?(?:ditt )?recept(?:et)? (?:på|för)) (?<what>[\p{L} -]{3,50})$/iu,
  es: /^(?:(?:y|pero)[,:]? )*(?:cómo (?:se hacen?|haces|hago|se preparan?|preparas|se cocinan?)|(?:cuál es )?(?:tu|la) receta (?:de|para)) (?<what>[\p{L} -]{3,50})$/iu,
};

/** What somebody wants to know how to make or do; null where the question asks for something else. */
export function howToOf(question: string, language: string): string | null {
  const plain = question
    .replace(/[¿¡?!.…\s]+$/gu, '')
    .replace(/^[¿¡\s]+/u, '')
    .replace(/\s+/gu, ' ');
  return ownOf(ways, language)?.exec(plain)?.groups?.['what'] ?? null;
}
