import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestCluster, type TestCluster } from '@personate/test-cluster';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';

const root = resolve(import.meta.dirname, '..');
const executablePath = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));
if (executablePath === undefined) {
  process.stderr.write(
    'SKIPPED: the console in a browser. Install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH.\n',
  );
}
const withBrowser = executablePath === undefined ? describe.skip : describe;

const notes = [
  {
    id: 'boat',
    text: 'I bought a small wooden boat called Heron in the spring of 2014 and painted her green.',
    time: '2014-04-02',
  },
  {
    id: 'bread',
    text: 'I bake rye bread every Saturday with the sourdough that my aunt Ilse gave me.',
    time: '2016-01-09',
  },
  {
    id: 'piano',
    text: 'I play the piano badly but with great joy, mostly old waltzes after supper.',
    time: '2018-11-20',
  },
];

withBrowser('the console, from a dropped export to a conversation', () => {
  let cluster: TestCluster;
  let browser: Browser;
  let page: Page;
  /** What the page's policy refused, what broke, and what asked another origin. */
  const trouble: string[] = [];

  beforeAll(async () => {
    const vite = join(root, 'packages/console/node_modules/vite/bin/vite.js');
    await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error'], {
      cwd: join(root, 'packages/console'),
    });
    cluster = await openTestCluster();
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('console', (message) => {
      if (message.type() === 'error' && !/401/.test(message.text())) trouble.push(message.text());
    });
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(cluster.url)) trouble.push(`asked ${request.url()}`);
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await cluster?.[Symbol.asyncDispose]();
  });

  it('logs in by the printed link, once', async () => {
    await page.goto(cluster.running.loginUrl);
    await page.getByRole('heading', { name: 'Meet somebody, or make somebody' }).waitFor();
    expect(page.url()).not.toContain('token');
    const second = await browser.newContext();
    const stranger = await second.newPage();
    await stranger.goto(cluster.running.loginUrl);
    await stranger.getByLabel('Login link or token').waitFor();
    await second.close();
  }, 60_000);

  it('makes a persona of a file: what was found, who is self, progress, draft, chat', async () => {
    const text = notes
      .map((note) => JSON.stringify({ ...note, author: 'Vera Holm', kind: 'history' }))
      .join('\n');
    await page.getByLabel('Choose an export').setInputFiles({
      name: 'diary.jsonl',
      mimeType: 'application/jsonl',
      buffer: Buffer.from(text),
    });
    await page.getByRole('radio', { name: /Vera Holm/ }).check();
    await page.getByRole('button', { name: 'Make this persona' }).click();
    await page.getByText('3 added').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Accept the draft' }).click();
    await page.getByRole('button', { name: 'Accept the draft' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Talk to it' }).click();
    await page.getByRole('heading', { name: 'Vera Holm' }).waitFor();
  }, 120_000);

  it('shows the evidence beside the answer, and lights up both', async () => {
    await page.getByLabel('Ask Vera Holm').fill('What was the name of your boat?');
    await page.keyboard.press('Enter');
    await page.getByText('Answered from evidence').waitFor({ timeout: 30_000 });
    const card = page.locator('aside [data-evidence="1"]');
    expect(await card.textContent()).toContain('Heron');
    expect(await card.textContent()).toContain('2014');
    await page.getByRole('button', { name: 'Source 1' }).first().hover();
    expect(await card.getAttribute('class')).toContain('border-accent');
  }, 60_000);

  it('is calm about what the persona does not know, and says what it would need', async () => {
    await page.getByLabel('Ask Vera Holm').fill('How does a nuclear reactor work?');
    await page.keyboard.press('Enter');
    await page.getByText('Does not know').waitFor({ timeout: 30_000 });
    await page.getByRole('link', { name: 'Add knowledge' }).waitFor();
  }, 60_000);

  it('shows what was learnt since', async () => {
    await page.getByLabel('Ask Vera Holm').fill('My dog is called Biscuit.');
    await page.keyboard.press('Enter');
    await page
      .getByRole('button', { name: /Forget: .*Biscuit/ })
      .first()
      .waitFor({ timeout: 60_000 });
  }, 90_000);

  it('asks nobody but its own server, and breaks no rule of its policy', () => {
    expect(trouble).toEqual([]);
  });
});
