import { type CareerRow, facts, say, span, told } from './career-row.ts';
import { readPeriod, sayPeriod } from './period.ts';
import { slug } from './slug.ts';

/** Where they were and what they did there. */
export const careerRows: Record<string, CareerRow> = {
  positions(cells) {
    const { 'company name': employer, title: role, location, description } = cells;
    if (!employer && !role) return null;
    const period = readPeriod(cells['started on'], cells['finished on']);
    const verb = period.start && !period.end ? 'have worked' : 'worked';
    const sentence = say(
      'I',
      verb,
      role && `as ${role}`,
      employer && `at ${employer}`,
      location && `in ${location}`,
      sayPeriod(period),
    );
    const month = period.start?.at.slice(0, period.start.atPrecision === 'year' ? 4 : 7);
    return {
      ...told(`positions/${slug(employer, role, month)}`, sentence, [description], period),
      title: [role, employer].filter(Boolean).join(', '),
      facts: facts({ employer, role, location, ...span(period) }),
    };
  },

  education(cells) {
    const { 'school name': school, 'degree name': degree, notes, activities } = cells;
    if (!school) return null;
    const period = readPeriod(cells['start date'], cells['end date']);
    const verb = period.start && !period.end ? 'have studied' : 'studied';
    const sentence = say('I', verb, degree, `at ${school}`, sayPeriod(period));
    const besides = activities && `Activities: ${activities}`;
    return {
      ...told(`education/${slug(school, degree)}`, sentence, [notes, besides], period),
      title: [degree, school].filter(Boolean).join(', '),
      facts: facts({ school, degree, ...span(period) }),
    };
  },

  projects(cells) {
    const { title, description } = cells;
    if (!title) return null;
    const period = readPeriod(cells['started on'], cells['finished on']);
    const verb = period.start && !period.end ? 'have worked' : 'worked';
    const sentence = say('I', verb, `on the project ${title}`, sayPeriod(period));
    return {
      ...told(`projects/${slug(title)}`, sentence, [description], period),
      title,
      facts: facts({ project: title, ...span(period) }),
    };
  },

  volunteering(cells) {
    const { 'company name': organisation, role, cause, description } = cells;
    if (!organisation && !role) return null;
    const period = readPeriod(cells['started on'], cells['finished on']);
    const verb = period.start && !period.end ? 'have volunteered' : 'volunteered';
    const sentence = say(
      'I',
      verb,
      role && `as ${role}`,
      organisation && `at ${organisation}`,
      sayPeriod(period),
    );
    return {
      ...told(`volunteering/${slug(organisation, role)}`, sentence, [description], period),
      title: [role, organisation].filter(Boolean).join(', '),
      facts: facts({ organisation, role, cause, ...span(period) }),
    };
  },

  organizations(cells) {
    const { name, position, description } = cells;
    if (!name) return null;
    const period = readPeriod(cells['started on'], cells['finished on']);
    const verb = period.start && !period.end ? 'have been' : 'was';
    const sentence = say(
      'I',
      verb,
      `a member of ${name}`,
      position && `as ${position}`,
      sayPeriod(period),
    );
    return {
      ...told(`organizations/${slug(name, position)}`, sentence, [description], period),
      title: [position, name].filter(Boolean).join(', '),
      facts: facts({ organisation: name, role: position, ...span(period) }),
    };
  },
};
