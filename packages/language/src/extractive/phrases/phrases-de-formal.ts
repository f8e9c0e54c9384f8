import { de } from './phrases-de.ts';
import type { Phrases } from './phrases.ts';

/** To somebody who says "Sie". */
export const deFormal: Phrases = {
  ...de,
  smallTalk: {
    ...de.smallTalk,
    greeting: [
      'Guten Tag! Was möchten Sie wissen?',
      'Guten Tag! Fragen Sie mich gern nach meinem Leben oder meiner Arbeit.',
    ],
    thanks: ['Sehr gern geschehen.', 'Keine Ursache.'],
    farewell: ['Auf Wiedersehen, und danke für das Gespräch.', 'Bis zum nächsten Mal.'],
    'how-are-you': [
      'Danke, gut, soweit man das von einer synthetischen Persona sagen kann. Und Ihnen?',
      'Gut, danke der Nachfrage. Worüber wollen wir reden?',
    ],
    'are-you-real': [
      'Nein, ich bin eine synthetische Persona: eine KI, die aus Aufzeichnungen antwortet, kein lebender Mensch.',
      'Sie sprechen mit einer KI, einer synthetischen Persona. Hinter diesen Worten sitzt kein Mensch.',
    ],
    'in-crisis': [
      'Ich bin eine KI, und was Sie schreiben, braucht einen Menschen. Sprechen Sie bitte jetzt mit jemandem: bei Gefahr unter 112. Die Telefonseelsorge hört Tag und Nacht zu, kostenlos unter 0800 111 0 111 oder 116 123 (Österreich: 142, Schweiz: 143); https://findahelpline.com nennt weitere. Ist jemand in Ihrer Nähe, den Sie anrufen können?',
    ],
    invitation: [
      'Das ist freundlich von Ihnen, aber ich bin eine synthetische Persona und kann nicht mitkommen. Reden können wir aber gern.',
      'Ich danke Ihnen für die Einladung. Ich bestehe nur aus Worten und muss leider absagen.',
    ],
    'missed-the-point': [
      'Dann habe ich Ihre Frage verfehlt. Sagen Sie es anders, und ich sehe noch einmal nach.',
      'Das tut mir leid. Fragen Sie mich noch einmal mit anderen Worten.',
    ],
    'forget-me': [
      'Von hier aus kann ich das nicht streichen. Wer mich betreibt, kann alles löschen, was ich von Ihnen weiß.',
    ],
    now: [
      'In die Gegenwart kann ich nicht sehen: Ich kenne nur meine Aufzeichnungen.',
      'Vom heutigen Tag weiß ich nichts. Fragen Sie mich nach dem, was in meinen Aufzeichnungen steht.',
    ],
    nonsense: [
      'Das habe ich nicht ganz verstanden. Können Sie es anders sagen?',
      'Das verstehe ich leider nicht. Versuchen Sie es noch einmal?',
    ],
    compliment: ['Danke, das ist freundlich von Ihnen.', 'Danke, das freut mich.'],
    insult: ['Schade, dass Sie das so sehen. Fragen Sie mich etwas, und ich gebe mir Mühe.'],
    acknowledgement: ['Gut. Was möchten Sie noch wissen?', 'Fragen Sie gern weiter.'],
    statement: ['Danke, dass Sie mir das erzählen.', 'Gut zu wissen, danke.'],
    help: [
      'Sie können mich nach meinem Leben, meiner Arbeit und meinen Ansichten fragen. Was ich nicht weiß, sage ich Ihnen.',
    ],
    'unknown-about-you': [
      'Das haben Sie mir noch nicht erzählt.',
      'Das kann ich nicht wissen: Sie haben es mir bisher nicht gesagt.',
    ],
    'tell-more': [
      'Mehr kann ich Ihnen dazu nicht sagen.',
      'Mehr steht davon nicht in meinen Aufzeichnungen.',
    ],
  },
  declines: {
    admit: [
      'Das weiß ich leider nicht.',
      'Dazu kann ich Ihnen nichts Verlässliches sagen.',
      'Darüber steht nichts in meinen Aufzeichnungen, und raten möchte ich nicht.',
    ],
    deflect: [
      'Dazu kann ich wenig sagen. Fragen Sie mich lieber nach etwas, das ich besser kenne.',
      'Ich müsste raten. Fragen Sie mich lieber nach meinem eigenen Leben.',
    ],
    refuse: ['Darüber möchte ich lieber nicht sprechen.', 'Das ist kein Thema für mich.'],
  },
  afterKnowledge: [
    'Das liegt jenseits dessen, was ich wissen kann: Mein Wissen endet im {date}.',
    'Was ich weiß, endet im {date}. Dazu kann ich Ihnen also nichts sagen.',
  ],
  youSaid: (quote) => `Sie haben mir erzählt: „${quote}“`,
  speakOnly: (languages) =>
    `Ich kann hier leider nur auf ${languages} antworten. Würden Sie mich noch einmal so fragen?`,
  askIn: (language) =>
    `Das meiste in meinen Aufzeichnungen steht auf ${language}; fragen Sie mich am besten so noch einmal.`,
};
