const NEWLINE = 10;

/** How many rows end here: COPY writes a line for each, and an end of line within a value as letters. */
export function newlinesIn(piece: Buffer): number {
  let count = 0;
  for (let at = piece.indexOf(NEWLINE); at !== -1; at = piece.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
