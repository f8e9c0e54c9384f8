// npm run build && node --conditions=@personate/source --import tsx scripts/take-screenshot.ts [file] [--data DIR]
// The README's picture: an answer with its dated evidence beside it, and a question declined in voice. Without a data
// folder the shipped personas are loaded into one that is thrown away.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { startServer } from '../tests/harness/server.ts';

const root = resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  options: { data: { type: 'string' } },
  allowPositionals: true,
});
const file = resolve(positionals[0] ?? join(root, 'docs/images/console.png'));
const persona = { id: 'mara-lindqvist', name: 'Mara Lindqvist' };
const answered = 'What was your first boat?';
const declined = 'How does a nuclear reactor work?';
const waitMs = 60_000;

const executablePath = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((path) => path !== undefined && existsSync(path));
if (executablePath === undefined) {
  process.stderr.write('There is no Chromium here: install one, or set CHROMIUM_PATH.\n');
  process.exit(1);
}

const dataDir = values.data ?? (await mkdtemp(join(tmpdir(), 'personate-screenshot-')));
const server = await startServer({ dataDir, built: true, startMs: 300_000 });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const { token } = await server.call<{ token: string }>('POST', '/v1/session/tokens');
  const page = await browser.newPage({
    viewport: { width: 1280, height: 720 },
    deviceScaleFactor: 2,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(waitMs);
  await page.goto(`${server.url}/p/${persona.id}#token=${token}`);
  const ask = async (question: string, outcome: string): Promise<void> => {
    await page.getByLabel(`Ask ${persona.name}`).fill(question);
    await page.keyboard.press('Enter');
    await page.getByText(outcome).waitFor();
  };
  await ask(answered, 'Answered from evidence');
  await ask(declined, 'Does not know');
  await page.getByRole('button', { name: 'Source 1' }).first().click();
  await page.getByRole('link', { name: 'As a page' }).waitFor();
  await page.screenshot({ path: file });
  process.stderr.write(`wrote ${file}\n`);
} finally {
  await browser.close();
  await server.stop();
  if (values.data === undefined) await rm(dataDir, { recursive: true, force: true });
}
