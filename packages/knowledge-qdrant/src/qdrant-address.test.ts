import { describe, expect, it } from '@jest/globals';
import { qdrantAddress } from './qdrant-address.ts';

describe('the address of a Qdrant', () => {
  it('means port 6333 unless it names one, and keeps its path', () => {
    const shown = (url: string): string => qdrantAddress(url).shown;
    expect(shown('http://127.0.0.1')).toBe('127.0.0.1:6333');
    expect(shown('https://q.example.org:443/')).toBe('q.example.org:443');
    expect(shown('http://q.example.org:80')).toBe('q.example.org:80');
    expect(shown('http://[::1]:7000/qdrant/')).toBe('[::1]:7000/qdrant');
    expect(qdrantAddress('https://q.example.org/a/b').prefix).toBe('/a/b');
  });

  it('holds no secret, and is one', () => {
    for (const url of ['', '127.0.0.1:6333', 'ftp://x', 'http://me:pass@x:1', 'http://x/?key=1'])
      expect(() => qdrantAddress(url)).toThrow(
        expect.objectContaining({ code: 'knowledge.store-address' }),
      );
    expect(() => qdrantAddress('http://me:pass@x')).not.toThrow(/pass@/);
  });
});
