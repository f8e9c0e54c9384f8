import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { memoryExport, never } from '../../tests/build-export.ts';
import { readRows } from './csv-rows.ts';

async function read(text: string | Buffer, required = ['name'], chunkBytes = 11) {
  const rows: Array<Record<string, string>> = [];
  const lines: number[] = [];
  const bad: Array<[string, number]> = [];
  const files = memoryExport({ 'a.csv': text }, chunkBytes);
  for await (const row of readRows(files, 'a.csv', required, never)) {
    if (row.type === 'row') {
      rows.push(row.cells);
      lines.push(row.line);
    } else if (row.type !== 'header') bad.push([row.type, row.line]);
  }
  return { rows, lines, bad };
}

describe('reading CSV', () => {
  it('takes both ways of writing a quote, a byte order mark, cells over several lines', async () => {
    const { rows, lines } = await read(
      '\uFEFFName,Text\nAnn,"say ""hi"" now"\nBen,"say \\"hi\\" now"\nCy,"two\nlines"\nDee,"ends in \\\\"\nEd,last\n',
    );
    expect(rows.map(({ text }) => text)).toEqual([
      'say "hi" now',
      'say "hi" now',
      'two\nlines',
      'ends in \\\\',
      'last',
    ]);
    expect(lines).toEqual([2, 3, 4, 6, 7]);
  });

  it('leaves a backslash at the end of a cell alone in a file that escapes by doubling', async () => {
    const { rows } = await read('Name,Text\n"C:\\","say ""hi"""\n"D:\\",x\n');
    expect(rows).toEqual([
      { name: 'C:\\', text: 'say "hi"' },
      { name: 'D:\\', text: 'x' },
    ]);
  });

  it('finds the header below a preamble, and reports rows that do not fit it', async () => {
    const { rows, bad } = await read(
      'Notes:\n"When exporting, some things are missing."\n\nFirst Name,Name\nA,B\nBADROW\nC,D\n',
    );
    expect(rows.map(({ name }) => name)).toEqual(['B', 'D']);
    expect(bad).toEqual([['bad', 6]]);
    expect((await read('x,y\n1,2\n')).bad).toEqual([['headerless', 1]]);
  });

  it('gives up on a row that never ends, and says where it began', async () => {
    const { rows, bad } = await read(
      `Name,Text\nA,b\nC,"${'never closed\n'.repeat(100_000)}`,
      ['name'],
      65_536,
    );
    expect(rows).toHaveLength(1);
    expect(bad).toEqual([['bad', 3]]);
  });

  it('reads back whatever is written, however the bytes come in', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '😀', ',', '"', '\n', ' ', ';', '\t'),
    });
    const written = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { maxLength: 6 }),
        fc.integer({ min: 1, max: 30 }),
        async (all, size) => {
          const text = `Name,Text\n${all.map(([a, b]) => `${written(`x${a}`)},${written(b)}\n`).join('')}`;
          const { rows, bad } = await read(text, ['name'], size);
          expect(bad).toEqual([]);
          expect(rows.map((row) => row.text)).toEqual(all.map(([, b]) => b.trim()));
        },
      ),
    );
  });

  it('takes any bytes without failing', async () => {
    const piece = fc.constantFrom('Name', ',', '"', '\\"', '\\', '\n', '\r', 'a', '""', '\uFEFF');
    const text = fc
      .array(piece, { maxLength: 60 })
      .map((all) => Buffer.from(`Name,Text\n${all.join('')}`));
    const bytes = fc.uint8Array({ maxLength: 200 }).map((all) => Buffer.from(all));
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, bytes), async (all) => {
        await expect(read(all)).resolves.toBeDefined();
      }),
    );
  });
});
