import type { BoundValues } from './bound-values.js';
import { isStorableText } from './storable-text.js';

/** A column is one of the texts; with none, nothing matches. */
export function among(column: string, texts: readonly string[], bound: BoundValues): string {
  return `${column} = any(${bound.bind(texts.filter(isStorableText))}::text[])`;
}

/** One of the columns contains the text, in any case. */
export function contains(columns: readonly string[], text: string, bound: BoundValues): string {
  if (!isStorableText(text)) return 'false';
  // Capitals, because more letters share one there: both of the Greek small sigmas, for instance.
  const wanted = `upper(${bound.bind(text)}::text)`;
  const found = columns.map((column) => `strpos(upper(${column}), ${wanted}) > 0`);
  return `(${found.join(' or ')})`;
}
