import { describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import type { StoppedPersona } from '@personate/contracts';
import { PersonaWatch } from './persona-watch.ts';

const never = new AbortController().signal;
const withdrawn = (personaId: string): StoppedPersona => ({ personaId, why: 'withdrawn' });
const log = { warn: () => undefined };

/** Answers each look-up with what `among` says, and counts them. */
function watching(among: (look: number) => StoppedPersona[] | Error) {
  const asked: string[][] = [];
  const watch = new PersonaWatch(
    {
      amongStopped: async (ids) => {
        asked.push([...ids]);
        const answer = among(asked.length);
        if (answer instanceof Error) throw answer;
        return answer;
      },
      log,
    },
    { intervalMs: 1 },
  );
  return { watch, asked };
}

describe('answers under way', () => {
  it('end when their persona’s consent is withdrawn, and those of others go on', async () => {
    const { watch, asked } = watching(() => [withdrawn('ada')]);
    const turns = ['ada', 'ada', 'bo'].map((personaId) => watch.watch(personaId, never));
    await Promise.all(turns.slice(0, 2).map(({ signal }) => once(signal, 'abort')));
    expect(turns.map(({ signal }) => signal.aborted)).toEqual([true, true, false]);
    expect(turns[0]?.signal.reason).toMatchObject({ code: 'persona.consent-withdrawn' });
    // One query for all of them.
    expect(asked[0]?.toSorted()).toEqual(['ada', 'bo']);
    for (const turn of turns) turn.end();
  });

  it('end when their persona is erased, wherever that was asked for', async () => {
    const { watch } = watching(() => [{ personaId: 'ada', why: 'gone' }]);
    const turn = watch.watch('ada', never);
    await once(turn.signal, 'abort');
    expect(turn.signal.reason).toMatchObject({ code: 'persona.missing' });
    turn.end();
  });

  it('are looked up again when a look-up failed', async () => {
    const { watch, asked } = watching((look) =>
      look < 3 ? new Error('gone') : [withdrawn('ada')],
    );
    const turn = watch.watch('ada', never);
    await once(turn.signal, 'abort');
    expect(asked).toHaveLength(3);
    turn.end();
  });

  it('are looked up by one query at a time, also when one ends and another begins during it', async () => {
    jest.useFakeTimers();
    try {
      const answers: Array<(found: StoppedPersona[]) => void> = [];
      const watch = new PersonaWatch(
        { amongStopped: () => new Promise((resolve) => answers.push(resolve)), log },
        { intervalMs: 1 },
      );
      const ada = watch.watch('ada', never);
      await jest.advanceTimersByTimeAsync(1);
      ada.end();
      const bo = watch.watch('bo', never);
      await jest.advanceTimersByTimeAsync(50);
      expect(answers).toHaveLength(1);
      answers[0]?.([]);
      await jest.advanceTimersByTimeAsync(50);
      expect(answers).toHaveLength(2);
      answers[1]?.([withdrawn('bo')]);
      await jest.advanceTimersByTimeAsync(0);
      expect(bo.signal.aborted).toBe(true);
      bo.end();
    } finally {
      jest.useRealTimers();
    }
  });

  it('are watched on when a look-up hangs', async () => {
    let looks = 0;
    const hanging = new Promise<StoppedPersona[]>(() => undefined);
    const watch = new PersonaWatch(
      {
        amongStopped: () => ((looks += 1) === 1 ? hanging : Promise.resolve([withdrawn('ada')])),
        log,
      },
      { intervalMs: 1, lookMs: 5 },
    );
    const turn = watch.watch('ada', never);
    await once(turn.signal, 'abort');
    expect(looks).toBe(2);
    turn.end();
  });

  it('end with their client', () => {
    const { watch } = watching(() => []);
    const client = new AbortController();
    const turn = watch.watch('ada', client.signal);
    client.abort(new Error('gone'));
    expect(turn.signal.reason).toEqual(new Error('gone'));
    turn.end();
  });

  it('are asked about no more once they have ended', async () => {
    const { watch, asked } = watching((look) => (look === 1 ? [withdrawn('bo')] : []));
    const first = watch.watch('ada', never);
    first.end();
    const second = watch.watch('bo', never);
    await once(second.signal, 'abort');
    second.end();
    expect(asked).toEqual([['bo']]);
  });
});
