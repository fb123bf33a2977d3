import { Agent, request } from 'node:http';
import type { Contender } from '../rounds.js';
import { inParallel } from '../in-parallel.js';

/** How to ask a server for a page of campaigns. */
export interface PageSource {
  readonly name: string;
  /** Where it takes GraphQL. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Takes `$after`. */
  readonly query: string;
  /** The field that holds the page. */
  readonly field: string;
}

interface Page {
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

export const CONNECTIONS = 8;
export const PAGE_SIZE = 50;

/** Walks through a list of campaigns, again and again, over a number of kept connections. */
export class PageReader implements Contender {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  private readonly bodies: Buffer[] = [];
  private next = 0;

  private constructor(private readonly source: PageSource) {}

  /** Reads every page once, so that later only their texts are sent. Throws if one is not whole. */
  static async open(source: PageSource): Promise<PageReader> {
    const reader = new PageReader(source);
    let after: string | null = null;
    for (;;) {
      const body: Buffer = Buffer.from(
        JSON.stringify({ query: source.query, variables: { after } }),
      );
      const text = await reader.post(body);
      const answer = JSON.parse(text) as { data?: Record<string, Page | undefined> };
      const page: Page | undefined = answer.data?.[source.field];
      if (page?.nodes.length !== PAGE_SIZE) throw new Error(`not a page: ${text.slice(0, 500)}`);
      reader.bodies.push(body);
      if (!page.pageInfo.hasNextPage) return reader;
      after = page.pageInfo.endCursor;
    }
  }

  get name(): string {
    return this.source.name;
  }

  /** The length of the first page. */
  async bytes(): Promise<number> {
    const [first] = this.bodies;
    return first ? Buffer.byteLength(await this.post(first)) : 0;
  }

  run(durationMs: number): Promise<number> {
    return inParallel(CONNECTIONS, durationMs, async () => {
      const body = this.bodies[(this.next += 1) % this.bodies.length];
      if (body) await this.post(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }

  private post(body: Buffer): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      ...this.source.headers,
    };
    const options = { method: 'POST', agent: this.agent, headers };
    const sent = request(this.source.url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const text = Buffer.concat(chunks).toString('latin1');
        if (response.statusCode === 200 && !text.includes('"errors"')) resolve(text);
        else reject(new Error(`${this.name} answered ${response.statusCode ?? 0}: ${text}`));
      });
    });
    sent.once('error', reject);
    sent.end(body);
    return promise;
  }
}
