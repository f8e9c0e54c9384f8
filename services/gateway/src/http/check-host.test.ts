import { describe, expect, it } from '@jest/globals';
import { hostAllowed, originAllowed } from './check-host.ts';

const rule = {
  allowedHosts: ['personate.example.org', 'lan.example:9000', 'localhost:9100-9109', '[::1]:9100'],
  port: 8787,
};

describe('the Host header', () => {
  it.each(['localhost:8787', 'LOCALHOST:8787', '127.0.0.1:8787', '[::1]:8787'])(
    'is ours as %s',
    (host) => expect(hostAllowed(host, rule)).toBe(true),
  );

  it.each([
    'personate.example.org',
    'personate.example.org:443',
    'lan.example:9000',
    'localhost:9100',
    'localhost:9109',
    '[::1]:9100',
  ])('is ours as the configured %s', (host) => expect(hostAllowed(host, rule)).toBe(true));

  it.each([
    'evil.example',
    'evil.example:8787',
    'localhost',
    'localhost:8788',
    'localhost.evil.example:8787',
    'lan.example',
    'lan.example:9001',
    'localhost:9110',
    '[::1]:9101',
    '127.0.0.1.nip.io:8787',
    '0.0.0.0:8787',
    'localhost:8787@evil.example',
    'evil.example#localhost:8787',
    '',
    undefined,
  ])('is not ours as %s', (host) => expect(hostAllowed(host, rule)).toBe(false));

  it('may name any port before the server listens', () => {
    expect(hostAllowed('localhost:80', { allowedHosts: [], port: null })).toBe(true);
  });
});

describe('the Origin header', () => {
  it.each(['http://localhost:8787', 'http://127.0.0.1:8787', 'https://personate.example.org'])(
    'is ours as %s',
    (origin) => expect(originAllowed(origin, rule)).toBe(true),
  );

  it.each(['null', 'http://localhost:5173', 'http://evil.example', 'file://localhost:8787', ''])(
    'is not ours as %s',
    (origin) => expect(originAllowed(origin, rule)).toBe(false),
  );
});
