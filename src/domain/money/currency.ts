import { invariant } from '../errors.js';

/**
 * The active codes of ISO 4217 (its list one, up to amendment 180) that have an exponent, by it.
 * Without one, and so absent, are the metals, the bond units, XDR, XSU, XUA, XTS and XXX. The
 * runtime's own table will not do: it follows the use of cash, where IQD and HUF have no decimals.
 */
const CODES_BY_EXPONENT: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2:
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP ' +
    'BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB ' +
    'EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES ' +
    'KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR ' +
    'MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD ' +
    'RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP ' +
    'TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const EXPONENTS: ReadonlyMap<string, number> = new Map(
  Object.entries(CODES_BY_EXPONENT).flatMap(([exponent, codes]) =>
    codes.split(' ').map((code): [string, number] => [code, Number(exponent)]),
  ),
);

/** All codes that {@link isCurrency} takes, in the order of the alphabet. */
export const CURRENCIES: readonly string[] = [...EXPONENTS.keys()].sort();

/**
 * Whether `code` is an active code of ISO 4217, in capitals, whose amounts have a fixed number of
 * decimals.
 */
export function isCurrency(code: string): boolean {
  return EXPONENTS.has(code);
}

/**
 * How many decimals the currency has, 0 to 4 (JPY 0, EUR 2, KWD 3). `code` is one that {@link
 * isCurrency} takes.
 */
export function exponentOf(code: string): number {
  const exponent = EXPONENTS.get(code);
  invariant(exponent !== undefined, `${code} is not a currency`);
  return exponent;
}
