import { baseNameOf } from '../export/visible-paths.ts';
import { decodeText, readBytes } from '../read/read-text.ts';
import { problem, skipped } from '../source-events.ts';
import type { Export, SourceEvent } from '../source.ts';
import { readArticle } from './article.ts';
import { type Context, documentEvent, type Told } from './row-events.ts';

const maxArticleBytes = 4_000_000;

export async function* readArticleFile(
  files: Export,
  path: string,
  context: Context,
  signal: AbortSignal,
): AsyncGenerator<SourceEvent> {
  const bytes = await readBytes(files, path, maxArticleBytes, signal);
  if (bytes === null) {
    yield problem(path, 'linkedin.article-too-long', 'The article has more than 4 MB.');
    return;
  }
  const { title, text, time, url, draft } = readArticle(decodeText(bytes).text);
  if (draft) yield skipped('unpublished', path);
  else if (text === '') yield skipped('no-words', path);
  else {
    const name = baseNameOf(path)
      .replace(/\.html?$/i, '')
      .normalize('NFC');
    const externalId = context.ids.addDistinct(`articles/${name}`);
    const told: Told = {
      externalId,
      text,
      ...(title ? { title } : {}),
      ...time,
      kind: 'social',
      stance: 'by',
      ...(url ? { url } : {}),
    };
    yield documentEvent(told, path, undefined, context);
  }
}
