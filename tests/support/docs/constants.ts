import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The program's own source, all of it. */
export const SOURCE = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join('src', path), 'utf8'))
  .join('\n');

/** What a constant of the source says that is a product of whole numbers. Throws if there is none. */
export function numberIn(name: string): number {
  const [, value] = new RegExp(`const ${name} = ([\\d_* ]+);`).exec(SOURCE) ?? [];
  if (value === undefined) throw new Error(`the source has no constant ${name}`);
  return value
    .replaceAll('_', '')
    .split('*')
    .reduce((product, factor) => product * Number(factor), 1);
}
