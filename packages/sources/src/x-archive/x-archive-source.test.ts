import { describe, expect, it } from '@jest/globals';
import { memoryExport, never, tell } from '../../tests/build-export.ts';
import { xArchiveSource } from './x-archive-source.ts';

const ytd = (name: string, records: unknown[]) =>
  `window.YTD.${name}.part0 = ${JSON.stringify(records, null, 2)}`;
const tweet = (id: string, full_text: string, more: object = {}) => ({
  tweet: {
    id_str: id,
    id,
    full_text,
    created_at: 'Wed Oct 10 20:19:24 +0000 2018',
    lang: 'en',
    favorite_count: '12',
    entities: { urls: [] },
    ...more,
  },
});
const account = ytd('account', [
  {
    account: {
      accountId: '42',
      username: 'ines',
      accountDisplayName: 'Ines Marrow',
      email: 'x@y.z',
    },
  },
]);

const read = (contents: Record<string, string>, options = {}) =>
  tell(xArchiveSource, memoryExport(contents, 1000), options);
const textsOf = async (...posts: object[]) =>
  (
    await read({ 'data/account.js': account, 'data/tweets.js': ytd('tweets', posts) })
  ).documents.map(({ text }) => text);

describe('an X archive', () => {
  it('tells a post in full', async () => {
    const { documents } = await read({
      'data/account.js': account,
      'data/tweets.js': ytd('tweets', [tweet('7', 'The &lt;bay&gt; &amp; I')]),
    });
    expect(documents).toEqual([
      {
        externalId: '7',
        text: 'The <bay> & I',
        author: { id: '42', name: 'Ines Marrow' },
        at: '2018-10-10T20:19:24.000Z',
        atPrecision: 'second',
        thread: '7',
        kind: 'social',
        stance: 'by',
        visibility: 'public',
        url: 'https://x.com/i/web/status/7',
        language: 'en',
        place: { file: 'data/tweets.js', line: 2 },
      },
    ]);
  });

  it('reads all parts and both names, community posts too, each post once', async () => {
    const { documents, skipped } = await read({
      'data/tweet.js': ytd('tweet', [{ ...tweet('1', 'bare').tweet }]),
      'data/tweets-part1.js': ytd('tweets', [tweet('2', 'part'), tweet('1', 'bare')]),
      'data/community-tweet.js': ytd('community_tweet', [
        tweet('3', 'among us', { community_id_str: '99' }),
      ]),
    });
    expect(documents.map(({ externalId }) => externalId).sort()).toEqual(['1', '2', '3']);
    expect(documents.find(({ externalId }) => externalId === '3')?.facts).toEqual({
      community: '99',
    });
    expect(skipped).toEqual({ duplicate: 1 });
  });

  it('resolves links, and drops those to its own pictures and to what it quotes', async () => {
    const link = { url: 'https://t.co/a', expanded_url: 'https://example.org/?a=1&b=2' };
    const quoted = { url: 'https://t.co/q', expanded_url: 'https://twitter.com/ann/status/5' };
    const media = { media: [{ url: 'https://t.co/m' }] };
    const { documents } = await read({
      'data/tweets.js': ytd('tweets', [
        tweet('1', 'Look: https://t.co/a https://t.co/m', {
          entities: { urls: [link], ...media },
          extended_entities: media,
        }),
        tweet('2', 'So true https://t.co/q', { entities: { urls: [quoted] } }),
      ]),
    });
    expect(documents.map(({ text }) => text)).toEqual([
      'Look: https://example.org/?a=1&b=2',
      'So true',
    ]);
    expect(documents[1]?.facts).toEqual({ quotes: 'https://twitter.com/ann/status/5' });
  });

  it('takes the names off the beginning of a reply, and only there', async () => {
    const reply = {
      in_reply_to_status_id_str: '900',
      in_reply_to_user_id_str: '8',
      in_reply_to_screen_name: 'ann',
    };
    const { documents } = await read({
      'data/tweets.js': ytd('tweets', [
        tweet('1', '@ann @ben yes, ask @cy', reply),
        tweet('2', '@ann is right'),
      ]),
    });
    expect(documents.map(({ text }) => text)).toEqual(['yes, ask @cy', '@ann is right']);
    expect(documents[0]).toMatchObject({
      replyTo: '900',
      facts: { replyingTo: 'ann, ben' },
      thread: '1',
    });
  });

  it('gives a chain of replies to oneself one thread, whatever the order and though a link is gone', async () => {
    const self = (to: string) => ({ in_reply_to_status_id_str: to, in_reply_to_user_id_str: '42' });
    const { documents } = await read({
      'data/account.js': account,
      'data/tweets.js': ytd('tweets', [
        tweet('4', 'four', self('3')),
        tweet('2', 'two', self('1')),
        tweet('1', 'one'),
        tweet('6', 'six', self('5-deleted')),
        tweet('9', 'nine', { in_reply_to_status_id_str: '800', in_reply_to_user_id_str: '8' }),
      ]),
      'data/tweets-part1.js': ytd('tweets', [tweet('3', 'three', self('2'))]),
    });
    const threads = Object.fromEntries(
      documents.map(({ externalId, thread }) => [externalId, thread]),
    );
    expect(threads).toEqual({ 1: '1', 2: '1', 3: '1', 4: '1', 6: '5-deleted', 9: '9' });
  });

  it('survives posts that answer each other in a ring', async () => {
    const self = (to: string) => ({ in_reply_to_status_id_str: to });
    expect(await textsOf(tweet('1', 'a', self('2')), tweet('2', 'b', self('1')))).toEqual([
      'a',
      'b',
    ]);
  });

  it('has the whole text of a long post, told from others of the same second by its beginning', async () => {
    const start =
      'We spent the whole of last winter mending the old stone slip below the house, and';
    const note = (text: string, createdAt = '2018-10-10T20:19:24.000Z') => ({
      noteTweet: {
        noteTweetId: '1',
        createdAt,
        core: {
          text,
          urls: [{ shortUrl: 'https://t.co/n', expandedUrl: 'https://example.org/slip' }],
        },
      },
    });
    const { documents } = await read({
      'data/tweets.js': ytd('tweets', [
        tweet('1', `${start} then &amp; there… https://t.co/x`),
        tweet('2', 'A short post, whole as it stands.'),
      ]),
      'data/note-tweet.js': ytd('note_tweet', [
        note(
          'Something else that was posted in the very same second as the other one, far too long.',
        ),
        note(`${start} then & there we learnt it. https://t.co/n`, '2018-10-10T20:19:25.000Z'),
      ]),
    });
    expect(documents.map(({ text }) => text)).toEqual([
      `${start} then & there we learnt it. https://example.org/slip`,
      'A short post, whole as it stands.',
    ]);
  });

  it('leaves out what is not the account’s to tell, and counts it', async () => {
    const { documents, skipped } = await read({
      'data/tweets.js': ytd('tweets', [
        tweet('1', 'RT @ann: mine', { retweeted: true }),
        tweet('2', 'cut', { retweeted_status: { id_str: '3' } }),
        tweet('3', 'https://t.co/m', { entities: { media: [{ url: 'https://t.co/m' }] } }),
        tweet('4', '@ann', { in_reply_to_status_id_str: '1' }),
      ]),
      'data/deleted-tweets.js': ytd('deleted_tweets', [tweet('5', 'regretted')]),
      'data/direct-messages.js': ytd('direct_messages', [
        {
          dmConversation: {
            messages: [
              { messageCreate: { text: 'say "messageCreate": 1' } },
              { messageCreate: { text: 'b' } },
            ],
          },
        },
      ]),
      'data/direct-messages-group.js': ytd('direct_messages_group', [
        { dmConversation: { messages: [{ messageCreate: { text: 'c' } }] } },
      ]),
      'data/like.js': ytd('like', [{ like: { fullText: 'others' } }]),
      'data/ad-engagements.js': ytd('ad', []),
      'data/tweets_media/1.jpg': 'x',
      'assets/js/tweets.js': 'window.YTD.x = []',
    });
    expect(documents).toEqual([]);
    expect(skipped).toEqual({
      repost: 2,
      'no-words': 2,
      deleted: 1,
      'direct-message': 3,
      likes: 1,
      'file-not-read': 2,
      media: 1,
    });
  });

  it('keeps the posts of a protected account for its followers', async () => {
    const protectedHistory = (action: string, protectedAt: string) => ({
      protectedHistory: { action, protectedAt },
    });
    const visibility = async (...history: object[]) =>
      (
        await read({
          'data/tweets.js': ytd('tweets', [tweet('1', 'hello')]),
          'data/protected-history.js': ytd('protected_history', history),
        })
      ).documents[0]?.visibility;
    expect(await visibility()).toBe('public');
    expect(await visibility(protectedHistory('Protect', '2024-01-01'))).toBe('followers');
    expect(
      await visibility(
        protectedHistory('Unprotect', '2024-02-01'),
        protectedHistory('Protect', '2024-01-01'),
      ),
    ).toBe('public');
    const scoped = await read({
      'data/tweets.js': ytd('tweets', [tweet('1', 'hi', { scopes: { followers: true } })]),
    });
    expect(scoped.documents[0]?.visibility).toBe('followers');
  });

  it('says who the account is, or that it does not know', async () => {
    const files = memoryExport({ 'data/tweets.js': ytd('tweets', [tweet('1', 'hello')]) });
    expect(await xArchiveSource.self(files, never)).toBeNull();
    expect((await tell(xArchiveSource, files)).documents[0]).not.toHaveProperty('author');
    expect((await tell(xArchiveSource, files, { self: 'Ines' })).documents[0]?.author).toEqual({
      name: 'Ines',
    });
  });

  it('has no language where the platform says none', async () => {
    const languages = ['und', 'qme', 'zxx', 'in', 'de', null];
    const posts = languages.map((lang, at) => tweet(String(at + 1), 'hello', { lang }));
    const { documents } = await read({ 'data/tweets.js': ytd('tweets', posts) });
    expect(documents.map(({ language }) => language)).toEqual([
      undefined,
      undefined,
      undefined,
      'id',
      'de',
      undefined,
    ]);
  });

  it('reads the layout of before 2018, whose oldest posts have a day and no time', async () => {
    const user = { id_str: '42', name: 'Ines Marrow', screen_name: 'ines', protected: false };
    const old = (id_str: string, created_at: string) => ({
      id_str,
      text: 'before &amp; after',
      created_at,
      user,
    });
    const contents = {
      'data/js/user_details.js':
        'var user_details =  { "screen_name" : "ines", "full_name" : "Ines Marrow", "id" : "42" }',
      'data/js/tweets/2010_03.js': `Grailbird.data.tweets_2010_03 = \n ${JSON.stringify([old('1', '2010-03-05 00:00:00 +0000')])}`,
      'data/js/tweets/2013_01.js': `Grailbird.data.tweets_2013_01 = \n ${JSON.stringify([old('2', 'Thu Jan 31 23:59:59 +0000 2013'), { ...old('3', '2013-01-31 00:00:00 +0000'), retweeted_status: {} }])}`,
    };
    const { documents, skipped } = await read(contents);
    expect(
      documents.map(({ externalId, text, at, atPrecision }) => [externalId, text, at, atPrecision]),
    ).toEqual([
      ['1', 'before & after', '2010-03-05T00:00:00.000Z', 'day'],
      ['2', 'before & after', '2013-01-31T23:59:59.000Z', 'second'],
    ]);
    expect(skipped).toEqual({ repost: 1 });
    expect(await xArchiveSource.self(memoryExport(contents), never)).toEqual({
      id: '42',
      name: 'Ines Marrow',
    });
  });

  it('reports a bad record with its place and goes on', async () => {
    const text = `window.YTD.tweets.part0 = [\n${JSON.stringify(tweet('1', 'one'))},\n{"tweet":{"id_str":"2"}},\n{"tweet":\n{,}},\n${JSON.stringify(tweet('4', 'x', { created_at: 'once' }))},\n${JSON.stringify(tweet('5', 'five'))},\n{"tweet":{"id_`;
    const { documents, problems } = await read({ 'data/tweets.js': text });
    expect(documents.map(({ externalId }) => externalId)).toEqual(['1', '5']);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['x-archive.bad-record', 3],
      ['x-archive.bad-record', 4],
      ['x-archive.bad-record', 6],
      ['x-archive.file-cut', 8],
    ]);
  });
});
