import { describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '@personate/language';
import { answerHousekeeping } from './answer-housekeeping.ts';
import { detectHousekeeping, unwrapQuestion } from './detect-housekeeping.ts';

const history = `<chat_history>
USER: Where did you learn to build boats, and who taught you?
ASSISTANT: On Orust. The title of my first drawing was "Elin".
</chat_history>`;
const user = (content: string): ChatMessage => ({ role: 'user', content });

const openWebUi = {
  title: `### Task:
Generate a concise, 3-5 word title with an emoji summarizing the chat history.
### Guidelines:
- The title should clearly represent the main theme or subject of the conversation.
### Output:
JSON format: { "title": "your concise title here" }
### Chat History:
${history}`,
  tags: `### Task:
Generate 1-3 broad tags categorizing the main themes of the chat history, along with 1-3 more specific subtopic tags.
### Output:
JSON format: { "tags": ["tag1", "tag2", "tag3"] }
### Chat History:
${history}`,
  'follow-ups': `### Task:
Suggest 3-5 relevant follow-up questions or prompts that the user might naturally ask next in this conversation as a **user**, based on the chat history, to help continue or deepen the discussion.
### Output:
JSON format: { "follow_ups": ["Question 1?", "Question 2?"] }
### Chat History:
${history}`,
  'search-queries': `### Task:
Analyze the chat history to determine the necessity of generating search queries, in the given language.
### Output:
Strictly return in JSON format: { "queries": ["query1", "query2"] }
### Chat History:
${history}`,
} as const;

describe('what stock clients ask behind the user’s back', () => {
  it.each(Object.entries(openWebUi))('is seen as %s', (chore, prompt) => {
    expect(detectHousekeeping([user(prompt)])).toBe(chore);
  });

  it.each([
    [
      'title',
      [
        user(
          'Provide a concise, 5-word-or-less title for the conversation, using title case conventions. Only return the title itself.\n\nConversation:\nUser: Where did you learn?\nAI: On Orust.',
        ),
      ],
    ],
    [
      'title',
      [
        {
          role: 'system',
          content:
            'You are a professional conversation summarizer. Summarize the user’s conversation as a title of at most 10 words.',
        },
        user('user: hi\nassistant: hello'),
      ],
    ],
    ['title', [user('你是一名擅长会话的助理，你需要将用户的会话总结为 10 个字以内的标题')]],
    [
      'title',
      [
        user('Where?'),
        { role: 'assistant', content: 'Orust.' },
        user(
          'Please generate a four to five word title summarizing our conversation without any lead-in, punctuation, quotation marks.',
        ),
      ],
    ],
    [
      'summary',
      [
        user(
          '[Pause your roleplay. Summarize the most important facts and events in the story so far.]',
        ),
      ],
    ],
  ] as Array<[string, ChatMessage[]]>)('is seen as %s in other clients too', (chore, messages) => {
    expect(detectHousekeeping(messages)).toBe(chore);
  });

  it.each([
    'What was the title of your first book?',
    'Can you suggest a title for my talk?',
    'Summarize your life in three sentences.',
    'Which tags do you put on your cables?',
    'What questions do people usually ask next?',
    'Tell me about the conversation you had with your father.',
    'Do you write search queries for a living?',
  ])('is not what a person asks: %j', (question) => {
    expect(detectHousekeeping([user(question)])).toBeNull();
  });

  it('is not the user’s question inside a retrieval template', () => {
    const wrapped = `### Task:
Respond to the user query using the provided context, incorporating inline citations in the format [id].
<context>
<source id="1">The title of the report is "Noise".</source>
</context>

<user_query>
Where did you grow up?
</user_query>`;
    expect(detectHousekeeping([user(wrapped)])).toBeNull();
    expect(unwrapQuestion(wrapped)).toBe('Where did you grow up?');
    expect(unwrapQuestion('Where?')).toBe('Where?');
  });
});

describe('its answer', () => {
  it('is a title of the conversation’s own words, in JSON where JSON is asked for', () => {
    const told: unknown = JSON.parse(answerHousekeeping('title', [user(openWebUi.title)]));
    expect(told).toEqual({ title: expect.stringMatching(/boats/u) });
    const plain = answerHousekeeping('title', [
      user('How do you bend a plank?'),
      { role: 'assistant', content: 'With steam.' },
      user('Provide a concise title for the conversation'),
    ]);
    expect(plain).toMatch(/plank/u);
    expect(plain.split(' ').length).toBeLessThanOrEqual(6);
  });

  it.each(['tags', 'follow-ups', 'search-queries'] as const)(
    'is well-formed JSON for %s',
    (chore) => {
      const told: unknown = JSON.parse(answerHousekeeping(chore, [user(openWebUi[chore])]));
      expect(Object.values(told as object)).toEqual([expect.any(Array)]);
    },
  );

  it('never has anything to say where there is no conversation', () => {
    expect(answerHousekeeping('title', [user('### Task:\nGenerate a title')])).toBe('Conversation');
    expect(answerHousekeeping('summary', [user('[Pause your roleplay]')])).toBe('');
  });
});

describe('a template made to be slow', () => {
  it('costs no more than another: tags that are never closed are looked for once', () => {
    const began = performance.now();
    const messages = [user(`### Task:\nGenerate a title.\n${'<context>'.repeat(100_000)}`)];
    expect(detectHousekeeping(messages)).toBe('title');
    answerHousekeeping('title', messages);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('a message of nothing but one thing', () => {
  it.each([' ', '\n', 'you are a ', '<chat_history>', 'reply in json ', 'title conversation '])(
    '(%j) keeps nobody waiting',
    (word) => {
      const content = `${word.repeat(20_000 / word.length)}q`;
      detectHousekeeping([user('Where is the boat?')]);
      const began = process.cpuUsage();
      detectHousekeeping([{ role: 'system', content }, user(content)]);
      expect(process.cpuUsage(began).user / 1_000).toBeLessThan(300);
    },
  );

  it('is a chore all the same where white space stands before it', () => {
    expect(detectHousekeeping([user(`\n\n  ${openWebUi.title}`)])).toBe('title');
  });
});
