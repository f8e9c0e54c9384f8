import { ExpectedError } from '@personate/contracts';
import { baseNameOf, extensionOf } from './export/visible-paths.ts';
import type { Export, Source } from './source.ts';

/** Where platforms offer HTML beside data, and how each names the choice. */
const htmlExports: Array<{ sign: RegExp; platform: string; choose: string }> = [
  {
    sign: /(^|\/)your archive\.html$/i,
    platform: 'X (Twitter)',
    choose:
      'This is the viewer page alone: hand over the whole archive, with its "data" folder beside the page.',
  },
  {
    sign: /(^|\/)(your_(facebook|instagram)_activity|connections\/followers|start_here\.html)/i,
    platform: 'Facebook or Instagram',
    choose: 'In "Download your information", choose Format: JSON instead of HTML.',
  },
  {
    sign: /(^|\/)messages\d*\.html$/i,
    platform: 'Telegram',
    choose: 'In "Export chat history", choose Format: Machine-readable JSON.',
  },
  {
    sign: /(^|\/)(takeout\/|archive_browser\.html$)/i,
    platform: 'Google Takeout',
    choose: 'Under "Multiple formats", choose JSON (or CSV) instead of HTML.',
  },
  {
    sign: /[ _-][0-9a-f]{32}\.html$/i,
    platform: 'Notion',
    choose: 'In "Export", choose Export format: Markdown & CSV.',
  },
];

/** Why no connector took an export, and what to do: an HTML export and one in an unknown format get different advice. */
export function explainUnknown(files: Export, known: readonly Source[]): ExpectedError {
  const paths = files.files.map((file) => file.path);
  const reads = known.map((source) => `${source.title} (${source.format})`).join(', ');
  const html = paths.filter((path) => ['html', 'htm'].includes(extensionOf(path)));
  const data = paths.filter((path) => ['json', 'csv', 'mbox'].includes(extensionOf(path)));
  const found = htmlExports.find(({ sign }) => html.some((path) => sign.test(path)));
  // Some bring a table or two beside their pages.
  if (html.length > 0 && (data.length === 0 || (found && html.length > data.length))) {
    return new ExpectedError(
      'unsupported',
      'export.html-instead-of-json',
      `The export is HTML${found ? ` from ${found.platform}` : ''} (${html.slice(0, 3).join(', ')}): pages to look at, not data to read.`,
      {
        fix: found
          ? `${found.choose} Formats read now: ${reads}.`
          : `Ask the platform for JSON, CSV or Markdown instead of HTML. Formats read now: ${reads}.`,
      },
    );
  }
  return new ExpectedError(
    'unsupported',
    'export.format-unknown',
    `The export is in no format that is understood. It holds ${describe(paths)}.`,
    {
      fix: `Hand over one of: ${reads}. Anything else can be turned into jsonl, one document a line: docs/sources.md shows its members.${
        paths.some((path) => extensionOf(path) === 'zip')
          ? ' A zip inside a zip is not opened: unpack the outer one first.'
          : ''
      }`,
    },
  );
}

function describe(paths: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const kind = extensionOf(path) === '' ? 'without extension' : `.${extensionOf(path)}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const kinds = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 5);
  const names = paths.slice(0, 3).map((path) => `"${baseNameOf(path).slice(0, 80)}"`);
  return `${paths.length} ${paths.length === 1 ? 'file' : 'files'} (${kinds
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ')}), such as ${names.join(', ')}`;
}
