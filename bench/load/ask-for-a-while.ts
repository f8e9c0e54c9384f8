import { askStreamed, type Asked } from '../measure/ask-streamed.ts';

export interface Asking {
  chats: number;
  seconds: number;
  firstMs: number[];
  totalMs: number[];
  decisions: Record<string, number>;
  failed: string[];
}

/** So many people who ask one question after another, for that long. */
export async function askForAWhile(
  to: Omit<Asked, 'messages'>,
  { people, seconds, questions }: { people: number; seconds: number; questions: Iterator<string> },
): Promise<Asking> {
  const startedAt = performance.now();
  const asking: Asking = {
    chats: 0,
    seconds: 0,
    firstMs: [],
    totalMs: [],
    decisions: {},
    failed: [],
  };
  const until = startedAt + seconds * 1_000;
  async function person(): Promise<void> {
    while (performance.now() < until) {
      const { value, done } = questions.next();
      if (done === true) return;
      try {
        const { firstMs, totalMs, personate } = await askStreamed({
          ...to,
          messages: [{ role: 'user', content: value }],
        });
        asking.chats += 1;
        asking.firstMs.push(firstMs);
        asking.totalMs.push(totalMs);
        const decision = personate?.decision ?? 'none';
        asking.decisions[decision] = (asking.decisions[decision] ?? 0) + 1;
      } catch (error) {
        asking.failed.push(String(error).slice(0, 120));
      }
    }
  }
  await Promise.all(Array.from({ length: people }, person));
  asking.seconds = (performance.now() - startedAt) / 1_000;
  return asking;
}
