/** The part of WebAssembly that we use: TypeScript has its types in the library for browsers only. */
interface Wasm {
  Memory: new (descriptor: { initial: number }) => WasmMemory;
  Module: new (bytes: Uint8Array) => object;
  Instance: new (
    module: object,
    imports: Record<string, Record<string, unknown>>,
  ) => { readonly exports: Record<string, unknown> };
  validate(bytes: Uint8Array): boolean;
}

export interface WasmMemory {
  /** Another one after each `grow`. */
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

export const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly: Wasm };
