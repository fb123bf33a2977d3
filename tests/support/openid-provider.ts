import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** What a client of a provider is known by. */
export interface ProviderClient {
  readonly redirectUri: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A real OpenID Connect provider in a process of its own. */
export class RunningProvider {
  private constructor(
    private readonly child: ChildProcess,
    readonly issuer: string,
  ) {}

  static async start({
    redirectUri,
    clientId,
    clientSecret,
  }: ProviderClient): Promise<RunningProvider> {
    const script = 'tests/support/openid-provider-process.mjs';
    const child = spawn(process.execPath, [script, redirectUri, clientId, clientSecret], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [issuer] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    return new RunningProvider(child, issuer);
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill();
    await ended;
  }
}

/** A browser that follows where it is sent, keeps cookies for each host, and fills in forms. */
export class Browser {
  private readonly cookies = new Map<string, Map<string, string>>();

  /** `address` gives where a URL is really asked. */
  constructor(private readonly address: (url: URL) => URL = (url) => url) {}

  /** Asks for a page and follows until there is one. */
  async open(url: string | URL, form?: Readonly<Record<string, string>>): Promise<Page> {
    const target = new URL(url);
    const response = await this.ask(target, form);
    const location = response.headers.get('location');
    if (location === null)
      return { url: target, status: response.status, text: await response.text() };
    return this.open(new URL(location, target));
  }

  /** The cookie of a host; null: it has set none, or taken it back. */
  cookie(host: string, name: string): string | null {
    return this.cookies.get(host)?.get(name) ?? null;
  }

  private async ask(url: URL, form?: Readonly<Record<string, string>>): Promise<Response> {
    const kept = [...(this.cookies.get(url.host) ?? [])];
    const cookie = kept.map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.address(url), {
      method: form === undefined ? 'GET' : 'POST',
      headers: { cookie, accept: 'text/html' },
      redirect: 'manual',
      ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
    });
    for (const text of response.headers.getSetCookie()) this.keep(url.host, text);
    return response;
  }

  private keep(host: string, text: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
    const ofHost = this.cookies.get(host) ?? new Map<string, string>();
    this.cookies.set(host, ofHost);
    if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(text)) ofHost.delete(name);
    else ofHost.set(name, value);
  }
}

/** A page that was come to. */
export interface Page {
  readonly url: URL;
  readonly status: number;
  readonly text: string;
}
