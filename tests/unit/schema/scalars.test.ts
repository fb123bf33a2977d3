import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type GraphQLScalarType, parseValue as parseLiteralText } from 'graphql';
import { CurrencyScalar } from '../../../src/schema/scalars/currency-scalar.js';
import { DateTimeScalar } from '../../../src/schema/scalars/date-time-scalar.js';
import { DecimalScalar } from '../../../src/schema/scalars/decimal-scalar.js';
import { LocalTimeScalar } from '../../../src/schema/scalars/local-time-scalar.js';
import { TimeZoneScalar } from '../../../src/schema/scalars/time-zone-scalar.js';

const BAD_USER_INPUT = expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } });

/** The scalar's value of a variable; a failure is returned. */
function ofVariable(scalar: GraphQLScalarType, input: unknown): unknown {
  try {
    return scalar.parseValue(input);
  } catch (error) {
    return error;
  }
}

/** The scalar's value of what is written in a document; a failure is returned. */
function ofLiteral(scalar: GraphQLScalarType, text: string): unknown {
  try {
    return scalar.parseLiteral(parseLiteralText(text));
  } catch (error) {
    return error;
  }
}

describe('Decimal', () => {
  test.each(['0', '-0.5', '12.5', '1.50', `9${'0'.repeat(29)}`, `0.${'1'.repeat(30)}`])(
    'takes the string %p as it is',
    (text) => {
      expect(ofVariable(DecimalScalar, text)).toBe(text);
      expect(ofLiteral(DecimalScalar, JSON.stringify(text))).toBe(text);
    },
  );

  test.each([
    '',
    '01',
    '1.',
    '.5',
    '+1',
    '1e3',
    ' 1',
    '1\n',
    '1,5',
    '٣',
    'NaN',
    `1${'0'.repeat(30)}`,
  ])('refuses the string %p', (text) => {
    expect(ofVariable(DecimalScalar, text)).toEqual(BAD_USER_INPUT);
    expect(ofLiteral(DecimalScalar, JSON.stringify(text))).toEqual(BAD_USER_INPUT);
  });

  test.each([12.5, 0, true, null, {}, [], ['1']])('refuses the variable %p', (input) => {
    expect(ofVariable(DecimalScalar, input)).toEqual(BAD_USER_INPUT);
  });

  test.each(['12.5', '12', 'true', 'TWELVE', '{ a: "1" }', '["1"]'])(
    'refuses the literal %s',
    (text) => {
      expect(ofLiteral(DecimalScalar, text)).toEqual(BAD_USER_INPUT);
    },
  );

  test('never shows more than a little of what it refuses', () => {
    const error = ofVariable(DecimalScalar, 'x'.repeat(100_000));
    expect(String(error).length).toBeLessThan(300);
  });
});

describe('DateTime', () => {
  test('reads an offset, cuts to milliseconds, and answers in UTC', () => {
    const instant = ofVariable(DateTimeScalar, '2026-03-29T03:00:00.123999+02:00');
    expect(instant).toBe(Date.UTC(2026, 2, 29, 1, 0, 0, 123));
    expect(DateTimeScalar.serialize(instant)).toBe('2026-03-29T01:00:00.123Z');
  });

  test.each(['2026-03-29T03:00:00', '2026-03-29', '2026-02-30T00:00:00Z', '03:00', 'now'])(
    'refuses %p',
    (text) => {
      expect(ofVariable(DateTimeScalar, text)).toEqual(BAD_USER_INPUT);
    },
  );

  test('refuses a number, which says no unit', () => {
    expect(ofVariable(DateTimeScalar, 1_700_000_000_000)).toEqual(BAD_USER_INPUT);
  });

  test('reads back what it writes', () => {
    const instants = fc.integer({ min: 0, max: Date.UTC(9999, 0) });
    const property = fc.property(instants, (instant) => {
      expect(DateTimeScalar.parseValue(DateTimeScalar.serialize(instant))).toBe(instant);
    });
    fc.assert(property);
  });
});

describe('LocalTime', () => {
  test.each([
    ['00:00', 0],
    ['09:30', 570],
    ['24:00', 1440],
  ])('knows %s as minute %i', (text, minute) => {
    expect(ofVariable(LocalTimeScalar, text)).toBe(minute);
    expect(LocalTimeScalar.serialize(minute)).toBe(text);
  });

  test.each(['24:01', '9:30', '09:60', '09:30:00'])('refuses %p', (text) => {
    expect(ofVariable(LocalTimeScalar, text)).toEqual(BAD_USER_INPUT);
  });
});

describe('Currency and TimeZone', () => {
  test.each(['EUR', 'JPY', 'KWD'])('takes the currency %s', (code) => {
    expect(ofVariable(CurrencyScalar, code)).toBe(code);
  });

  test.each(['eur', 'EURO', 'XAU', 'ZZZ', ''])('refuses the currency %p', (code) => {
    expect(ofVariable(CurrencyScalar, code)).toEqual(BAD_USER_INPUT);
  });

  test.each(['UTC', 'Europe/Vienna', 'America/Argentina/Buenos_Aires'])(
    'takes the zone %s',
    (name) => {
      expect(ofVariable(TimeZoneScalar, name)).toBe(name);
    },
  );

  test.each(['europe/vienna', '+01:00', 'Mars/Olympus', ''])('refuses the zone %p', (name) => {
    expect(ofVariable(TimeZoneScalar, name)).toEqual(BAD_USER_INPUT);
  });
});

test('a scalar does not pass on a value that the program should not have', () => {
  expect(() => DateTimeScalar.serialize('2026-01-01T00:00:00.000Z')).toThrow(TypeError);
});
