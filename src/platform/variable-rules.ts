import { isIP } from 'node:net';
import { z } from 'zod';

/** How the text of an environment variable becomes a value; undefined: it breaks the rule. */
type Parse<T> = (text: string) => T | undefined;

/** A variable's rule: takes its text or undefined, gives its value or an issue that says the rule. */
export type VariableRule<T> = z.ZodType<T, string | undefined>;

const HOST_PATTERN = /^(?=.{1,253}$)[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/i;

/** Any value; `fallback` where the variable is not set. `rule` goes on after "must be". */
export function variable<T>(parse: Parse<T>, rule: string, fallback: T): VariableRule<T> {
  return z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return fallback;
      const value = parse(text);
      if (value !== undefined) return value;
      context.addIssue({ code: 'custom', message: `must be ${rule}` });
      return z.NEVER;
    });
}

/** A whole number of decimal digits, bounds included. */
export function wholeNumber(min: number, max: number, fallback: number): VariableRule<number> {
  const parse = (text: string): number | undefined => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    return value >= min && value <= max ? value : undefined;
  };
  return variable(parse, `a whole number from ${min} to ${max}`, fallback);
}

/** One of a few words. */
export function oneOf<T extends string, F extends T | null>(
  words: readonly T[],
  fallback: F,
): VariableRule<T | F> {
  return variable<T | F>(
    (text) => words.find((word) => word === text),
    `one of ${words.join(', ')}`,
    fallback,
  );
}

/** Some of a few words, parted by commas, each at most once in the answer. */
export function someOf<T extends string>(words: readonly T[]): VariableRule<readonly T[]> {
  const parse = (text: string): readonly T[] | undefined => {
    const parts = text.split(',').map((part) => part.trim());
    const known = parts.every((part) => words.some((word) => word === part));
    return known ? words.filter((word) => parts.includes(word)) : undefined;
  };
  return variable(parse, `some of ${words.join(', ')}, parted by commas`, words);
}

/** An IP address or a host name. */
export function hostName(fallback: string): VariableRule<string> {
  const parse = (text: string): string | undefined =>
    isIP(text) !== 0 || HOST_PATTERN.test(text) ? text : undefined;
  return variable(parse, 'an IP address or a host name', fallback);
}

/** The URL of a server, beginning with one of `schemes` such as `redis:`. */
export function serverUrl(...schemes: readonly string[]): VariableRule<string | null> {
  const parse = (text: string): string | undefined =>
    URL.canParse(text) && schemes.includes(new URL(text).protocol) ? text : undefined;
  const rule = `a URL that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`;
  return variable<string | null>(parse, rule, null);
}

/** So many printable ASCII characters. */
export function printable(min: number, max: number): VariableRule<string | null> {
  const pattern = new RegExp(`^[\\x20-\\x7e]{${min},${max}}$`);
  const parse = (text: string): string | undefined => (pattern.test(text) ? text : undefined);
  return variable<string | null>(parse, `${min} to ${max} printable ASCII characters`, null);
}

/** An email address. */
export function emailAddress(fallback: string): VariableRule<string> {
  const parse = (text: string): string | undefined =>
    /^(?=.{3,254}$)[^\s@]+@[^\s@]+$/.test(text) ? text : undefined;
  return variable(parse, 'an email address', fallback);
}

/**
 * Proxies: a number of them, or the addresses and networks that they have, parted by commas. None
 * where the variable is not set.
 */
export function proxies(): VariableRule<number | readonly string[]> {
  const parse = (text: string): number | readonly string[] | undefined => {
    if (/^\d{1,2}$/.test(text)) return Number(text);
    const parts = text.split(',').map((part) => part.trim());
    return parts.every(isNetwork) ? parts : undefined;
  };
  const rule = 'a number of proxies up to 99, or addresses such as 10.0.0.0/8, parted by commas';
  return variable<number | readonly string[]>(parse, rule, 0);
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
  );
}

/** A web origin as browsers send it. */
export function origin(): VariableRule<string | null> {
  const parse = (text: string): string | undefined =>
    /^https?:/.test(text) && isOrigin(text) ? text : undefined;
  return variable<string | null>(parse, 'an origin such as https://paceline.example.com', null);
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

/** Origins as browsers send them, parted by commas. */
export function origins(): VariableRule<readonly string[]> {
  const parse = (text: string): readonly string[] | undefined => {
    const parts = text.split(',').map((part) => part.trim());
    return parts.every(isOrigin) ? parts : undefined;
  };
  return variable(parse, 'origins such as https://app.example.com, parted by commas', []);
}
