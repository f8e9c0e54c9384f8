// How memory behaves while a large X archive is read: `node packages/sources/bench/read-large-archive.mjs [MB] [zip|folder]`, after a build.
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { detectSource, openExport } from '@personate/sources';
import yazl from 'yazl';

const megabytes = Number(process.argv[2] ?? 200);
const packed = process.argv[3] === 'zip';
const folder = await mkdtemp(join(tmpdir(), 'personate-bench-'));
const words = 'wind tide slip stone winter oar kettle lamp rope harbour gull plank'.split(' ');

function* tweets() {
  let random = 7;
  const next = () => (random = (random * 48_271) % 2_147_483_647);
  yield 'window.YTD.tweets.part0 = [\n';
  for (let n = 0, bytes = 0; bytes < megabytes * 1e6; n += 1) {
    const id = String(1_500_000_000_000_000_000n + BigInt(n) * 4_099n);
    const parent = n % 3 === 1 ? String(1_500_000_000_000_000_000n + BigInt(n - 1) * 4_099n) : null;
    const text = Array.from({ length: 30 }, () => words[next() % words.length]).join(' ');
    const tweet = {
      edit_info: { initial: { editTweetIds: [id], editableUntil: '2022-09-10T02:22:13.942Z' } },
      retweeted: false,
      source: '<a href="https://example.org" rel="nofollow">client</a>',
      entities: { hashtags: [], symbols: [], user_mentions: [], urls: [] },
      favorite_count: String(next() % 100),
      id_str: id,
      created_at: 'Wed Oct 10 20:19:24 +0000 2018',
      full_text: `${text} ${next()}`,
      lang: 'en',
      ...(parent ? { in_reply_to_status_id_str: parent, in_reply_to_user_id_str: '42' } : {}),
    };
    const record = `${n === 0 ? '' : ',\n'}${JSON.stringify({ tweet }, null, 2)}`;
    bytes += record.length;
    yield record;
  }
  yield '\n]';
}

try {
  const account =
    'window.YTD.account.part0 = [{"account":{"accountId":"42","accountDisplayName":"Bench"}}]';
  const path = packed ? join(folder, 'archive.zip') : join(folder, 'archive');
  if (packed) {
    const zip = new yazl.ZipFile();
    zip.addBuffer(Buffer.from(account), 'data/account.js');
    zip.addReadStream(Readable.from(tweets()), 'data/tweets.js');
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(path));
  } else {
    await mkdir(join(path, 'data'), { recursive: true });
    await pipeline(Readable.from([account]), createWriteStream(join(path, 'data/account.js')));
    await pipeline(Readable.from(tweets()), createWriteStream(join(path, 'data/tweets.js')));
  }
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  let documents = 0;
  const started = performance.now();
  const signal = AbortSignal.timeout(600_000);
  const files = await openExport(path, { signal });
  const source = await detectSource(files, signal);
  for await (const event of source.read(files, {}, signal)) {
    if (event.type === 'document') documents += 1;
    if (documents % 500 === 0) peak = Math.max(peak, process.memoryUsage().rss);
  }
  const seconds = (performance.now() - started) / 1000;
  await files[Symbol.asyncDispose]();
  const mebibytes = (bytes) => Math.round(bytes / 1024 ** 2);
  const report = {
    form: packed ? 'zip' : 'folder',
    megabytes,
    packedMegabytes: packed ? Math.round((await stat(path)).size / 1e6) : undefined,
    documents,
    seconds: Number(seconds.toFixed(1)),
    rssBeforeMiB: mebibytes(before),
    rssPeakMiB: mebibytes(peak),
    rssGrowthMiB: mebibytes(peak - before),
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
