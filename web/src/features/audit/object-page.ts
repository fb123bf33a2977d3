const PAGES: Readonly<Record<string, string>> = {
  agency: '/agency',
  job: '/jobs',
  key: '/keys',
  person: '/people',
  invitation: '/people/invitations',
};

/** Where an object can be seen; null: nowhere. */
export function objectPage(kind: string, id: string | null): string | null {
  if (kind === 'campaign' && id !== null) return `/campaigns/${id}`;
  if (kind === 'brand' && id !== null) return `/brands/${id}`;
  return PAGES[kind] ?? null;
}

/** The end of an id, by which people tell two apart: `…2nr8`. Names that are no ids stay as they are. */
export function shortId(id: string): string {
  const [, digits] = /^[a-z]+_([0-9a-z]{26})$/.exec(id) ?? [];
  return digits === undefined ? id : `…${digits.slice(-6)}`;
}
