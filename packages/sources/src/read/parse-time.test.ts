import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseTime } from './parse-time.ts';

describe('reading a time', () => {
  it.each([
    ['2019', '2019-01-01T00:00:00.000Z', 'year'],
    [2019, '2019-01-01T00:00:00.000Z', 'year'],
    ['2019-04', '2019-04-01T00:00:00.000Z', 'month'],
    ['2019-4-2', '2019-04-02T00:00:00.000Z', 'day'],
    ['2019/04/02', '2019-04-02T00:00:00.000Z', 'day'],
    ['2019-04-02T10:15', '2019-04-02T10:15:00.000Z', 'minute'],
    ['2019-04-02 10:15:07', '2019-04-02T10:15:07.000Z', 'second'],
    ['2019-04-02T10:15:07.25+02:00', '2019-04-02T08:15:07.250Z', 'second'],
    ['2019-04-02T00:15:07-0530', '2019-04-02T05:45:07.000Z', 'second'],
    ['2023-01-15 12:34:56 UTC', '2023-01-15T12:34:56.000Z', 'second'],
    ['1:56 pm on 8 May, 2023', '2023-05-08T13:56:00.000Z', 'minute'],
    ['12:05 am on 17 December, 2022', '2022-12-17T00:05:00.000Z', 'minute'],
    ['8 May 2023', '2023-05-08T00:00:00.000Z', 'day'],
    ['May 8th, 2023', '2023-05-08T00:00:00.000Z', 'day'],
    ['Monday, 8 May 2023 at 13:56', '2023-05-08T13:56:00.000Z', 'minute'],
    ['Sept 2020', '2020-09-01T00:00:00.000Z', 'month'],
    ['Wed Oct 10 20:19:24 +0000 2018', '2018-10-10T20:19:24.000Z', 'second'],
    ['Tue, 02 Apr 2019 10:15:00 GMT', '2019-04-02T10:15:00.000Z', 'second'],
    ['2013-01-31 23:59:59 +0000', '2013-01-31T23:59:59.000Z', 'second'],
    ['1815-12-10', '1815-12-10T00:00:00.000Z', 'day'],
    ['0121-04-26', '0121-04-26T00:00:00.000Z', 'day'],
    [1_700_000_000, '2023-11-14T22:13:20.000Z', 'second'],
    ['1700000000000', '2023-11-14T22:13:20.000Z', 'second'],
    ['9/22/26, 10:15', null, null],
    ['03/04/2023', null, null],
    ['2019-02-30', null, null],
    ['2019-13', null, null],
    ['2019-04-02T25:00', null, null],
    ['13:00 pm on 8 May 2023', null, null],
    ['yesterday', null, null],
    ['', null, null],
    ['0000-01-01', null, null],
    [Number.NaN, null, null],
    [12_345, null, null],
    [-5, null, null],
  ])('%p is %p to the %p', (value, at, atPrecision) => {
    expect(parseTime(value)).toEqual(at === null ? null : { at, atPrecision });
  });

  it('reads back whatever Date writes', () => {
    const years = { min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(years), (date) => {
        expect(parseTime(date.toISOString())?.at).toBe(date.toISOString());
        const whole = Math.floor(date.getTime() / 1000) * 1000;
        expect(parseTime(date.toUTCString())?.at).toBe(new Date(whole).toISOString());
      }),
    );
  });

  it('takes any text without failing, and tells only valid instants', () => {
    const parts = fc.constantFrom(
      '2019',
      '-',
      '04',
      '/',
      'May',
      ' ',
      ':',
      '12',
      'pm',
      ',',
      '+02:00',
      'Z',
      'T',
      'on',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(parts).map((all) => all.join('')),
        ),
        (text) => {
          const time = parseTime(text);
          expect(time === null || new Date(time.at).toISOString() === time.at).toBe(true);
        },
      ),
    );
  });
});
