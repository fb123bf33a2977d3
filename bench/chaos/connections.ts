import { Agent, request } from 'node:http';
import { ADMIN_HEADERS } from '../admin-key.js';

/** What is sent: an operation and its variables. */
export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** An answer that takes longer is as good as lost. */
const ANSWER_TIMEOUT_MS = 30_000;

/** A bounded number of connections to a GraphQL API, each kept open as long as the server is there. */
export class Connections {
  private readonly agent: Agent;

  constructor(count: number) {
    this.agent = new Agent({ keepAlive: true, maxSockets: count });
  }

  /** The data of an answer. Throws if the connection is lost, and for anything but data. */
  async ask<Data>(url: string, operation: Operation): Promise<Data> {
    const text = await this.post(`${url}/graphql`, JSON.stringify(operation));
    const { data, errors } = JSON.parse(text) as { data?: Data | null; errors?: unknown };
    if (errors !== undefined || !data) throw new Error(`the API answered: ${text}`);
    return data;
  }

  close(): void {
    this.agent.destroy();
  }

  private post(url: string, body: string): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const headers = { 'content-type': 'application/json', ...ADMIN_HEADERS };
    const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
    const sent = request(url, { agent: this.agent, method: 'POST', headers, signal });
    sent.once('error', reject);
    sent.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.once('error', reject);
      response.once('end', () => {
        resolve(text);
      });
    });
    sent.end(body);
    return promise;
  }
}
