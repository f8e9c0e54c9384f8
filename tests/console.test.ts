import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestCluster, type TestCluster } from '@personate/test-cluster';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
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
  /** Scripts and styles of the first visit, as they weigh packed. */
  const firstLoad = new Map<string, Promise<number>>();
  let loading = true;
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
    page.on('response', (response) => {
      if (loading && /\.(?:js|css)$|\/$/.test(response.url()))
        firstLoad.set(
          response.url(),
          response.body().then((body) => gzipSync(body).length),
        );
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(cluster.url)) trouble.push(`asked ${request.url()}`);
    });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await cluster?.[Symbol.asyncDispose]();
  });

  const loginLink = async () => {
    const { token } = await cluster.call<{ token: string }>('POST', '/v1/session/tokens');
    return `${cluster.url}/#token=${token}`;
  };
  const frontDoor = { name: 'Meet somebody, or make somebody' };

  it('logs in by the printed link, once', async () => {
    await page.goto(cluster.running.loginUrl);
    await page.getByRole('heading', frontDoor).waitFor();
    loading = false;
    expect(page.url()).not.toContain('token');
    const second = await browser.newContext();
    const stranger = await second.newPage();
    await stranger.goto(cluster.running.loginUrl);
    await stranger.getByLabel('Login link or token').waitFor();
    await second.close();
  }, 60_000);

  it('loads less than 350 kB, packed, before it can be used', async () => {
    const sizes = await Promise.all(firstLoad.values());
    expect(sizes.length).toBeGreaterThanOrEqual(3);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(350_000);
  });

  it('logs in by a link that is opened where a tab is open already, and shows what was asked for', async () => {
    const context = await browser.newContext();
    const tab = await context.newPage();
    await tab.goto(cluster.url);
    await tab.getByLabel('Login link or token').waitFor();
    // Only the fragment differs: the browser does not load the page again.
    await tab.goto(await loginLink());
    await tab.getByRole('heading', frontDoor).waitFor();
    expect(tab.url()).not.toContain('token');
    await tab.goto(await loginLink());
    await tab.waitForURL((url) => !url.hash.includes('token'));
    await tab.getByRole('heading', frontDoor).waitFor();
    await context.close();
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
    await page.getByText('Say whose words these are.').waitFor();
    await page.getByRole('radio', { name: 'An invented character’s' }).check();
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

  it('opens a source by its number, walks on with the arrows, and back closes it', async () => {
    const before = page.url();
    await page.getByRole('button', { name: 'Source 1' }).first().click();
    const card = page.locator('aside [data-evidence="1"]');
    await card.getByRole('link', { name: 'As a page' }).waitFor();
    expect(page.url()).toMatch(/e=[\w-]+\.1$/);
    const focused = page.locator('aside [data-evidence] :focus');
    await focused.waitFor();
    await page.keyboard.press('End');
    await focused.waitFor();
    await page.goBack();
    expect(page.url()).toBe(before);
    await card.getByRole('link', { name: 'As a page' }).waitFor({ state: 'detached' });
  }, 60_000);

  it('shows a citation’s address as a page to read, after a login where there is none', async () => {
    const answer = await cluster.call<{
      choices: Array<{ message: { annotations: Array<{ url_citation: { url: string } }> } }>;
    }>('POST', '/v1/chat/completions', {
      model: 'vera-holm',
      messages: [{ role: 'user', content: 'What was the name of your boat?' }],
    });
    const address = answer.choices[0]?.message.annotations[0]?.url_citation.url ?? '';
    const context = await browser.newContext();
    const reader = await context.newPage();
    await reader.goto(address);
    await reader.getByLabel('Login link or token').fill(await loginLink());
    await reader.getByRole('button', { name: 'Log in' }).click();
    await reader.getByText('a small wooden boat called Heron').waitFor();
    expect(await reader.locator('main time').textContent()).toBe('Apr 2, 2014');
    await context.close();
  }, 60_000);

  it('goes anywhere by the palette, and explains what it finds', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Go to' }).fill('rye bread');
    await page.getByRole('option', { name: /Search what it knows/ }).click();
    await page.waitForURL(/\/p\/vera-holm\/knowledge\?q=rye\+bread/);
    const first = page
      .getByRole('list', { name: 'Passages, best first' })
      .locator('article')
      .first();
    await first.getByText('sourdough').waitFor();
    await first.getByText('Why it was found').click();
    expect(await first.getByRole('meter').count()).toBeGreaterThan(1);
    await page.goBack();
    await page.getByLabel('Ask Vera Holm').waitFor();
    await page.keyboard.press('/');
    await page.locator('textarea:focus').waitFor();
  }, 60_000);

  it('draws of which years the persona knows something', async () => {
    await page.goto(`${cluster.url}/p/vera-holm/knowledge`);
    await page
      .getByRole('figure', { name: /Passages by year: most in 2014 \(1\), 2016 \(1\), 2018 \(1\)/ })
      .waitFor();
    await page.goto(`${cluster.url}/p/vera-holm`);
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

  it('loses nothing that is being said or written: not to a look from another window, not to a login that ends', async () => {
    const context = await browser.newContext();
    const tab = await context.newPage();
    await tab.goto(await loginLink());
    await tab.getByRole('heading', frontDoor).waitFor();
    await tab.goto(`${cluster.url}/p/vera-holm/about#conversations`);
    const earlier = tab.getByRole('link', { name: 'What was the name of your boat?' });
    await earlier.waitFor();
    await tab.waitForFunction(
      `document.querySelector('#conversations').getBoundingClientRect().top < innerHeight - 100`,
    );
    await earlier.click();
    const field = tab.getByLabel('Ask Vera Holm');
    const said = tab.getByRole('article').filter({ hasText: 'What do you bake?' });
    const answered = tab.getByText('Answered from evidence');
    await answered.waitFor();
    await field.fill('What do you play?');
    await tab.keyboard.press('Enter');
    await answered.nth(1).waitFor();
    let letGo = (): void => undefined;
    const released = new Promise<void>((resolve) => (letGo = resolve));
    await tab.route('**/v1/chat/completions', async (route) => {
      await released;
      await route.continue();
    });
    await field.fill('What do you bake?');
    await tab.keyboard.press('Enter');
    await said.waitFor();
    // Asked for every five seconds, which is as long as what was fetched is fresh.
    for (const _ of [1, 2]) await tab.waitForResponse(/\/memories/);
    const look = `dispatchEvent(new Event('visibilitychange'))`;
    await Promise.all([tab.waitForResponse(/\/v1\/personas\/vera-holm$/), tab.evaluate(look)]);
    // What was stopped before it began is asked again.
    await tab.getByRole('button', { name: 'Stop' }).click();
    await said.getByText('Stopped').waitFor();
    letGo();
    await said.getByRole('button', { name: 'Again' }).click();
    await said.getByText('Answered from evidence').waitFor();

    await field.fill('Half of what I wanted to');
    // A dialog of the page's does not keep anybody from logging in.
    await tab.keyboard.press('Control+k');
    const palette = tab.getByRole('dialog', { name: 'Go to' });
    await palette.waitFor();
    await context.clearCookies();
    await tab.getByLabel('Login link or token').fill(await loginLink());
    await tab.getByRole('button', { name: 'Log in' }).click();
    await tab.getByRole('dialog', { name: 'Log in' }).waitFor({ state: 'hidden' });
    await palette.waitFor();
    await tab.keyboard.press('Escape');
    await said.waitFor();
    expect(await field.inputValue()).toBe('Half of what I wanted to');
    await context.close();
  }, 90_000);

  it('takes a folder of notes as it is, and asks whose words they are', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'console-notes-'));
    await mkdir(join(folder, 'notes', '.hidden'), { recursive: true });
    const text = (n: number) =>
      `On the ${n}th day I planted an apple tree behind the shed at home.`;
    for (const n of [4, 5, 6]) await writeFile(join(folder, 'notes', `day-${n}.md`), text(n));
    await writeFile(join(folder, 'notes', '.hidden', 'secret.md'), 'Nobody reads this.');
    await page.goto(cluster.url);
    await page.getByLabel('Choose a folder of notes').setInputFiles(join(folder, 'notes'));
    await page.getByRole('radio', { name: /their own words/ }).check();
    await page.getByText('3 own').waitFor();
    await page.getByLabel('Name of the persona').fill('Ole Dahl');
    await page.getByRole('radio', { name: 'A living person’s, who agreed' }).check();
    await page
      .getByRole('textbox', { name: 'What they agreed to' })
      .fill('May be asked by the family.');
    await page
      .getByRole('textbox', { name: 'Where that is written down' })
      .fill('His letter of 1 March 2026');
    const start = /\/v1\/personas\/ole-dahl\/ingestions$/;
    await page.route(start, (route) => route.abort(), { times: 1 });
    await page.getByRole('button', { name: 'Make this persona' }).click();
    // The persona is made by then: the next click goes on with it.
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'Make this persona' }).click();
    await page.getByRole('heading', { name: 'Ingested' }).waitFor({ timeout: 60_000 });
    await page.getByText('3 added').waitFor();
    expect(trouble.splice(0)).toEqual([expect.stringContaining('ERR_FAILED')]);
    const { consent, document } = await cluster.call<{ consent: string; document: object }>(
      'GET',
      '/v1/personas/ole-dahl',
    );
    expect({ consent, document }).toMatchObject({
      consent: 'given',
      document: {
        subject: { kind: 'real' },
        consent: { basis: 'May be asked by the family.', evidence: 'His letter of 1 March 2026' },
      },
    });
    await page.goto(`${cluster.url}/p/ole-dahl`);
    await page.getByText('with consent').waitFor();
    await page.goto(`${cluster.url}/p/ole-dahl/about`);
    await page.getByRole('button', { name: 'Withdraw consent' }).click();
    await page.getByRole('button', { name: /answers nobody from now on/ }).click();
    const withdrawn = page.getByText('It is withdrawn: the persona answers nobody.');
    await withdrawn.waitFor();
    await page.getByRole('link', { name: 'Talk' }).click();
    await page.getByLabel('Ask Ole Dahl').fill('Hello');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'To its consent' }).click();
    await withdrawn.waitFor();
    expect(trouble.splice(0)).toEqual([expect.stringContaining('403')]);
    await rm(folder, { recursive: true });
  }, 120_000);

  it('describes the HTTP API to anybody, without a login', async () => {
    const context = await browser.newContext();
    const reader = await context.newPage();
    await reader.goto(`${cluster.url}/docs#startIngestion`);
    await reader.locator('#startIngestion').getByText('-F file=@EXPORT.zip').waitFor();
    await reader.getByLabel('Find an endpoint').fill('readPassage');
    expect(await reader.getByRole('heading', { level: 3 }).count()).toBe(1);
    await context.close();
  }, 60_000);

  it('edits a persona as text, keeps the text that is refused, erases it once its id is typed, and takes its download back', async () => {
    await cluster.call('POST', '/v1/personas', { id: 'short-lived', name: 'Short Lived' });
    await page.goto(`${cluster.url}/p/short-lived/about`);
    await page.getByRole('link', { name: 'Edit as YAML' }).click();
    const text = page.getByLabel('The persona as YAML');
    const save = page.getByRole('button', { name: 'Save as a new version' });
    const before = await text.inputValue();
    await text.fill(before.replace('name: Short Lived', 'nmae: Short Lived'));
    await save.click();
    await page.getByRole('alert').getByText('Unknown key "nmae"').waitFor();
    expect(await text.inputValue()).toContain('nmae: Short Lived');
    await page.getByRole('button', { name: 'Go to line 2' }).click();
    const marked = 'getSelection().toString()';
    expect(await page.evaluate<string>(marked)).toBe('nmae: Short Lived');
    await text.fill(before.replace('name: Short Lived', 'name: Longer Lived'));
    // Somebody else saves meanwhile: it is told, and the next click saves knowingly.
    const between = await cluster.request(
      'PUT',
      '/v1/personas/short-lived',
      { id: 'short-lived', name: 'Between' },
      { headers: { 'if-match': '*' } },
    );
    expect(between.status).toBe(200);
    await save.click();
    await page.getByRole('status').getByText('in the place of version 2').waitFor();
    expect(await text.inputValue()).toContain('name: Longer Lived');
    await save.click();
    await page.getByRole('heading', { name: 'Longer Lived' }).waitFor();
    // The refusals were told to the browser's console too.
    expect(trouble.splice(0)).toEqual([
      expect.stringContaining('400'),
      expect.stringContaining('409'),
    ]);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download all of it' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('short-lived.personate.zip');
    // Renamed, as people do: what it is stands in it.
    const packed = join(await mkdtemp(join(tmpdir(), 'personate-pack-')), 'my old friend.zip');
    await download.saveAs(packed);
    await page.getByRole('button', { name: 'Erase …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Erase Longer Lived' });
    const erase = dialog.getByRole('button', { name: 'Erase it' });
    await dialog.getByRole('textbox').fill('short');
    expect(await erase.isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill('short-lived');
    // Whoever presses Escape while it erases still gets the receipt.
    let goOn = (): void => undefined;
    const released = new Promise<void>((resolve) => (goOn = resolve));
    await page.route(/\/v1\/personas\/short-lived\?/, async (route) => {
      await released;
      await route.continue();
    });
    await erase.click();
    await dialog.getByRole('button', { name: 'Erasing …' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.mouse.click(2, 2);
    goOn();
    await dialog.getByRole('heading', { name: 'Longer Lived is erased' }).waitFor();
    await dialog.getByText('3 versions').waitFor();
    // Words, and no names of tables.
    expect(await dialog.innerText()).not.toMatch(/\p{Ll}\p{Lu}|cursors|projections/u);
    await page.unroute(/\/v1\/personas\/short-lived\?/);
    await dialog.getByRole('button', { name: 'To the start page' }).click();
    await page.getByRole('heading', frontDoor).waitFor();
    const gone = await cluster.request('GET', '/v1/personas/short-lived');
    expect(gone.status).toBe(404);

    await page.getByLabel('Choose an export').setInputFiles(packed);
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.waitForURL(/\/p\/short-lived\/ingestions\//);
    const { name } = await cluster.call<{ name: string }>('GET', '/v1/personas/short-lived');
    expect(name).toBe('Longer Lived');
    await rm(join(packed, '..'), { recursive: true });
  }, 60_000);

  it('asks once more before a persona of somebody living needs nobody’s consent', async () => {
    await cluster.call('POST', '/v1/personas', {
      id: 'of-myself',
      name: 'Of Myself',
      disclosure: 'A synthetic one.',
      subject: { kind: 'self' },
      consent: { basis: 'It is me.' },
    });
    await page.goto(`${cluster.url}/p/of-myself/edit`);
    const text = page.getByLabel('The persona as YAML');
    await text.fill((await text.inputValue()).replace('kind: self', 'kind: fictional'));
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    const confirm = page.getByRole('button', { name: 'It is of nobody living: save it so' });
    await confirm.waitFor();
    const subjectNow = async () =>
      (await cluster.call<{ subject: string }>('GET', '/v1/personas/of-myself')).subject;
    expect(await subjectNow()).toBe('self');
    await confirm.click();
    await page.getByRole('heading', { name: 'Of Myself' }).waitFor();
    expect(await subjectNow()).toBe('fictional');
    // Back and forth again.
    const back = page.getByRole('button', { name: 'Go back to this' });
    await back.click();
    await page.getByText('Back to version 1.').waitFor();
    expect(await subjectNow()).toBe('self');
    await back.first().click();
    await confirm.click();
    await page.getByText('Back to version 2.').waitFor();
    expect(await subjectNow()).toBe('fictional');
    // The refusals were told to the browser's console too.
    expect(trouble.splice(0)).toEqual(Array(2).fill(expect.stringContaining('422')));
  }, 60_000);

  it('on a phone begins at the beginning, and is nowhere wider than the screen', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const name = 'الدكتورة نادية عبد الرحمن الشريف '.repeat(3).trim();
    await cluster.call('POST', '/v1/personas', { id: 'nadia', name });
    const word = 'Donaudampfschifffahrtsgesellschaftskapitänsmütze';
    await cluster.call('POST', '/v1/personas', { id: 'long', name: word.repeat(2) });
    const paths = ['/', '/?for=nadia', '/p/nadia', '/p/vera-holm', '/p/nadia/about'];
    const more = [
      '/p/long',
      '/p/long/about',
      '/p/vera-holm/about',
      '/p/vera-holm/knowledge',
      '/p/vera-holm/knowledge?q=boat',
      '/docs',
    ];
    for (const path of [...paths, ...more]) {
      await page.goto(cluster.url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      // As text: these tests have no types of a page.
      const { over, scrolled } = await page.evaluate<{ over: number; scrolled: number }>(`({
        over: Math.max(...[document.documentElement, ...document.querySelectorAll('main')].map((one) => one.scrollWidth - one.clientWidth)),
        scrolled: [...document.querySelectorAll('*')].filter((one) => one.scrollTop > 0).length,
      })`);
      expect([path, over, scrolled]).toEqual([path, 0, 0]);
    }
  }, 90_000);

  it('asks nobody but its own server, and breaks no rule of its policy', () => {
    expect(trouble).toEqual([]);
  });
});
