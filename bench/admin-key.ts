/** The token of the first administrator in every program that a bench starts: BOOTSTRAP_TOKEN. */
export const ADMIN_TOKEN = 'the-first-administrator-of-a-bench';

/** The header that lets its requests in. */
export const ADMIN_HEADERS = { authorization: `Bearer ${ADMIN_TOKEN}` } as const;
