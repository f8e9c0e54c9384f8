// The world of Jest's own modules. Tests are modules of Node itself (run-natively.js), so what Jest calls Error, Array or
// Promise has to be what they call so, and its fake clock has to be theirs.
//
// And a file's AsyncLocalStorages end with it: Node keeps one that was ever run until it is disabled, and Node 20 asks each of
// them at every promise, which took a sixth of a worker's time.
import { ModernFakeTimers } from '@jest/fake-timers';
import { TestEnvironment } from 'jest-environment-node';
import { AsyncLocalStorage } from 'node:async_hooks';

const builtins = Object.getOwnPropertyNames(globalThis).filter(
  (name) => /^[A-Z]/.test(name) && typeof globalThis[name] === 'function',
);

const used = new Set();
for (const name of ['run', 'enterWith']) {
  const original = AsyncLocalStorage.prototype[name];
  AsyncLocalStorage.prototype[name] = function (...args) {
    used.add(this);
    return Reflect.apply(original, this, args);
  };
}

export default class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    for (const name of builtins) this.global[name] = globalThis[name];
    this.fakeTimersModern = new ModernFakeTimers({
      config: config.projectConfig,
      global: globalThis,
    });
  }

  async teardown() {
    for (const storage of used) storage.disable();
    used.clear();
    await super.teardown();
  }
}
