import { CURRENCIES } from '../../../../src/domain/money/currency.js';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** All currencies, as `EUR · Euro`. */
export function currencyChoices(): Choice[] {
  const names = new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' });
  return CURRENCIES.map((code) => {
    const name = names.of(code);
    return { value: code, label: name === undefined ? code : `${code} · ${name}` };
  });
}

/** All time zones that the browser knows, and those given, which it may know by another name. */
export function zoneChoices(given: readonly string[]): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set(['UTC', ...given.filter((zone) => zone !== ''), ...known])].sort();
}
