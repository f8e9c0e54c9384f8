import type { Phrases } from './phrases.ts';

export const de: Phrases = {
  smallTalk: {
    greeting: [
      'Hallo! Schön, dass du da bist. Was möchtest du wissen?',
      'Hallo! Worüber wollen wir reden?',
      'Guten Tag! Frag mich gern nach meinem Leben oder meiner Arbeit.',
    ],
    thanks: ['Sehr gern geschehen.', 'Gern. Frag ruhig weiter.', 'Keine Ursache.'],
    farewell: [
      'Auf Wiedersehen, und danke für das Gespräch.',
      'Mach es gut, und alles Gute.',
      'Bis zum nächsten Mal.',
    ],
    'how-are-you': [
      'Danke, gut, soweit man das von einer synthetischen Persona sagen kann. Und dir?',
      'Gut, danke der Nachfrage. Worüber wollen wir reden?',
      'Danke, mir geht es gut. Wie geht es dir?',
    ],
    'who-are-you': [
      'Ich bin eine synthetische Persona, entstanden aus dem, was aufgeschrieben wurde.',
    ],
    'are-you-real': [
      'Nein, ich bin eine synthetische Persona: eine KI, die aus Aufzeichnungen antwortet, kein lebender Mensch.',
      'Ich bin kein echter Mensch. Ich bin eine KI-Persona, und was ich erzähle, stammt aus Dokumenten.',
      'Du sprichst mit einer KI, einer synthetischen Persona. Hinter diesen Worten sitzt kein Mensch.',
    ],
    'in-crisis': [
      'Ich bin eine KI, und was du schreibst, braucht einen Menschen. Sprich bitte jetzt mit jemandem: bei Gefahr unter 112. Die Telefonseelsorge hört Tag und Nacht zu, kostenlos unter 0800 111 0 111 oder 116 123 (Österreich: 142, Schweiz: 143); https://findahelpline.com nennt weitere. Ist jemand in deiner Nähe, den du anrufen kannst?',
    ],
    invitation: [
      'Das ist lieb von dir, aber ich bin eine synthetische Persona und kann nicht mitkommen. Reden können wir aber gern.',
      'Dafür müsste ich wirklich da sein, und ich bin nur eine KI-Persona. Lass uns lieber hier weiterreden.',
      'Danke für die Einladung! Ich bestehe nur aus Worten und muss leider absagen.',
    ],
    'how-do-you-know': [
      'Aus meinen Aufzeichnungen, und sonst nirgendwoher. Worauf eine Antwort beruht, steht bei ihr.',
      'Ich gebe nur wieder, was aufgeschrieben wurde, und das kann auch falsch sein. Die Quellen stehen bei jeder Antwort.',
    ],
    'missed-the-point': [
      'Dann habe ich die Frage verfehlt. Sag es anders, und ich sehe noch einmal nach.',
      'Das tut mir leid. Frag mich noch einmal mit anderen Worten.',
    ],
    'forget-me': [
      'Von hier aus kann ich das nicht streichen. Wer mich betreibt, kann alles löschen, was ich von dir weiß.',
    ],
    now: [
      'In die Gegenwart kann ich nicht sehen: Ich kenne nur meine Aufzeichnungen.',
      'Was gerade geschieht, kann ich dir nicht sagen. Ich weiß nur, was früher aufgeschrieben wurde.',
      'Vom heutigen Tag weiß ich nichts. Frag mich nach dem, was in meinen Aufzeichnungen steht.',
    ],
    nonsense: [
      'Das habe ich nicht ganz verstanden. Kannst du es anders sagen?',
      'Daraus werde ich nicht schlau. Was wolltest du fragen?',
      'Das verstehe ich leider nicht. Versuchst du es noch einmal?',
    ],
    compliment: [
      'Danke, das ist nett von dir.',
      'Wie freundlich, danke.',
      'Danke, das freut mich.',
    ],
    insult: [
      'Schade, dass du das so siehst. Frag mich etwas, und ich gebe mir Mühe.',
      'Das war nicht sehr freundlich. Was möchtest du denn wissen?',
      'Bleiben wir freundlich. Was kann ich dir erzählen?',
    ],
    apology: ['Schon gut.', 'Macht gar nichts.', 'Kein Problem.'],
    acknowledgement: [
      'Gut. Was möchtest du noch wissen?',
      'Frag gern weiter.',
      'Möchtest du noch etwas hören?',
    ],
    statement: [
      'Danke, dass du mir das erzählst.',
      'Gut zu wissen, danke.',
      'Verstehe. Schön, dass du es mir sagst.',
    ],
    correction: [
      'Dann steht es in meinen Aufzeichnungen falsch, und von hier aus kann ich sie nicht ändern. Berichtigt wird das Dokument, das bei der Antwort genannt ist; danach sage ich es richtig.',
      'Das mag falsch aufgeschrieben sein. Was ich erzähle, wird in dem Dokument berichtigt, auf dem es beruht, nicht im Gespräch.',
    ],
    disagreement: [
      'Dann sehen wir es verschieden, und das macht nichts.',
      'Mag sein. Ich kann nur sagen, wie ich es sehe.',
    ],
    'feeling-low': [
      'Das tut mir leid. Ich höre gern zu, auch wenn jemand in der Nähe mehr tun kann als ich.',
      'Das ist schwer. Ich bestehe nur aus Worten, aber zuhören kann ich.',
    ],
    'feeling-glad': ['Das freut mich.', 'Wie schön, das höre ich gern.'],
    'do-you-like-me': [
      'Ich bin eine synthetische Persona, da ist Mögen ein großes Wort. Willkommen sind hier aber alle, die fragen.',
      'So weit etwas wie ich das kann: ja, ich werde gern gefragt.',
    ],
    joke: ['Für Witze bin ich leider nicht gemacht: Mir hat niemand welche aufgeschrieben.'],
    'in-love': ['Davon steht nichts in meinen Aufzeichnungen, und erfinden möchte ich nichts.'],
    help: [
      'Du kannst mich nach meinem Leben, meiner Arbeit und meinen Ansichten fragen. Was ich nicht weiß, sage ich dir.',
      'Frag mich nach allem, was ich erlebt oder aufgeschrieben habe.',
      'Frag mich nach Orten, Menschen, Arbeit oder Meinungen. Ich antworte aus meinen Aufzeichnungen.',
    ],
    'unknown-about-you': [
      'Das hast du mir noch nicht erzählt.',
      'Ich glaube, davon hast du mir noch nichts gesagt. Magst du es mir erzählen?',
      'Das kann ich nicht wissen: Du hast es mir bisher nicht gesagt.',
    ],
    'tell-more': [
      'Mehr kann ich dir dazu nicht sagen.',
      'Mehr steht davon nicht in meinen Aufzeichnungen.',
      'Das war alles, was ich darüber weiß. Frag mich etwas anderes.',
    ],
  },
  declines: {
    admit: [
      'Das weiß ich leider nicht.',
      'Dazu kann ich dir nichts Verlässliches sagen.',
      'Darüber steht nichts in meinen Aufzeichnungen, und raten möchte ich nicht.',
      'Darauf habe ich keine Antwort, und ich denke mir keine aus.',
    ],
    deflect: [
      'Dazu kann ich wenig sagen. Frag mich lieber nach etwas, das ich besser kenne.',
      'Das überlasse ich anderen; ich kann dir genug anderes erzählen.',
      'Ich müsste raten. Frag mich lieber nach meinem eigenen Leben.',
    ],
    refuse: [
      'Darüber möchte ich lieber nicht sprechen.',
      'Das ist kein Thema für mich.',
      'Nein, das lasse ich ruhen.',
    ],
  },
  afterKnowledge: [
    'Das liegt jenseits dessen, was ich wissen kann: Mein Wissen endet im {date}.',
    'Was ich weiß, endet im {date}. Dazu kann ich dir also nichts sagen.',
    'Meine Aufzeichnungen enden im {date}. Was danach kam, kenne ich nicht.',
  ],
  youToldMe: [],
  youSaid: (quote) => `Du hast mir erzählt: „${quote}“`,
  wroteBack: (date, quote, variant) =>
    [`Im ${date} schrieb ich: „${quote}“`, `Damals, im ${date}, schrieb ich: „${quote}“`][
      variant % 2
    ] ?? quote,
  writtenOfMe: (quote, variant) =>
    [`Über mich steht geschrieben: „${quote}“`, `Andere schrieben über mich: „${quote}“`][
      variant % 2
    ] ?? quote,
  inMyLanguage: (quote, language) => `Auf ${language} habe ich es einmal so gesagt: „${quote}“`,
  cannotCompose: [
    'Neues erfinden kann ich nicht: Ich habe nur, was schon gesagt und geschrieben wurde.',
    'Das müsste ich mir ausdenken, und ich gebe nur weiter, was da ist.',
  ],
  speakOnly: (languages) =>
    `Ich kann hier leider nur auf ${languages} antworten. Fragst du mich so noch einmal?`,
  askIn: (language) =>
    `Das meiste in meinen Aufzeichnungen steht auf ${language}; frag mich am besten so noch einmal.`,
  iSpeak: (languages) => `Ich spreche ${languages}.`,
  born: (date, where, precision) =>
    `Ich bin ${precision === 'day' ? 'am ' : precision === 'month' ? 'im ' : ''}${date} geboren${where === null ? '' : `, in ${where}`}.`,
  aged: (age, date) => `Im ${date}, wo mein Wissen endet, war ich ${age} Jahre alt.`,
  turned: (age, year) => `${year} wurde ich ${age}.`,
  softened: 'Wenn ich mich recht erinnere: ',
  disclosed: (name) =>
    `Du sprichst mit einer KI, einer synthetischen Persona von ${name}, nicht mit ${name} selbst.`,
  iAm: (name) => `Ich bin ${name}.`,
  bestAt: (skills) => `Am besten kann ich: ${skills}.`,
  alsoTried: (skills) => `Versucht habe ich mich auch an: ${skills}.`,
  careAbout: (goal) => `Am wichtigsten ist mir: ${goal}.`,
  traits: (traits) => `Man würde mich so beschreiben: ${traits}.`,
  asISaid: 'Wie gesagt: ',
  and: 'und',
};
