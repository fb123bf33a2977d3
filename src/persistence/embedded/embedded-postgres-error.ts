/** The embedded PostgreSQL cannot be used; the message says for people what to do about it. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
