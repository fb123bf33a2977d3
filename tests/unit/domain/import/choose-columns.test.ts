import { describe, expect, test } from '@jest/globals';
import {
  chooseColumns,
  type ColumnTitles,
  currencyInTitle,
  IMPORT_FIELDS,
} from '../../../../src/domain/import/import-columns.js';

const ANY: ColumnTitles = {
  brand: null,
  brandName: null,
  campaign: null,
  date: null,
  amount: null,
};

/** The titles that were chosen: "brand=a date=b amount=c"; or what is missing. */
function chosen(header: readonly string[], titles: Partial<ColumnTitles> = {}): string {
  const columns = chooseColumns(header, { ...ANY, ...titles });
  if (!columns.ok)
    return columns.error.map(({ field, message }) => `${field}: ${message}`).join(' ');
  const found = columns.value;
  return IMPORT_FIELDS.flatMap((field) => {
    const column = found[field];
    return column === null ? [] : [`${field}=${column.title}`];
  }).join(' ');
}

describe('the columns of an import', () => {
  test('are found by their usual titles, in whatever case', () => {
    const header = ['Advertiser_ID', 'Advertiser_Name', 'Cycle', 'Week_Start_Date', 'Spend_USD'];
    expect(chosen(header)).toBe(
      'brand=Advertiser_ID brandName=Advertiser_Name date=Week_Start_Date amount=Spend_USD',
    );
    expect(chosen(['BRAND ID', 'campaign', 'day', 'Cost'])).toBe(
      'brand=BRAND ID campaign=campaign date=day amount=Cost',
    );
  });

  test('are those that are asked for, by their exact titles', () => {
    const header = ['brand', 'date', 'amount', 'Kunde', 'Tag', 'Betrag'];
    expect(chosen(header, { brand: 'Kunde', date: 'Tag', amount: 'Betrag' })).toBe(
      'brand=Kunde date=Tag amount=Betrag',
    );
    expect(chosen(header, { brand: 'kunde' })).toBe('brand: The file has no column "kunde".');
  });

  test('are all told at once where they are missing', () => {
    expect(chosen(['a', 'b'])).toBe(
      'brand: No column of the file looks like the brand. ' +
        'date: No column of the file looks like the date. ' +
        'amount: No column of the file looks like the amount.',
    );
  });

  test('may be asked for where they are optional, and must then be there', () => {
    const header = ['brand', 'date', 'amount'];
    expect(chosen(header, { campaign: 'campaign' })).toContain('campaign: The file has no column');
    expect(chosen(header)).toBe('brand=brand date=date amount=amount');
  });
});

test('an amount’s title may say its currency', () => {
  expect(currencyInTitle('Spend_USD')).toBe('USD');
  expect(currencyInTitle('amount (eur)')).toBe('EUR');
  expect(currencyInTitle('Spend')).toBeNull();
  expect(currencyInTitle('Spend_total')).toBeNull();
});
