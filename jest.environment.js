// Jest's environment for Node, which lets go of a suite's AsyncLocalStorages when the suite is over. Node keeps one that
// was ever run until it is disabled, and asks each of them at every promise: a worker that has run a hundred suites spent a
// seventh of its time so, and kept what the suites had held.
import { AsyncLocalStorage } from 'node:async_hooks';
import { TestEnvironment } from 'jest-environment-node';

const used = new Set();
for (const name of ['run', 'enterWith']) {
  const original = AsyncLocalStorage.prototype[name];
  AsyncLocalStorage.prototype[name] = function (...args) {
    used.add(this);
    return Reflect.apply(original, this, args);
  };
}

export default class extends TestEnvironment {
  async teardown() {
    for (const storage of used) storage.disable();
    used.clear();
    await super.teardown();
  }
}
