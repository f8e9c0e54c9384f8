export interface Check {
  /** Stable, for programs. */
  name: string;
  state: 'ok' | 'warn' | 'fail';
  message: string;
  /** What to do about what is not ok. */
  fix?: string;
}

export const ok = (name: string, message: string): Check => ({ name, state: 'ok', message });
export const warn = (name: string, message: string, fix: string): Check => ({
  name,
  state: 'warn',
  message,
  fix,
});
export const fail = (name: string, message: string, fix: string): Check => ({
  name,
  state: 'fail',
  message,
  fix,
});
