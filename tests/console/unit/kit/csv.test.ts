import { describe, expect, test } from '@jest/globals';
import { csvLine } from '../../../../web/src/kit/list/csv.js';

describe('a line of a CSV file', () => {
  test.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1+1', "'+1+1"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
  ])('holds %j as text and no formula', (text, field) => {
    expect(csvLine([text])).toBe(`${field}\r\n`);
  });

  test.each(['-12.5', '-0.000001', '100', '0'])('holds the number %s as it is', (text) => {
    expect(csvLine([text])).toBe(`${text}\r\n`);
  });

  test('holds what separates and ends fields as RFC 4180 has it', () => {
    expect(csvLine(['a,b', 'say "hi"', 'two\nlines', ''])).toBe(
      '"a,b","say ""hi""","two\nlines",\r\n',
    );
  });
});
