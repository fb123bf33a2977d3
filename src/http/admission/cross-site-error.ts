/** A browser sent this with a session's cookie, or might have, from a page that is not ours. */
export class CrossSiteError extends Error {
  override readonly name = 'CrossSiteError';

  constructor() {
    super('A page of another origin may not do this on your behalf.');
  }
}
