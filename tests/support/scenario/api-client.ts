import { type Client, createClient } from 'graphql-ws';
import type { TypedDocumentString } from '../../generated/graphql.js';
import { ADMIN_TOKEN, bearer } from '../test-app.js';
import { Recorder } from './recorder.js';

/** What an operation is sent with. */
export type Variables = Readonly<Record<string, unknown>>;

/** An error of an answer of the API. */
export interface ApiError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

/** A whole answer of the API, errors included. */
export interface ApiAnswer<Data> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors: readonly ApiError[];
}

/** Speaks to one server as any client would: typed operations over HTTP, subscriptions by graphql-ws. */
export class ApiClient {
  private socket: Client | null = null;

  /** `address` is asked each time, so that a server may come back elsewhere; the token is a key's. */
  constructor(
    private readonly address: () => string,
    private readonly token = ADMIN_TOKEN,
  ) {}

  /** The same server for somebody else. */
  as(token: string): ApiClient {
    return new ApiClient(this.address, token);
  }

  /** The data of an answer; throws if there are GraphQL errors. */
  async run<Data, V extends Variables>(
    document: TypedDocumentString<Data, V>,
    variables: V,
  ): Promise<Data> {
    const { data, errors } = await this.send<Data>(document.toString(), variables);
    if (errors.length > 0 || data === null) throw new Error(describe(errors) + this.trouble());
    return data;
  }

  /** The whole answer to any text and variables, such as those that must be refused. */
  async send<Data = Variables>(query: string, variables: Variables = {}): Promise<ApiAnswer<Data>> {
    const response = await fetch(`${this.address()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...bearer(this.token) },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Partial<ApiAnswer<Data>>;
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
  }

  /**
   * Subscribes, and returns once the server has: whatever is committed afterwards is recorded. (What
   * was committed a moment before may be too, as it may not have been relayed yet.)
   */
  watch<Data, V extends Variables>(
    document: TypedDocumentString<Data, V>,
    variables: V,
  ): Promise<Recorder<Data>> {
    return this.follow(document, variables, (data) => data);
  }

  /** The same, recording what `pick` takes of each event. */
  async follow<Data, V extends Variables, Event>(
    document: TypedDocumentString<Data, V>,
    variables: V,
    pick: (data: Data) => Event,
  ): Promise<Recorder<Event>> {
    const recorder = new Recorder<Event>();
    const { next, error, complete } = recorder.sink;
    this.socket ??= this.connect();
    const leave = this.socket.subscribe<Data>(
      { query: document.toString(), variables },
      {
        next: ({ data, errors }) => {
          if (errors || !data) error(new Error(describe(errors ?? [])));
          else next(pick(data));
        },
        error,
        complete,
      },
    );
    recorder.endWith(leave);
    await roundTrip(this.socket);
    return recorder;
  }

  /** Closes the socket, with all subscriptions on it. */
  async hangUp(): Promise<void> {
    await this.socket?.dispose();
    this.socket = null;
  }

  /** What the server itself has to say about a failure, as far as it is known here. */
  protected trouble(): string {
    return '';
  }

  private connect(): Client {
    const url = `${this.address().replace(/^http/, 'ws')}/graphql`;
    // Not lazy: it stays open while nobody subscribes. What fails is told to those who do.
    const onNonLazyError = (): void => undefined;
    const connectionParams = bearer(this.token);
    return createClient({ url, connectionParams, retryAttempts: 0, lazy: false, onNonLazyError });
  }
}

/** A server begins with the messages of a socket in order: its answer says it has those before. */
async function roundTrip(socket: Client): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const complete = (): void => {
    resolve(undefined);
  };
  socket.subscribe({ query: '{ __typename }' }, { next: () => undefined, error: reject, complete });
  await promise;
}

function describe(errors: readonly { readonly message: string; readonly extensions?: object }[]) {
  const texts = errors.map(({ message, extensions }) => `${message} ${JSON.stringify(extensions)}`);
  return `the API answered with errors: ${texts.join('; ')}`;
}
