/** Fewer different characters than this are a pattern, whatever their order. */
const MIN_DIFFERENT = 5;
/** So many digits and signs about a common word do not make it another. */
const MAX_TRIMMINGS = 6;

const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ['@', 'a'],
  ['4', 'a'],
  ['3', 'e'],
  ['1', 'i'],
  ['!', 'i'],
  ['0', 'o'],
  ['$', 's'],
  ['5', 's'],
  ['7', 't'],
]);

/**
 * Whether a password is among the first that anybody would try: one of the 49 000 most common
 * (collected by zxcvbn), such a one with digits and signs about it or in the place of letters, or a
 * repetition or row of characters.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  const text = password.normalize('NFKC').toLowerCase();
  const common = await commonPasswords();
  return isPattern(text) || common.has(text) || isTrimmedUp(text, common);
}

let loaded: Promise<ReadonlySet<string>> | null = null;

/** The list, which takes some megabytes, is loaded when it is first needed. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  return (loaded ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'].map(String)),
  ));
}

function isPattern(text: string): boolean {
  return new Set(text).size < MIN_DIFFERENT || isRepetition(text) || isRow(text);
}

/** Whether a part that would be too short by itself is all there is, again and again. */
function isRepetition(text: string): boolean {
  return /^(.{1,11}?)\1+$/su.test(text);
}

/** Whether nearly each character is the one after or before the one before it, as in 123456789012. */
function isRow(text: string): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const breaks = codes.filter((code, i) => i > 0 && Math.abs(code - (codes[i - 1] ?? 0)) !== 1);
  return breaks.length <= codes.length / 6;
}

function isTrimmedUp(text: string, common: ReadonlySet<string>): boolean {
  const core = text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const trimmings =
    text.slice(0, text.indexOf(core)) + text.slice(text.indexOf(core) + core.length);
  const isPlain =
    trimmings.length <= MAX_TRIMMINGS || common.has(trimmings) || isPattern(trimmings);
  return isPlain && (common.has(core) || common.has(plainLetters(core)));
}

function plainLetters(text: string): string {
  return Array.from(text, (character) => LOOKALIKES.get(character) ?? character).join('');
}
