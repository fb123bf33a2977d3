/**
 * Counts how often texts come up, by a hash of 53 bits of each: some 40 bytes for a text, however
 * long it is. Two different texts of a file are taken for one less often than a disk fails.
 */
export class RepeatCount {
  private readonly counts = new Map<number, number>();

  /** 1 the first time, 2 the second. */
  next(text: string): number {
    const hash = hashOf(text);
    const count = (this.counts.get(hash) ?? 0) + 1;
    this.counts.set(hash, count);
    return count;
  }
}

const HIGH_BITS = 2 ** 32;
const HIGH_MASK = 0x1fffff;

/** Two multiplicative hashes of 32 bits over the text, mixed into an integer below 2^53 (cyrb53). */
function hashOf(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return (b & HIGH_MASK) * HIGH_BITS + (a >>> 0);
}
