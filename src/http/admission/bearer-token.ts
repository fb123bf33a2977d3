/** The token of an `Authorization` header; null: none, or of another scheme. */
export function bearerIn(authorization: string | undefined): string | null {
  const match = /^bearer(?: +(.*))?$/i.exec(authorization?.trim() ?? '');
  return match === null ? null : (match[1] ?? '');
}

/**
 * The token that a socket introduces itself with: of `authorization`, in whatever case, with or
 * without the word Bearer. Null: none.
 */
export function bearerOfSocket(params: Readonly<Record<string, unknown>>): string | null {
  const [, value] =
    Object.entries(params).find(([name]) => name.toLowerCase() === 'authorization') ?? [];
  if (typeof value !== 'string' || value.trim() === '') return null;
  return bearerIn(value) ?? value.trim();
}
