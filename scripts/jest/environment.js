// The world of Jest's own modules. Tests are modules of Node itself (run-natively.js), so what Jest calls Error, Array or
// Promise has to be what they call so, and its fake clock has to be theirs.
import { ModernFakeTimers } from '@jest/fake-timers';
import { TestEnvironment } from 'jest-environment-node';

const builtins = Object.getOwnPropertyNames(globalThis).filter(
  (name) => /^[A-Z]/.test(name) && typeof globalThis[name] === 'function',
);

export default class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    for (const name of builtins) this.global[name] = globalThis[name];
    this.fakeTimersModern = new ModernFakeTimers({
      config: config.projectConfig,
      global: globalThis,
    });
  }
}
