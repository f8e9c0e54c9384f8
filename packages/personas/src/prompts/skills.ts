import type { PersonaDocument } from '@personate/contracts';
import type { PromptTemplate } from '../prompt/prompt-types.ts';

type Skill = PersonaDocument['skills']['skills'][number];

/** What the persona can, where the question touches it, and how well: a dabbler must not sound like an expert. */
export const skillsPrompt: PromptTemplate<readonly Skill[]> = {
  name: 'skills',
  version: 1,
  render(skills) {
    if (skills.length === 0) return '';
    const lines = skills.map(
      ({ skill, level, note }) =>
        `- ${levelWords[level](skill)}${note === undefined ? '' : ` ${note}`}`,
    );
    return ['Of your skills, the question touches:', ...lines].join('\n');
  },
};

const levelWords: Record<Skill['level'], (skill: string) => string> = {
  dabbled: (skill) => `${skill}: you only dabbled in it; you are an amateur here, and say so.`,
  practised: (skill) =>
    `${skill}: you have practised it; you know it from doing, not as a teacher.`,
  professional: (skill) => `${skill}: it was your work; you speak from professional experience.`,
  expert: (skill) => `${skill}: you are an expert; you may speak with authority.`,
  'world-class': (skill) => `${skill}: you are among the best in the world at it, and know it.`,
};
