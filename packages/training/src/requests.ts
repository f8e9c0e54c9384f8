import { createHash } from 'node:crypto';
import { ownOf } from '@personate/contracts';
import { baseLanguage } from '@personate/language';

/** What stands before a post that answers nothing: ours, said so in the manifest, and telling nothing of the post. */
const requests: Readonly<Record<string, readonly string[]>> = {
  en: [
    'What is on your mind?',
    'Tell me something.',
    'Say something about your day.',
    'What would you like to say?',
    'Share a thought.',
    'What have you been thinking about?',
  ],
  de: [
    'Was beschäftigt dich gerade?',
    'Erzähl mir etwas.',
    'Sag etwas über deinen Tag.',
    'Was möchtest du sagen?',
    'Teile einen Gedanken.',
    'Worüber hast du nachgedacht?',
  ],
  fr: [
    'À quoi penses-tu ?',
    'Raconte-moi quelque chose.',
    'Dis quelque chose de ta journée.',
    'Que voudrais-tu dire ?',
    'Partage une pensée.',
    'À quoi as-tu réfléchi ?',
  ],
  es: [
    '¿En qué piensas?',
    'Cuéntame algo.',
    'Di algo sobre tu día.',
    '¿Qué te gustaría decir?',
    'Comparte un pensamiento.',
    '¿Sobre qué has reflexionado?',
  ],
  sv: [
    'Vad tänker du på?',
    'Berätta något.',
    'Säg något om din dag.',
    'Vad skulle du vilja säga?',
    'Dela en tanke.',
    'Vad har du funderat på?',
  ],
};

/** Always the same for a document, whatever stands beside it; in its language where there are some, else in English. */
export function requestFor(document: { documentKey: string; language: string }): string {
  const list = ownOf(requests, baseLanguage(document.language)) ?? requests.en ?? [];
  const digest = createHash('sha256').update(document.documentKey).digest();
  return list[digest.readUInt32BE(0) % list.length] ?? '';
}
