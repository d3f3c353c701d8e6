import { describe, expect, it } from 'vitest';
import { describeRecords } from './describe-records.ts';

const RECORDS = [{ Model: 'a', Steps: '1 to 50' }, { Model: 'bcd', Steps: '4' }];

describe('describeRecords', () => {
  it('makes a table where it fits', () => {
    const table = ['Model  Steps', 'a      1 to 50', 'bcd    4'];
    expect(describeRecords(RECORDS, 14)).toEqual(table);
    expect(describeRecords(RECORDS, undefined)).toEqual(table);
  });

  it('puts records below each other where it does not', () => {
    expect(describeRecords(RECORDS, 13)).toEqual(['Model  a', 'Steps  1 to 50', '', 'Model  bcd', 'Steps  4']);
  });

  it('breaks what is too long between its words, below where it began', () => {
    expect(describeRecords([{ Model: 'a', Can: 'previews, progress, queue position' }], 30)).toEqual(['Model  a', 'Can    previews, progress,', '       queue position']);
  });
});
