import { describe, expect, test } from '@jest/globals';
import { chooseColumns } from '../../../../src/domain/import/import-columns.js';
import { readImportRow } from '../../../../src/domain/import/read-import-row.js';

const TITLES = ['brand', 'brand_name', 'campaign', 'date', 'amount'];

function columns() {
  const found = chooseColumns(TITLES, {
    brand: null,
    brandName: null,
    campaign: null,
    date: null,
    amount: null,
  });
  if (!found.ok) throw new Error('the titles are usual');
  return found.value;
}

/** What is wrong with a row that is sound but for these fields: "column: message". */
function problems(fields: Partial<Record<string, string>>): readonly string[] {
  const sound: Record<string, string> = {
    brand: 'b-1',
    brand_name: 'Brand',
    campaign: 'c-1',
    date: '2018-05-27',
    amount: '100',
  };
  const row = { line: 7, fields: TITLES.map((title) => fields[title] ?? sound[title] ?? '') };
  const read = readImportRow(row, columns());
  return read.ok ? [] : read.error.map(({ column, message }) => `${column}: ${message}`);
}

describe('a row of imported spend', () => {
  test('is read without the spaces around its fields', () => {
    const row = { line: 2, fields: [' b-1 ', ' Ümlaut "GmbH" ', 'c', ' 2018-05-27', '12.5 '] };
    expect(readImportRow(row, columns())).toEqual({
      ok: true,
      value: {
        line: 2,
        brandKey: 'b-1',
        brandName: 'Ümlaut "GmbH"',
        campaignKey: 'c',
        date: '2018-05-27',
        amountMicros: 12_500_000n,
      },
    });
  });

  test('may be of zero', () => {
    expect(problems({ amount: '0' })).toEqual([]);
    expect(problems({ amount: '0.00' })).toEqual([]);
  });

  test.each([
    ['-5', 'It is negative.'],
    ['1,200', 'It is not an amount such as 1234.56.'],
    ['$5', 'It is not an amount such as 1234.56.'],
    ['1e3', 'It is not an amount such as 1234.56.'],
    ['', 'It is empty.'],
    ['0.0000001', 'It has more than 6 decimals.'],
    ['1000000000000', 'It is 1000000000000 or more.'],
  ])('is bad with the amount %j', (amount, message) => {
    expect(problems({ amount })).toEqual([`amount: ${message}`]);
  });

  test.each(['2018-02-30', '27.05.2018', '2018-5-27', '20180527', 'yesterday'])(
    'is bad with the date %j',
    (date) => {
      expect(problems({ date })).toEqual([
        'date: It is not a date of the calendar such as 2026-11-22.',
      ]);
    },
  );

  test('is bad with a date of before computers', () => {
    expect(problems({ date: '1969-12-31' })).toEqual(['date: It is before 1970-01-01.']);
  });

  test('is bad with keys that cannot be external ids, and names that are no names', () => {
    expect(problems({ brand: 'Müller' })).toEqual([
      'brand: The key must be 1 to 128 printable ASCII characters.',
    ]);
    expect(problems({ campaign: 'c'.repeat(129) })).toHaveLength(1);
    expect(problems({ brand_name: 'M\ufffdller' })).toEqual(['brand_name: It is not UTF-8.']);
    expect(problems({ brand_name: 'a\nb' })).toHaveLength(1);
  });

  test('tells everything that is wrong with it, and what stands there', () => {
    const row = { line: 9, fields: ['b', 'B', 'c', 'x', '-1'] };
    const read = readImportRow(row, columns());
    expect(read.ok ? [] : read.error).toMatchObject([
      { line: 9, column: 'date', value: 'x' },
      { line: 9, column: 'amount', value: '-1' },
    ]);
  });

  test('is bad with fields too few or too many, since the others may have moved', () => {
    const short = readImportRow({ line: 3, fields: ['b', 'B', 'c', '2018-05-27'] }, columns());
    const long = readImportRow(
      { line: 3, fields: ['b', 'B', 'c', '2018-05-27', '1', '2'] },
      columns(),
    );
    expect(short.ok ? [] : short.error[0]).toMatchObject({ column: 'amount' });
    expect(long.ok ? [] : long.error[0]).toMatchObject({
      column: '(6)',
      value: '2',
      message: 'The row has 6 fields, the first row has 5.',
    });
  });
});
