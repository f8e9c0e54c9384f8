import { ownOf } from '@personate/contracts';

interface StatementWords {
  /** How somebody begins who tells something of themselves. */
  start: RegExp;
  /** What makes it a question or a request all the same. */
  asks: RegExp;
}

const byLanguage: Readonly<Record<string, StatementWords>> = {
  en: {
    start:
      /^(?:(?:well|so|oh|and|but|by the way|btw|no|yes|yeah|actually|also|you know|today|yesterday|unfortunately|hi|hello|please remember(?: that)?|remember(?: that)?|just so you know|fyi|no,? actually|sorry)[,!.]? )*(?:i|i['’](?:m|ve|d|ll)|my|we|we['’](?:re|ve)|our|call me|you can call me)\b/iu,
    asks: /\?|^(?:i|we)(?: woul|['’])?d? ?(?:want|wonder|wanted|wish|would like|['’]d like|would love|['’]d love|need|am curious|['’]m curious|am interested|['’]m interested|am wondering|['’]m wondering|have a question|am looking|['’]m looking|am trying|['’]m trying|don['’]t (?:know|understand))\b|\b(?:tell me|explain|can you|could you|would you|do you|what do|how do|what should|advice|recommend)\b|\bi (?:heard|read|think|believe|thought|understand|know|guess|bet|suppose|hear) (?:that )?you\b/iu,
  },
  de: {
    start:
      /^(?:(?:also|ach|und|aber|übrigens|nein|ja|eigentlich|hallo|heute|gestern|leider|merk dir,?(?: dass)?)[,!.]? )*(?:ich|mein[e]?|wir|unser[e]?|nenn mich|du kannst mich)(?!\p{L})/iu,
    asks: /\?|^ich (?:möchte|will|würde|wüsste|frage mich|hätte|brauche)|\b(?:erzähl|erkläre?|sag mir|kannst du|könntest du|was soll)\b|\bich (?:habe gehört|glaube|denke),? (?:dass )?du\b/iu,
  },
  sv: {
    start:
      /^(?:(?:och|men|förresten|nej|ja|hej|egentligen|idag|igår|tyvärr|kom ihåg(?: att)?)[,!.]? )*(?:jag|min|mitt|mina|vi|vår|vårt|våra|kalla mig|du kan kalla mig)(?!\p{L})/iu,
    asks: /\?|^jag (?:vill|skulle vilja|undrar|behöver|har en fråga)|(?<!\p{L})(?:berätta|förklara|säg mig|kan du|skulle du)(?!\p{L})/iu,
  },
  es: {
    start:
      /^(?:(?:pues|y|pero|por cierto|no|sí|hola|hoy|ayer|recuerda(?: que)?)[,!.]? )*(?:yo|mi|mis|me (?:llamo|gusta|encanta)|soy|tengo|vivo|trabajo|estoy|nosotros|nuestr[oa]s?|llámame)(?!\p{L})/iu,
    asks: /\?|^(?:yo )?(?:quiero|quisiera|me gustaría|necesito) (?:saber|que|preguntar)|(?<!\p{L})(?:cuéntame|dime|explica|puedes|podrías)(?!\p{L})/iu,
  },
};

/** "It's a folkboat from 1958", of what is theirs. */
const saysWhatItIs = /^(?:it['’]?s|it is|it was|they['’]re) an? (?!\p{L}+[.!]?$)/iu;

/** The user tells something of themselves and asks nothing. */
export function isStatement(message: string, language: string): boolean {
  const words = ownOf(byLanguage, language);
  if (words === undefined) return false;
  const plain = message.trim();
  if (plain.length > 600 || words.asks.test(plain)) return false;
  return words.start.test(plain) || (language === 'en' && saysWhatItIs.test(plain));
}
