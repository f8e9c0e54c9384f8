import type { ChatEvent, ChatInput, PersonateClient } from '@personate/client';

interface Exchange {
  question: string;
  answer: string;
}

/** As much as the server looks back. */
const remembered = 12;

/** One conversation, as this end of it knows it. */
export class Conversation {
  readonly #client: Pick<PersonateClient, 'chat'>;
  readonly #with: { persona: string; user: string | undefined; style?: number | undefined };
  #exchanges: Exchange[] = [];
  #conversationId: string | undefined;

  constructor(
    client: Pick<PersonateClient, 'chat'>,
    options: { persona: string; user: string | undefined; style?: number | undefined },
  ) {
    this.#client = client;
    this.#with = options;
  }

  /** The last question, to be asked again. */
  get lastQuestion(): string | undefined {
    return this.#exchanges.at(-1)?.question;
  }

  /** The answer as it is said; an answer that breaks off is no part of the conversation. */
  async *ask(question: string, signal: AbortSignal): AsyncGenerator<ChatEvent> {
    yield* this.#say(question, this.#exchanges, signal);
  }

  /** Another answer in place of the last one. */
  async *again(signal: AbortSignal): AsyncGenerator<ChatEvent> {
    const question = this.lastQuestion;
    if (question !== undefined) yield* this.#say(question, this.#exchanges.slice(0, -1), signal);
  }

  async *#say(
    question: string,
    before: readonly Exchange[],
    signal: AbortSignal,
  ): AsyncGenerator<ChatEvent> {
    for await (const event of this.#client.chat(this.#input(question, before, signal))) {
      if (event.type === 'done') {
        this.#exchanges = [...before, { question, answer: event.content }].slice(-remembered);
        this.#conversationId = event.extension.conversationId ?? this.#conversationId;
      }
      yield event;
    }
  }

  #input(question: string, before: readonly Exchange[], signal: AbortSignal): ChatInput {
    const { persona, user, style } = this.#with;
    return {
      persona,
      messages: [
        ...before.flatMap((one) => [
          { role: 'user' as const, content: one.question },
          { role: 'assistant' as const, content: one.answer },
        ]),
        { role: 'user', content: question },
      ],
      ...(user === undefined ? {} : { user }),
      ...(style === undefined ? {} : { style }),
      ...(this.#conversationId === undefined ? {} : { conversationId: this.#conversationId }),
      signal,
    };
  }
}
