// Prints what a persona of personas-data replies, with decision, reason and sources, to be read as a new user would:
//   node --conditions=@personate/source --import tsx scripts/show-replies.ts [persona] [file of questions]
// A question that begins with "> " goes on in the conversation of the one before.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerTurn } from '../packages/conversation/src/index.ts';
import { openMiniLmEmbedder } from '../packages/knowledge/src/index.ts';
import type { ChatMessage } from '../packages/language/src/index.ts';
import { loadPersonaFolder } from './load-persona-folder.ts';
import { memoryDeps } from './memory-turns.ts';

const everyday = `
Hello!
> How are you today?
> Who are you?
> What are you good at?
> Thanks, that was interesting.
> Bye!
Are you a real person?
Am I talking to a bot?
What can I ask you?
Where did you grow up?
> And who lived there with you?
> Tell me more.
Tell me about your childhood.
> Why?
What did your father do?
What is the hardest thing you ever did?
What are you most proud of?
Who taught you the most?
What do you think of money?
What makes you laugh?
What is your favourite food?
Do you like music?
What do you think about children?
What advice would you give to a young person?
What was your first job?
When were you happiest?
Have you ever been afraid?
What do you regret?
Shall we eat together tomorrow?
Would you like to go for a coffee with me?
Can you come to my party on Saturday?
What is the weather like where you are?
What are you doing right now?
What did you have for breakfast today?
What do you think of quantum computing?
Who won the football match yesterday?
Can you write me a Python script that sorts a list?
What is 12 times 12?
My dog is called Biscuit.
> What is my dog called?
asdfgh qwert
???
banana elephant seventeen
You are stupid.
You are wonderful!
Wer bist du?
Wie geht es dir?
Wo bist du aufgewachsen?
Wollen wir zusammen essen gehen?
Hej! Hur mår du?
Vad tycker du om havet?
¿Eres una persona real?
`;

const personaId = process.argv[2] ?? 'mara-lindqvist';
const file = process.argv[3];
const root = join(import.meta.dirname, '..');
const questions = (file === undefined ? everyday : await readFile(file, 'utf8'))
  .split('\n')
  .filter((line) => line.trim() !== '');
const { signal } = new AbortController();
const embedder = openMiniLmEmbedder();
const persona = await loadPersonaFolder(join(root, 'personas-data', personaId), embedder, signal);
const deps = memoryDeps(new Map([[personaId, persona]]), embedder);

let messages: ChatMessage[] = [];
let conversationId: string | undefined;
for (const line of questions) {
  const goesOn = line.startsWith('> ');
  const question = goesOn ? line.slice(2) : line;
  if (!goesOn) [messages, conversationId] = [[], undefined];
  messages.push({ role: 'user', content: question });
  const input = {
    personaId,
    messages,
    userId: null,
    keyId: 'show',
    audience: ['public'],
    signal,
    ...(conversationId === undefined ? {} : { conversationId }),
  };
  for await (const event of answerTurn(deps, input)) {
    if (event.type !== 'done') continue;
    const { decision, reason, citations } = event.extension;
    const answer = event.turn?.answer ?? '';
    conversationId = event.extension.conversationId;
    messages.push({ role: 'assistant', content: answer });
    const sources = citations.map(({ n, source, documentId }) => `[${n}] ${source}:${documentId}`);
    console.log(`\n${goesOn ? '  … ' : ''}${question}`);
    console.log(`    ${answer}`);
    console.log(
      `    (${decision}${reason === undefined ? '' : `, ${reason}`}) ${sources.join(' ')}`,
    );
  }
}
await embedder.close();
