import { describe, expect, it } from '@jest/globals';
import { memoryExport, never, tell } from '../../tests/build-export.ts';
import { linkedinSource } from './linkedin-source.ts';

const profile =
  '\uFEFFFirst Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location\n' +
  'Ines,Marrow,,12 Quay St,3 May 1979,Boat builder,"I mend what floats.\nMostly wood.",Shipbuilding,D04,"Galway, Ireland"\n';
const read = (contents: Record<string, string>, options = {}) =>
  tell(linkedinSource, memoryExport(contents, 100), options);
const idAndText = async (contents: Record<string, string>) =>
  (await read(contents)).documents.map(({ externalId, text }) => [externalId, text]);

describe('a LinkedIn export', () => {
  it('says who it belongs to, and tells the profile without address and birthday', async () => {
    const files = memoryExport({ 'Profile.csv': profile });
    expect(await linkedinSource.self(files, never)).toEqual({ name: 'Ines Marrow' });
    const { documents } = await tell(linkedinSource, files);
    expect(documents).toEqual([
      {
        externalId: 'profile',
        title: 'Profile',
        text: 'Boat builder\n\nI mend what floats.\nMostly wood.\n\nI am based in Galway, Ireland.',
        kind: 'career',
        stance: 'by',
        author: { name: 'Ines Marrow' },
        facts: { headline: 'Boat builder', industry: 'Shipbuilding', location: 'Galway, Ireland' },
        place: { file: 'Profile.csv', line: 2 },
      },
    ]);
    expect(JSON.stringify(documents)).not.toMatch(/Quay|1979|D04/);
  });

  it('tells a job in the first person, with its facts and its beginning', async () => {
    const { documents } = await read({
      'Profile.csv': profile,
      'Positions.csv':
        'Company Name,Title,Description,Location,Started On,Finished On\n' +
        'Ocean Energy Ltd,Marine Acoustics Technician,"Buoys, ""mostly"".",Galway,Jan 2014,Mar 2019\n' +
        'Slip & Sons,Founder,,,2020,\n' +
        'Slip & Sons,Founder,,,2020,\n' +
        ',,,,,\n' +
        'Somewhere,,,,someday,\n',
    });
    const jobs = documents.filter(({ externalId }) => externalId.startsWith('positions/'));
    expect(jobs[0]).toEqual({
      externalId: 'positions/ocean-energy-ltd-marine-acoustics-technician-2014-01',
      title: 'Marine Acoustics Technician, Ocean Energy Ltd',
      text: 'I worked as Marine Acoustics Technician at Ocean Energy Ltd in Galway from January 2014 to March 2019.\n\nBuoys, "mostly".',
      at: '2014-01-01T00:00:00.000Z',
      atPrecision: 'month',
      kind: 'career',
      stance: 'by',
      author: { name: 'Ines Marrow' },
      facts: {
        employer: 'Ocean Energy Ltd',
        role: 'Marine Acoustics Technician',
        location: 'Galway',
        from: '2014-01',
        to: '2019-03',
      },
      place: { file: 'Positions.csv', line: 2 },
    });
    expect(jobs.slice(1).map(({ externalId, text }) => [externalId, text])).toEqual([
      ['positions/slip-sons-founder-2020', 'I have worked as Founder at Slip & Sons since 2020.'],
      ['positions/slip-sons-founder-2020-2', 'I have worked as Founder at Slip & Sons since 2020.'],
      ['positions/somewhere', 'I worked at Somewhere.'],
    ]);
  });

  it('reports rows that say nothing and dates that are none', async () => {
    const { problems } = await read({
      'Positions.csv': 'Company Name,Title,Started On\n,,\nSomewhere,,someday\nBADROW\n',
      'Skills.csv': 'Skill\nX\n',
    });
    expect(problems.map(({ file, line, code }) => [file, line, code])).toEqual([
      ['Positions.csv', 2, 'linkedin.bad-row'],
      ['Positions.csv', 3, 'linkedin.time-unclear'],
      ['Positions.csv', 4, 'linkedin.bad-row'],
      ['Skills.csv', 1, 'linkedin.unknown-columns'],
    ]);
  });

  it('tells everything else of a career', async () => {
    expect(
      await idAndText({
        'Certifications.csv':
          'Name,Url,Authority,Started On,Finished On,License Number\nSkipper,,Sea Board,May 2015,,1\n',
        'Courses.csv': 'Name,Number\nNavigation,N1\n',
        'Education.csv':
          'School Name,Start Date,End Date,Notes,Degree Name,Activities\nAtlantic College,2008,2012,With honours,BSc Physics,Rowing\n',
        'Honors.csv': 'Title,Description,Issued On\nBest slip,For wood,2017\n',
        'Languages.csv': 'Name,Proficiency\nIrish,Native or bilingual proficiency\n',
        'Organizations.csv':
          'Name,Position,Started On,Finished On\nHarbour Club,Treasurer,Jan 2010,\n',
        'Projects.csv':
          'Title,Description,Url,Started On,Finished On\nThe Slip,Stone by stone.,,Jan 2018,Jan 2018\n',
        'Publications.csv':
          'Name,Published On,Description,Publisher,Url\nOn Wood,"May 4, 2016",,Quay Press,\n',
        'Skills.csv': 'Name\nCaulking\nRowing\nCaulking\nTea\n',
        'Volunteering.csv':
          'Company Name,Role,Cause,Started On,Finished On,Description\nLifeboat,Crew,Rescue,2011,2013,\n',
      }),
    ).toEqual([
      ['certifications/skipper', 'I earned the certification Skipper from Sea Board in May 2015.'],
      ['courses/navigation', 'I took the course Navigation.'],
      [
        'education/atlantic-college-bsc-physics',
        'I studied BSc Physics at Atlantic College from 2008 to 2012.\n\nWith honours\n\nActivities: Rowing',
      ],
      ['honors/best-slip', 'I received the honour Best slip in 2017.\n\nFor wood'],
      ['languages/irish', 'I speak Irish (native or bilingual proficiency).'],
      [
        'organizations/harbour-club-treasurer',
        'I have been a member of Harbour Club as Treasurer since January 2010.',
      ],
      ['projects/the-slip', 'I worked on the project The Slip in January 2018.\n\nStone by stone.'],
      ['publications/on-wood', 'I published “On Wood” with Quay Press on 4 May 2016.'],
      ['skills', 'I am skilled in Caulking, Rowing and Tea.'],
      ['volunteering/lifeboat-crew', 'I volunteered as Crew at Lifeboat from 2011 to 2013.'],
    ]);
  });

  it('does not leave the language of its own sentences to a guess, only that of others’ words', async () => {
    const { documents } = await read({
      'Skills.csv': 'Name\nUnderwater Acoustics\nHydrophone Design\nMooring Design\n',
      'Courses.csv': 'Name,Number\nNavigation,N1\n',
      'Honors.csv': 'Title,Description,Issued On\nBestes Boot,Für das Holz,2017\n',
    });
    const languages = documents.map(({ externalId, language }) => [externalId, language]);
    expect(Object.fromEntries(languages)).toEqual({
      skills: 'en',
      'courses/navigation': 'en',
      'honors/bestes-boot': undefined,
    });
  });

  it('tells posts and comments, under ids that stay', async () => {
    const contents = {
      'Shares_123.csv':
        'Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n' +
        '2023-05-01 10:20:30,https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A1,"First.""\n""""\n""Last.",https://example.org/a,,MEMBER_NETWORK\n' +
        '2023-05-02 10:20:30,https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A2,Among us,,,CONNECTIONS\n' +
        '2023-05-02 10:20:30,https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A2,Among us,,,CONNECTIONS\n' +
        '2023-05-03 10:20:30,https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A3,,https://example.org/b,,MEMBER_NETWORK\n',
      'Comments_123.csv':
        'Date,Link,Message\n' +
        '2023-05-01 11:00:00,https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A1?commentUrn=9,"Say \\"slip\\", not ramp."\n',
    };
    const { documents, skipped } = await read(contents);
    const [comment, first, second] = documents;
    expect(documents).toHaveLength(3);
    expect(first).toMatchObject({
      text: 'First.\n\nLast.',
      at: '2023-05-01T10:20:30.000Z',
      kind: 'social',
      stance: 'by',
      visibility: 'public',
      url: 'https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A1',
      facts: { shared: 'https://example.org/a' },
    });
    expect(first?.externalId).toMatch(/^shares\/[0-9a-f]{12}$/);
    expect(second?.visibility).toBe('followers');
    expect(comment).toMatchObject({ text: 'Say "slip", not ramp.', thread: first?.thread });
    expect(skipped).toEqual({ duplicate: 1, 'no-words': 1 });
    expect((await read(contents)).documents).toEqual(documents);
  });

  it('tells published articles', async () => {
    const page = (dates: string) =>
      `<html><head><title>T</title><style>p{}</style></head><body><h1><a href="https://www.linkedin.com/pulse/slips">On slips</a></h1>${dates}<div><h3>Stone</h3><p>One &amp; two.</p><script>x()</script><ul><li>a</li><li>b</li></ul></div></body></html>`;
    const { documents, skipped } = await read({
      'Articles/Articles/on-slips.html': page(
        '<p class="created">Created on 2020-01-02 10:10</p><p class="published">Published on 2020-01-03 11:00</p>',
      ),
      'Articles/Articles/old.html': page(''),
      'Articles/Articles/draft.html': page('<p class="created">Created on 2020-01-02 10:10</p>'),
    });
    expect(documents.map(({ externalId, at }) => [externalId, at])).toEqual([
      ['articles/old', undefined],
      ['articles/on-slips', '2020-01-03T11:00:00.000Z'],
    ]);
    expect(documents[1]).toMatchObject({
      title: 'On slips',
      text: '### Stone\n\nOne & two.\n\n- a\n- b',
      url: 'https://www.linkedin.com/pulse/slips',
      kind: 'social',
    });
    expect(skipped).toEqual({ unpublished: 1 });
  });

  it('takes nothing of other people, and counts what it leaves', async () => {
    const { documents, skipped, problems } = await read({
      'Connections.csv':
        'Notes:\n"Some have no address."\n\nFirst Name,Last Name,Email Address,Connected On\nAnn,A,a@b.c,15 Jan 2024\nBen,B,,16 Jan 2024\n',
      'messages.csv': 'CONVERSATION ID,FROM,TO,CONTENT\n1,Ann,Ines,"hi\nthere"\nBADROW\n',
      'Invitations.csv': 'Something else\n',
      'Email Addresses.csv': 'Email Address\nx@y.z\n',
      'Ad_Targeting.csv': 'a,b\n',
    });
    expect(documents).toEqual([]);
    expect(skipped).toEqual({ 'other-peoples-data': 3, 'direct-message': 1, 'file-not-read': 2 });
    expect(problems).toMatchObject([{ file: 'messages.csv', line: 4, code: 'linkedin.bad-row' }]);
  });
});
