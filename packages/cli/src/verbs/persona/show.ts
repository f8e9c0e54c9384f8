import type { PersonaDetail } from '@personate/contracts';
import type { Command } from 'commander';
import { exitCodes } from '../../exit-code.ts';
import { bar, formatTime, plural } from '../../output/format.ts';
import type { Output } from '../../output/output.ts';
import { table } from '../../output/table.ts';
import { wrap } from '../../output/wrap.ts';
import type { Cli } from '../../program/cli.ts';
import { examples } from '../../program/examples.ts';

export function addShow(group: Command, cli: Cli): void {
  group
    .command('show <id>')
    .description('a persona: who it is, what it can, where its knowledge ends')
    .addHelpText('after', examples('personate persona show ada-lovelace'))
    .action((id: string) =>
      cli.run(async ({ client, out }) => {
        const persona = await client.personas.get(id);
        out.result(persona, () => describe(persona, out));
        return exitCodes.done;
      }),
    );
}

/** Said where it matters: what nobody has to agree to, or is given, is as it should be. */
function consentNote({ id, consent, document }: PersonaDetail): string[] {
  switch (consent) {
    case 'not-needed':
      return [];
    case 'given':
      return [`consent: ${document.consent?.basis ?? ''}`];
    case 'missing':
      return [
        `consent is not stated, so it answers nobody: personate persona consent give ${id} --subject …`,
      ];
    case 'withdrawn':
      return ['consent is withdrawn: it answers nobody'];
  }
}

function describe(persona: PersonaDetail, out: Output): string[] {
  const { document } = persona;
  const { traits, voice, typicalResponses, timeline } = document.persona;
  const limits = document.knowledgeLimits;
  const about = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', out.paint('bold', title), ...lines.map((line) => `  ${line}`)];
  return [
    `${out.paint('bold', persona.name)} (${persona.id}), ${persona.subject}, ${persona.status}`,
    ...consentNote(persona),
    `version ${persona.headVersion}, knowledge revision ${persona.knowledgeRevision}, made ${formatTime(persona.createdAt)}`,
    ...(persona.tunedModel === undefined
      ? []
      : [`a model tuned on its own words speaks for it: ${persona.tunedModel}`]),
    ...(persona.openProposals > 0
      ? [
          `${plural(persona.openProposals, 'proposal')} to review: personate persona diff ${persona.id}`,
        ]
      : []),
    ...(persona.summary === '' ? [] : ['', ...wrap(persona.summary, { width: out.width })]),
    ...about(
      'Traits',
      table(
        traits.map(({ name, strength, note }) => [
          name,
          `${bar(strength, 10)} ${strength.toFixed(2)}`,
          note ?? '',
        ]),
      ),
    ),
    ...about('Goals', table(document.goals.goals.map((one) => [`${one.priority}`, one.goal]))),
    ...about('Skills', table(document.skills.skills.map((one) => [one.skill, one.level]))),
    ...about('Voice', [
      ...[voice.register, voice.rhythm, voice.humour].filter((said) => said !== undefined),
      `speaks ${voice.languages.join(', ')}; ${plural(typicalResponses.length, 'typical response')}; ${plural(timeline.length, 'entry', 'entries')} on the time line`,
    ]),
    ...about('Knowledge limits', [
      ...(limits.enabled ? [] : ['switched off']),
      ...(limits.asOf === undefined ? [] : [`nothing later than ${limits.asOf}`]),
      ...(limits.known.length === 0
        ? []
        : [`knows ${limits.known.map(({ domain }) => domain).join(', ')}`]),
      ...(limits.unknown.length === 0
        ? []
        : [`does not know ${limits.unknown.map(({ domain }) => domain).join(', ')}`]),
    ]),
    '',
    out.paint('dim', document.disclosure),
  ];
}
