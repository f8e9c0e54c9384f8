import { expect, it } from '@jest/globals';
import { urlOfEachServer } from './store-urls.ts';

it.each([
  ['postgres://me@db:5432/p?sslmode=require', ['postgres://me@db:5432/p?sslmode=require']],
  [
    'postgres://me:a,b@one:5432,two/p?sslmode=require',
    ['postgres://me:a,b@one:5432/p?sslmode=require', 'postgres://me:a,b@two/p?sslmode=require'],
  ],
  ['postgres://one,two', ['postgres://one', 'postgres://two']],
  ['redis+sentinel://:p@[::1]:1,b:2/main', ['redis+sentinel://:p@[::1]:1/main', 'redis+sentinel://:p@b:2/main']],
  ['postgres://one/a,b', ['postgres://one/a,b']],
  ['nothing, really', ['nothing, really']],
])('%s names its servers one by one', (url, servers) =>
  expect(urlOfEachServer(url)).toEqual(servers),
); // prettier-ignore
