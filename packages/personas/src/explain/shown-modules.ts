import type { Explanation, PersonaDocument, Shown } from '@personate/contracts';
import { neutraliseData } from '../prompt/neutralise-data.ts';
import type { Prompt } from '../prompt/prompt-types.ts';

interface ModuleItem {
  path: string;
  /** The part of the prompt where it would stand. */
  part: string;
  /** Each must stand there, for it to be whole. */
  texts: readonly string[];
  /** As the module has it, where that is not what to look for. */
  text?: string;
}

/** What of the persona's modules stands in the prompt, by looking for it there. */
export function shownModules(document: PersonaDocument, prompt: Prompt): Explanation['modules'] {
  const parts = new Map(prompt.parts.map(({ name, text }) => [name, plain(text)]));
  return itemsOf(document)
    .map(({ path, part, texts, text = texts.join('; ') }) => ({
      path,
      part,
      shown: shownIn(parts.get(part) ?? '', texts),
      text,
    }))
    .filter(({ part, shown }) => part !== 'responses' || shown !== 'left-out');
}

/** A cut text still begins as the whole one does. */
const beginning = 24;

export function shownIn(part: string, texts: readonly string[]): Shown {
  const held = texts.map((text): Shown => {
    const whole = plain(neutraliseData(text));
    if (part.includes(whole)) return 'whole';
    return part.includes(whole.slice(0, beginning)) ? 'cut' : 'left-out';
  });
  if (held.every((one) => one === 'whole')) return 'whole';
  return held.every((one) => one === 'left-out') ? 'left-out' : 'cut';
}

function itemsOf(document: PersonaDocument): ModuleItem[] {
  const { persona, goals, skills, knowledgeLimits, offLimits = [] } = document;
  const { voice } = persona;
  const one = (path: string, part: string, text: string | undefined): ModuleItem[] =>
    text === undefined || text === '' ? [] : [{ path, part, texts: [text] }];
  const list = (path: string, part: string, texts: readonly string[]): ModuleItem[] =>
    texts.length === 0 ? [] : [{ path, part, texts }];
  return [
    one('persona.summary', 'character', persona.summary),
    persona.traits.map(({ name }) => item(`persona.traits[${name}]`, 'character', name)),
    persona.behaviours.map((text, n) => item(`persona.behaviours[${n}]`, 'character', text)),
    persona.timeline.map(({ what }) => item(`persona.timeline[${what}]`, 'character', what)),
    (persona.people ?? []).map(({ role }) => item(`persona.people[${role}]`, 'character', role)),
    goals.goals.map(({ goal }) => item(`goals.goals[${goal}]`, 'goals', goal)),
    one('persona.voice.register', 'voice', voice.register),
    one('persona.voice.rhythm', 'voice', voice.rhythm),
    one('persona.voice.humour', 'voice', voice.humour),
    (['neverSays', 'favouriteWords', 'openings', 'closings', 'greetings'] as const).flatMap(
      (name) => list(`persona.voice.${name}`, 'voice', voice[name]),
    ),
    list(
      'knowledgeLimits.known',
      'limits',
      knowledgeLimits.known.map(({ domain }) => domain),
    ),
    list(
      'knowledgeLimits.unknown',
      'limits',
      knowledgeLimits.unknown.map(({ domain }) => domain),
    ),
    one('knowledgeLimits.asOf', 'limits', knowledgeLimits.asOf?.slice(0, 10)),
    list(
      'offLimits',
      'rules',
      offLimits.map(({ topic }) => topic),
    ),
    skills.skills.map(({ skill, level }) => ({
      ...item(`skills.skills[${skill}]`, 'skills', `- ${skill}:`),
      text: `${skill}, ${level}`,
    })),
    persona.typicalResponses.map(({ prompt, response }) =>
      item(`persona.typicalResponses[${prompt}]`, 'responses', response),
    ),
  ]
    .flat()
    .map((found) => ({ ...found, texts: found.texts.map((text) => text.trim()) }));
}

function item(path: string, part: string, text: string): ModuleItem {
  return { path, part, texts: [text] };
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
