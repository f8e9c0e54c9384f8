import { describe, expect, it } from '@jest/globals';
import { joinSignals } from './join-signals.ts';

describe('joined signals', () => {
  it('abort with the first of them, for its reason, and once', () => {
    const [one, other] = [new AbortController(), new AbortController()];
    const { signal } = joinSignals(one.signal, other.signal);
    let times = 0;
    signal.addEventListener('abort', () => (times += 1));
    expect(signal.aborted).toBe(false);
    other.abort('late');
    one.abort('closing');
    expect([signal.reason, times]).toEqual(['late', 1]);
  });

  it('are aborted where one of them was', () => {
    const open = new AbortController();
    const { signal } = joinSignals(open.signal, AbortSignal.abort('gone'));
    expect(signal.reason).toBe('gone');
  });

  it('hear nothing after their release, and leave the others to hear it', () => {
    const parent = new AbortController();
    const released = joinSignals(parent.signal);
    const held = joinSignals(parent.signal);
    released.release();
    released.release();
    parent.abort('closing');
    expect([released.signal.aborted, held.signal.aborted]).toEqual([false, true]);
    // Everybody had let go, and then somebody came again.
    const again = new AbortController();
    joinSignals(again.signal).release();
    const { signal } = joinSignals(again.signal);
    again.abort();
    expect(signal.aborted).toBe(true);
  });

  it('leave no listener on a signal that lives on, and never more than one', () => {
    const parent = new AbortController();
    let listeners = 0;
    const { addEventListener, removeEventListener } = parent.signal;
    parent.signal.addEventListener = (...given: Parameters<typeof addEventListener>) => {
      listeners += 1;
      expect(listeners).toBe(1);
      addEventListener.apply(parent.signal, given);
    };
    parent.signal.removeEventListener = (...given: Parameters<typeof removeEventListener>) => {
      listeners -= 1;
      removeEventListener.apply(parent.signal, given);
    };
    const joined = Array.from({ length: 100 }, () => joinSignals(parent.signal));
    for (const { release } of joined) release();
    expect(listeners).toBe(0);
  });

  it('pass on a joined signal, too', () => {
    const outermost = new AbortController();
    const outer = joinSignals(outermost.signal);
    const { signal } = joinSignals(outer.signal, new AbortController().signal);
    outermost.abort('closing');
    expect(signal.reason).toBe('closing');
  });
});
