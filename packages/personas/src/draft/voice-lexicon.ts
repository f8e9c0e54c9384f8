/** What marks a voice, by language. Languages that are not here are measured without it. */
export interface VoiceLexicon {
  /** Said when one is not sure. */
  hedges: RegExp;
  /** Lead-ins that may stand before any complete sentence. */
  openings: readonly string[];
  greetings: readonly string[];
  firstPerson: RegExp;
  /** Short forms of speech. */
  contractions: RegExp | undefined;
}

const english: VoiceLexicon = {
  hedges:
    /\b(?:maybe|perhaps|probably|possibly|presumably|i think|i guess|i suppose|i believe|kind of|sort of|kinda|sorta|might|seems?|apparently|somewhat|arguably|not sure|i'm not certain|as far as i know|tend to)\b/gu,
  openings:
    phrases(`well|so|oh|ah|hm|hmm|look|listen|see|now|right|okay|ok|sure|yes|yeah|yep|no|nah|
honestly|frankly|actually|basically|personally|anyway|anyhow|you know|you see|i mean|to be
honest|to be fair|to be frank|in fact|of course|in my experience|in my opinion|in my view|in
truth|truth be told|funny thing|funny enough|fair enough|good question|believe me|trust me|
mind you|for what it's worth|as i see it|haha|ha|wow|aye|my friend|dear me|man|dude|true|
indeed|i tell you|let me tell you|let's see`),
  greetings:
    phrases(`hi|hello|hey|hi there|hello there|hey there|good morning|good evening|good afternoon|
morning|evening|howdy|greetings|welcome|yo|dear all|hi all|hey all|hi everyone|hello
everyone|hey everyone|hey folks|hi folks|g'day|ahoy`),
  firstPerson: /\b(?:i|i'm|i've|i'd|i'll|me|my|mine|myself)\b/gu,
  contractions: /\b\p{L}+'(?:s|re|ve|ll|d|m|t)\b|\b(?:gonna|wanna|gotta|kinda|dunno|ain't)\b/gu,
};

const german: VoiceLexicon = {
  hedges:
    /(?<!\p{L})(?:vielleicht|wahrscheinlich|möglicherweise|vermutlich|eventuell|wohl|irgendwie|eigentlich|ich glaube|ich denke|ich meine|ich schätze|ich vermute|scheint|könnte|dürfte|ungefähr|sozusagen)(?!\p{L})/gu,
  openings:
    phrases(`na ja|naja|nun|also|ach|oh|tja|ja|nein|nee|klar|ehrlich gesagt|offen gesagt|weißt du|
wissen sie|schau|schau mal|hör mal|gute frage|na gut|gut|genau|stimmt|im ernst|übrigens|
hm|hmm|glaub mir|glauben sie mir|meiner meinung nach|haha|mensch|kurz gesagt|um ehrlich zu
sein`),
  greetings:
    phrases(`hallo|hi|hey|moin|moin moin|servus|grüß gott|grüezi|guten morgen|guten tag|guten abend|
tach|na|hallo zusammen|hallo alle|liebe alle|liebe freunde`),
  firstPerson: /(?<!\p{L})(?:ich|mich|mir|mein|meine|meinem|meinen|meiner|meines)(?!\p{L})/gu,
  contractions:
    /\p{L}+'(?:s|n|ne|nen|m)(?!\p{L})|(?<!\p{L})(?:gibts|gehts|hab|nen|haste|biste)(?!\p{L})/gu,
};

const lexicons: Record<string, VoiceLexicon> = { en: english, de: german };

export function voiceLexicon(language: string): VoiceLexicon | undefined {
  return Object.hasOwn(lexicons, language) ? lexicons[language] : undefined;
}

function phrases(list: string): string[] {
  return list.split('|').map((phrase) => phrase.trim());
}
