const formats = new Map<string, Intl.NumberFormat>();

/** A mark of a scale of money, shortened, such as `€1.2K`: drawn, and not exact. */
export function formatScale(units: number, currency: string): string {
  const known = formats.get(currency);
  if (known) return known.format(units);
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  });
  formats.set(currency, format);
  return format.format(units);
}
