import type { IncomingHttpHeaders } from 'node:http';

/** The cookie that holds a session's token. */
const NAME = 'paceline_session';
/** What a session's token looks like: 32 bytes as base64url. */
const TOKEN_PATTERN = /^[\w-]{43}$/;

/** The token in a request's session cookie; null: there is none, or more than one to choose from. */
export function sessionTokenIn({ cookie = '' }: IncomingHttpHeaders): string | null {
  const values = cookie
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${NAME}=`))
    .map((pair) => pair.slice(NAME.length + 1));
  const [token = ''] = values;
  return values.length === 1 && TOKEN_PATTERN.test(token) ? token : null;
}

/** The Set-Cookie header that lets a browser keep a session's token, or forget it at once. */
export function sessionCookie(
  token: string,
  { maxAgeSeconds, secure }: { readonly maxAgeSeconds: number; readonly secure: boolean },
): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${maxAgeSeconds}`];
  return [`${NAME}=${token}`, ...attributes, ...(secure ? ['Secure'] : [])].join('; ');
}
