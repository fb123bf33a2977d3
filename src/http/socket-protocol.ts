import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  getOperationAST,
  GraphQLError,
  specifiedRules,
} from 'graphql';
import {
  type Context,
  makeServer,
  MessageType,
  type OperationResult,
  type Server,
} from 'graphql-ws';
import { monotonicMs } from '../platform/monotonic.js';
import type { Delivery } from '../resolvers/live/deliveries.js';
import { clientErrorOf, errorFormatter } from './client-error.js';
import { errorsOf, failureIn } from './failed-subscription.js';
import type { GraphqlParts } from './graphql-parts.js';
import { KnownOperations } from './known-operations.js';
import { likenessOf } from './likeness.js';
import { LiveAnswers } from './live-answers.js';
import { operationRules } from './operation-rules.js';
import { asGraphqlError, extensionsOf, prepareOperation } from './prepare-operation.js';
import { SharedAnswers } from './shared-answers.js';
import type { SocketGuest } from './socket-guest.js';
import type { SocketLimits } from './socket-limits.js';

/** What an operation answers at once, or at an event; the protocol's own type is looser than GraphQL's. */
interface Result {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly GraphQLError[] | undefined;
  readonly extensions?: Record<string, unknown> | undefined;
}

type SocketContext = Context<Record<string, unknown>, SocketGuest>;
type Subscriptions = SocketContext['subscriptions'];

/** An operation that has begun, with what it gives. */
interface Begun {
  readonly args: ExecutionArgs;
  readonly result: OperationResult;
}

const MS_PER_SECOND = 1000;

/** What is said over a websocket: graphql-transport-ws, with the rules, limits and errors of HTTP. */
export class SocketProtocol {
  readonly server: Server<SocketGuest>;
  private readonly format;
  private readonly executing = new Set<Promise<unknown>>();
  private readonly shared = new SharedAnswers();

  constructor(
    private readonly parts: GraphqlParts,
    private readonly limits: SocketLimits,
  ) {
    // A text is held once, not once for each of thousands of sockets.
    const known = new KnownOperations();
    const rules = [...specifiedRules, ...operationRules(parts.limits)];
    this.format = errorFormatter(parts.kernel.log);
    this.server = makeServer<Record<string, unknown>, SocketGuest>({
      connectionInitWaitTimeout: limits.initTimeoutMs,
      onConnect: ({ connectionParams = {}, extra: guest }) => guest.introduce(connectionParams),
      onSubscribe: ({ subscriptions, extra: guest }, _id, payload) =>
        this.crowded(subscriptions) ?? prepareOperation({ parts, rules, guest, known }, payload),
      execute: (args: ExecutionArgs) => this.execute(args),
      subscribe: (args: ExecutionArgs) => this.subscribe(args),
      onOperation: (...[context, id, , args, result]) =>
        this.answers(context, id, { args, result }),
      onNext: (...[, , , , result]) => this.formatted(result),
      onError: (...[, , , errors]) => errorsOf(errors).map(this.format),
    });
  }

  /** Settles when the queries and mutations that have begun are done. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.executing);
  }

  private crowded(subscriptions: Subscriptions): readonly GraphQLError[] | null {
    const { maxSubscriptionsPerSocket: limit } = this.limits;
    // The one that asks is already among them.
    if (Object.keys(subscriptions).length <= limit) return null;
    const message = `A socket may hold ${limit} operations at a time.`;
    return [new GraphQLError(message, { extensions: { code: 'RATE_LIMITED' } })];
  }

  private async execute(args: ExecutionArgs): Promise<ExecutionResult> {
    const startedAt = monotonicMs();
    const execution = this.orErrors(Promise.resolve(execute(args)));
    this.executing.add(execution);
    try {
      const result = await execution;
      this.observe(args, result.errors ? 'error' : 'ok', monotonicMs() - startedAt);
      return { ...result, extensions: { ...result.extensions, ...extensionsOf(args) } };
    } finally {
      this.executing.delete(execution);
    }
  }

  /** The updates of a subscription, which {@link answers} makes of them what is sent. */
  private async subscribe(args: ExecutionArgs): Promise<Awaited<OperationResult>> {
    const source = await this.orErrors(createSourceEventStream(args));
    // They are no results yet.
    return source as Awaited<OperationResult>;
  }

  private answers({ extra: guest }: SocketContext, id: string, operation: Begun): OperationResult {
    const { args, result } = operation;
    if (!isSource(result)) return result;
    const likeness = likenessOf(args);
    const head = `{"id":${JSON.stringify(id)},"type":"${MessageType.Next}","payload":`;
    return new LiveAnswers({
      deliveries: result,
      answer: (delivery) => this.shared.answer(args, likeness, delivery),
      send: (text) => guest.send(`${head}${text}}`),
      failureIn: (answer) => failureIn(answer, (error) => clientErrorOf(error)?.code ?? 'INTERNAL'),
    });
  }

  /** What is thrown here would close the socket, with all that others wait for on it. */
  private async orErrors<T>(work: Promise<T>): Promise<T | ExecutionResult> {
    try {
      return await this.parts.state.guard(work);
    } catch (error) {
      return { errors: [asGraphqlError(error)] };
    }
  }

  private formatted({ data, errors, extensions }: Result): FormattedExecutionResult | undefined {
    if (!errors) return undefined;
    return {
      ...(data !== undefined && { data }),
      errors: errors.map(this.format),
      ...(extensions && { extensions }),
    };
  }

  private observe(args: ExecutionArgs, outcome: string, durationMs: number): void {
    const type = getOperationAST(args.document, args.operationName)?.operation ?? 'none';
    const labels = { transport: 'ws', type, outcome };
    this.parts.metrics.operationSeconds.observe(labels, durationMs / MS_PER_SECOND);
  }
}

/** The source of each of our subscriptions makes deliveries; see `resolvers/live`. */
function isSource(result: unknown): result is AsyncIterable<Delivery<object>> {
  return typeof result === 'object' && result !== null && Symbol.asyncIterator in result;
}
