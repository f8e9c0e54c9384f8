import { z } from 'zod';
import { settings } from './settings.ts';

interface Described {
  name: string;
  group: string;
  doc: string;
  fallback: string;
  secret: boolean;
}

function described(): Described[] {
  return Object.entries(settings).map(([name, setting]) => {
    const value = z.safeParse(setting.schema, undefined).data;
    // What has members is described by `shown`, or has none.
    const own = value === undefined || typeof value === 'object' ? '' : String(value);
    return {
      name,
      group: setting.group,
      doc: setting.doc,
      fallback: 'shown' in setting ? setting.shown : own,
      secret: 'secret' in setting && setting.secret,
    };
  });
}

// By hand: Map.groupBy came with Node 21, and our floor is 20.
function groups(): Map<string, Described[]> {
  const found = new Map<string, Described[]>();
  for (const one of described()) found.set(one.group, [...(found.get(one.group) ?? []), one]);
  return found;
}

/** The text of `.env.example`. */
export function renderEnvExample(): string {
  const parts = [...groups()].map(([group, list]) =>
    [
      `## ${group}`,
      ...list.map(
        ({ name, doc, fallback }) =>
          `# ${doc}${fallback ? ` Default: ${fallback}` : ''}\n#${name}=`,
      ),
    ].join('\n\n'),
  );
  return `# Copy to .env and set what you need; nothing here is required.\n# Made from packages/chassis/src/settings.ts by \`npm run generate\`.\n\n${parts.join('\n\n')}\n`;
}

/** The text of docs/configuration.md. */
export function renderConfigurationDoc(): string {
  const parts = [...groups()].map(
    ([group, list]) =>
      `## ${group}\n\n| variable | default | what it does |\n|---|---|---|\n${list
        .map(
          ({ name, doc, fallback, secret }) =>
            `| \`${name}\` | ${fallback ? `\`${fallback}\`` : '–'} | ${doc}${secret ? ' Secret.' : ''} |`,
        )
        .join('\n')}`,
  );
  return `# Configuration\n\nMade from \`packages/chassis/src/settings.ts\` by \`npm run generate\`; do not edit by hand.\n\nVariables are read from the environment, and from a \`.env\` file beside \`package.json\` (the environment wins). A secret may stand in a file instead, named by the variable with \`_FILE\` behind it. An unknown \`PERSONATE_*\` variable is reported at start.\n\n${parts.join('\n\n')}\n`;
}
