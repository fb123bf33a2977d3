import { type Answer, type TestApp } from '../test-app.js';

/** What was answered, as far as somebody could read it, and the secrets that it was to show. */
interface Said {
  readonly to: string;
  readonly text: string;
  readonly shows: readonly string[];
}

/** What a request is sent with besides its operation. */
export interface Request {
  readonly query: string;
  readonly variables?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const KEPT_DIGESTS = `
  select 'digest of a key' as label, token_hash as value from api_key
  union all select 'digest of a session', token_hash from session
  union all select 'digest of an invitation', token_hash from invitation
  union all select 'digest of a password link', token_hash from password_link
  union all select 'hash of a password', password_hash from person where password_hash is not null`;

/** Knows every secret of a program's run and all that was said in it, to find what was told by mistake. */
export class SecretKeeper {
  private readonly secrets = new Map<string, string>();
  private readonly said: Said[] = [];

  constructor(private readonly app: TestApp) {}

  /** Takes note of a secret, and gives it back. */
  keep(label: string, secret: string): string {
    this.secrets.set(secret, label);
    return secret;
  }

  /** Sends an operation and keeps the answer. */
  async ask({ query, variables = {}, headers = {} }: Request): Promise<Answer> {
    const answer = await this.app.post(JSON.stringify({ query, variables }), headers);
    const cookies = answer.headers.getSetCookie();
    this.hear(query, JSON.stringify(answer.body), []);
    if (cookies.length > 0) this.hear('a cookie', cookies.join('\n'), [tokenIn(cookies[0] ?? '')]);
    return answer;
  }

  /** The same, where the answer is to show a secret, which is found in it; it is kept. */
  async askFor(label: string, request: Request, pattern: RegExp): Promise<string> {
    const answer = await this.ask(request);
    const secret = pattern.exec(JSON.stringify(answer.body))?.[1] ?? '';
    if (secret === '') throw new Error(`no ${label} in ${JSON.stringify(answer.body)}`);
    const last = this.said.findLastIndex(({ to }) => to === request.query);
    const [said] = this.said.splice(last, 1);
    if (said) this.hear(said.to, said.text, [secret]);
    return this.keep(label, secret);
  }

  /** The session that an answer opened, which its cookie alone is to show. */
  keepSession({ headers }: Answer): string {
    const [cookie = ''] = headers.getSetCookie();
    return this.keep('token of a session', tokenIn(cookie));
  }

  /** Takes note of something else that was said. */
  hear(to: string, text: string, shows: readonly string[] = []): void {
    this.said.push({ to, text, shows });
  }

  /** Where secrets were told that should not have been. */
  async leaks(): Promise<readonly string[]> {
    const { everywhere } = this.app.app.kernel.database;
    const kept = await everywhere.rows<{ label: string; value: string }>(KEPT_DIGESTS);
    for (const { label, value } of kept) this.keep(label, value);
    const logged = this.app.log.map((line) => JSON.stringify(line));
    return [...this.secrets].flatMap(([secret, label]) => [
      ...logged.filter((line) => tells(line, secret)).map((line) => `${label} in the log: ${line}`),
      ...this.said
        .filter(({ text, shows }) => !shows.includes(secret) && tells(text, secret))
        .map(({ to, text }) => `${label} in the answer to ${to}: ${text}`),
    ]);
  }
}

/** Also as it looks within a text within a text. */
function tells(text: string, secret: string): boolean {
  return text.includes(secret) || text.includes(encodeURIComponent(secret));
}

function tokenIn(cookie: string): string {
  return /^paceline_session=([^;]*)/.exec(cookie)?.[1] ?? '';
}
