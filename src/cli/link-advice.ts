/** What to do with a link to choose a password; null: none was made, since none is needed. */
export function linkAdvice(link: string | null): readonly string[] {
  if (link === null) return [];
  return [
    'Give them this link to choose a password. It is good once and not shown again:',
    `  ${link}`,
  ];
}
