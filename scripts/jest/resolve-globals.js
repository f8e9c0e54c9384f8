// A hook of Node's loader: outside of Jest's own loader the package `@jest/globals` refuses to be imported.
const globals = new URL('./globals.js', import.meta.url).href;

export function resolve(specifier, context, next) {
  return specifier === '@jest/globals'
    ? { url: globals, format: 'module', shortCircuit: true }
    : next(specifier, context);
}
