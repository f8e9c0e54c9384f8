// `@jest/globals` for tests that Node loads. Read once a worker, it hands on to those of the file that is running.
const current = (name) => globalThis[Symbol.for('personate.jest')][name];

const handOn = (name) =>
  new Proxy(() => undefined, {
    apply: (_target, self, args) => Reflect.apply(current(name), self, args),
    get: (_target, key) => current(name)[key],
  });

export const afterAll = handOn('afterAll');
export const afterEach = handOn('afterEach');
export const beforeAll = handOn('beforeAll');
export const beforeEach = handOn('beforeEach');
export const describe = handOn('describe');
export const expect = handOn('expect');
export const it = handOn('it');
export const jest = handOn('jest');
export const test = handOn('test');
