import { openUntraced } from '@personate/chassis';
import type { Principal, Scope } from '@personate/contracts';
import { pino } from 'pino';
import { randomUUID } from 'node:crypto';
import type { GatewayConfig, GatewayDeps } from '../../src/deps.ts';
import { openSessions } from '../../src/sessions.ts';
import { spentInMemory } from './spent-in-memory.ts';
import { saying } from './scripted-answer.ts';

export function principal(over: Partial<Principal> = {}): Principal {
  return {
    keyId: 'key-test',
    scopes: ['admin'],
    personas: null,
    vouchesForUser: true,
    inlineCitations: false,
    audience: [],
    ...over,
  };
}

/** Keys that the bare gateway knows: one a scope, named after it. */
export const scopedKeys: Record<Scope, string> = {
  admin: 'test-key-of-scope-admin',
  chat: 'test-key-of-scope-chat',
  ingest: 'test-key-of-scope-ingest',
  review: 'test-key-of-scope-review',
};

export const testConfig: GatewayConfig = {
  version: '0.0.0-test',
  allowedHosts: [],
  uploadLimitBytes: 1024 * 1024,
  requestsPerMinute: 100_000,
  watchIntervalMs: 5,
  heartbeatMs: 50,
};

/** A gateway's deps without records: what a test does not replace rejects when it is called. */
export function bareDeps(over: Partial<GatewayDeps> = {}): GatewayDeps & { logged: string[] } {
  const logged: string[] = [];
  const keys = new Map<string, Principal>(
    (Object.entries(scopedKeys) as Array<[Scope, string]>).map(([scope, key]) => [
      key,
      principal({ keyId: `key-${scope}`, scopes: [scope] }),
    ]),
  );
  return {
    logged,
    answer: saying(['Hello', ' there.']),
    tone: () => Promise.reject(new Error('no tone in this test')),
    explain: () => Promise.reject(new Error('nothing is explained in this test')),
    personas: absent<GatewayDeps['personas']>('personas'),
    knowledge: absent<GatewayDeps['knowledge']>('knowledge'),
    map: () => Promise.reject(new Error('no map in this test')),
    common: absent<GatewayDeps['common']>('common'),
    packs: absent<GatewayDeps['packs']>('packs'),
    training: absent<GatewayDeps['training']>('training'),
    personaFiles: absent<GatewayDeps['personaFiles']>('personaFiles'),
    revisions: absent<GatewayDeps['revisions']>('revisions'),
    generations: absent<GatewayDeps['generations']>('generations'),
    interviews: absent<GatewayDeps['interviews']>('interviews'),
    ingestions: absent<GatewayDeps['ingestions']>('ingestions'),
    uploads: absent<GatewayDeps['uploads']>('uploads'),
    spendUpload: spentInMemory().spend,
    pokeIngestion: () => Promise.resolve(),
    inspect: () => Promise.reject(new Error('no inspect in this test')),
    derive: () => Promise.reject(new Error('no derive in this test')),
    calibrate: () => Promise.reject(new Error('no calibrate in this test')),
    conversations: absent<GatewayDeps['conversations']>('conversations'),
    memories: absent<GatewayDeps['memories']>('memories'),
    keys: {
      ...absent<GatewayDeps['keys']>('keys'),
      verify: (key) => Promise.resolve(keys.get(key) ?? null),
    },
    sessions: openSessions({
      adminKey: scopedKeys.admin,
      principal: principal({ keyId: 'key-admin' }),
      spent: spentInMemory(),
      now: () => new Date(),
    }),
    erasures: absent<GatewayDeps['erasures']>('erasures'),
    health: { records: () => Promise.resolve() },
    status: () => Promise.reject(new Error('no status in this test')),
    newId: randomUUID,
    now: () => new Date(),
    diagnose: () => Promise.reject(new Error('no diagnosis in this test')),
    board: () => Promise.reject(new Error('no board in this test')),
    telemetry: openUntraced({ service: 'test', version: '0' }),
    log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
    ...over,
  };
}

/** Rejects whatever is called of it. */
function absent<Part extends object>(name: string): Part {
  return new Proxy({} as Part, {
    get: (given, member) =>
      (Reflect.get(given, member) as unknown) ??
      (() => Promise.reject(new Error(`no ${name}.${String(member)} in this test`))),
  });
}

export function bearer(key: string): { authorization: string } {
  return { authorization: `Bearer ${key}` };
}
