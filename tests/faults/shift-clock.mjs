// Preloaded into a process whose clock shall be wrong: FAULT_CLOCK_SHIFT_MS says by how much.
const shiftMs = Number(process.env.FAULT_CLOCK_SHIFT_MS ?? '0');
const Right = globalThis.Date;

globalThis.Date = class Date extends Right {
  constructor(...given) {
    if (given.length === 0) super(Right.now() + shiftMs);
    else super(...given);
  }

  static now() {
    return Right.now() + shiftMs;
  }
};
