import { expect, it } from '@jest/globals';
import {
  authenticationOk,
  errorResponse,
  FrameSplitter,
  readAnswer,
  readyForQuery,
  simpleQuery,
} from './wire-frames.ts';

it('cuts messages the same, however they were cut on their way', () => {
  const startup = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]);
  const whole = Buffer.concat([startup, simpleQuery('SELECT 1'), simpleQuery("SELECT 'ü'")]);
  const expected = [
    ['', 8],
    ['Q', 14],
    ['Q', 17],
  ];
  for (let size = 1; size <= whole.length; size += 1) {
    const splitter = new FrameSplitter();
    const frames = [];
    for (let at = 0; at < whole.length; at += size) {
      frames.push(...splitter.split(whole.subarray(at, at + size)));
    }
    expect(frames.map(({ type, bytes }) => [type, bytes.length])).toEqual(expected);
  }
});

it('reads status, tags and errors of an answer, and takes its notifications out', () => {
  const body = Buffer.from('\0\0\0\u0001news\0one\0');
  const notification = Buffer.concat([
    Buffer.from('A\0\0\0'),
    Buffer.from([body.length + 4]),
    body,
  ]);
  const rest = [authenticationOk(), errorResponse('42P01', 'no table'), readyForQuery('E')];
  const answer = readAnswer(Buffer.concat([rest[0], notification, rest[1], rest[2]] as Buffer[]));
  expect(answer).toMatchObject({ status: 'E', error: 'no table', tags: [] });
  expect(answer.notifications).toEqual([{ channel: 'news', bytes: notification }]);
  expect(answer.bytes).toEqual(Buffer.concat(rest));
});
