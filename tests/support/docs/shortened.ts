/**
 * Values that nobody can know before: ids, cursors, correlation ids. A page shows their beginning and
 * `…`, with a letter or digit behind it where two begin alike.
 *
 * What an answer shows so must begin so; the same words stand for the same value in the whole page,
 * other words for another. In a request they are put in full.
 */
export class Shortened {
  private readonly values = new Map<string, string>();

  /** A text that is sent, with every shortened value in full. Throws for one that was never shown. */
  inFull(text: string): string {
    return text.replaceAll(/[\w.:-]*…\w*/g, (words) => {
      const value = this.values.get(words);
      if (value === undefined) throw new Error(`no answer has shown ${words}`);
      return value;
    });
  }

  /** What a page expects, with what is shortened replaced by the real value where that fits. */
  fitted(expected: unknown, actual: unknown): unknown {
    if (typeof expected === 'string') return this.fittedText(expected, actual);
    if (Array.isArray(expected)) {
      const list: readonly unknown[] = Array.isArray(actual) ? actual : [];
      return expected.map((item, i) => this.fitted(item, list[i]));
    }
    if (expected === null || typeof expected !== 'object') return expected;
    const fields = new Map(Object.entries(actual ?? {}));
    return Object.fromEntries(
      Object.entries(expected).map(([key, value]) => [key, this.fitted(value, fields.get(key))]),
    );
  }

  private fittedText(words: string, actual: unknown): unknown {
    const [start = '', ...rest] = words.split('…');
    if (rest.length === 0 || typeof actual !== 'string' || !actual.startsWith(start)) return words;
    const known = this.values.get(words);
    if (known !== undefined) return known;
    if ([...this.values.values()].includes(actual)) return words;
    this.values.set(words, actual);
    return actual;
  }
}
