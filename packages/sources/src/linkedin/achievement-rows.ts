import { type CareerRow, facts, say, since, span, told } from './career-row.ts';
import { readPeriod } from './period.ts';
import { slug } from './slug.ts';

/** What they have to show for it. */
export const achievementRows: Record<string, CareerRow> = {
  certifications(cells) {
    const { name, authority } = cells;
    if (!name) return null;
    const period = readPeriod(cells['started on'], cells['finished on']);
    const sentence = say(
      'I earned the certification',
      name,
      authority && `from ${authority}`,
      since(period),
    );
    return {
      ...told(`certifications/${slug(name)}`, sentence, [], period),
      title: name,
      facts: facts({ certification: name, authority, ...span(period) }),
    };
  },

  publications(cells) {
    const { name, publisher, description } = cells;
    if (!name) return null;
    const period = readPeriod(cells['published on'], undefined);
    const sentence = say(
      'I published',
      `“${name}”`,
      publisher && `with ${publisher}`,
      since(period),
    );
    return {
      ...told(`publications/${slug(name)}`, sentence, [description], period),
      title: name,
      facts: facts({ publication: name, publisher, ...span(period) }),
    };
  },

  languages(cells) {
    const { name, proficiency } = cells;
    if (!name) return null;
    const sentence = say('I speak', name, proficiency && `(${proficiency.toLowerCase()})`);
    return {
      ...told(`languages/${slug(name)}`, sentence, [], readPeriod(undefined, undefined)),
      title: name,
      facts: facts({ language: name, proficiency }),
    };
  },

  honors(cells) {
    const { title, description } = cells;
    if (!title) return null;
    const period = readPeriod(cells['issued on'], undefined);
    return {
      ...told(
        `honors/${slug(title)}`,
        say('I received the honour', title, since(period)),
        [description],
        period,
      ),
      title,
      facts: facts({ honour: title, ...span(period) }),
    };
  },

  courses(cells) {
    const { name, number } = cells;
    if (!name) return null;
    return {
      ...told(
        `courses/${slug(name)}`,
        say('I took the course', name),
        [],
        readPeriod(undefined, undefined),
      ),
      title: name,
      facts: facts({ course: name, number }),
    };
  },
};
