import {
  type GraphQLRequestContext,
  type GraphQLRequestContextDidResolveOperation,
  type GraphQLResponse,
  HeaderMap,
  type GraphQLRequestContextWillSendResponse,
  type GraphQLRequestListener,
} from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError, OperationTypeNode } from 'graphql';
import { monotonicMs } from '../platform/monotonic.js';
import type { GraphContext } from '../resolvers/context.js';
import { onlyRecordsSpend } from './admission/root-fields.js';
import { type ClientCode, errorFormatter } from './client-error.js';
import type { GraphqlParts } from './graphql-parts.js';
import { costOf, type OperationCost, refuseTooManyPages } from './page-limit.js';
import type { OperationPlans } from './plans/operation-plans.js';
import { STATUS_BY_CODE } from './refuse.js';

type Chosen = Pick<
  GraphQLRequestContextDidResolveOperation<GraphContext>,
  'schema' | 'document' | 'operation' | 'contextValue'
> & { readonly request: { readonly variables?: Readonly<Record<string, unknown>> } };
type Executable = GraphQLRequestContext<GraphContext>;
type Answer = Pick<
  GraphQLRequestContextWillSendResponse<GraphContext>,
  'operation' | 'contextValue' | 'response'
> & { readonly errors?: readonly GraphQLError[] | undefined };

const MS_PER_SECOND = 1000;

/** One part with such an error makes the whole answer worth asking for again, the first of all first. */
const DECIDING_CODES = ['UNAVAILABLE', 'RATE_LIMITED', 'UNAUTHENTICATED'] as const;

/** Follows one operation over HTTP: checks that it may be executed, measures it, completes its answer. */
export class OperationWatch implements GraphQLRequestListener<GraphContext> {
  private readonly startedAtMs = monotonicMs();
  private isCounted = false;
  /** What it can cost, once nothing stands against executing it. */
  private cost: OperationCost | null = null;

  constructor(
    private readonly parts: GraphqlParts,
    private readonly plans: OperationPlans,
  ) {}

  /** Throws what stands against executing it. */
  async didResolveOperation(chosen: Chosen): Promise<void> {
    const { schema, document, operation, request, contextValue } = chosen;
    // Apollo says that it is there, but not where no operation has the name that was asked for.
    const isFree = operation !== undefined && onlyRecordsSpend(document, operation);
    this.isCounted = true;
    if (!isFree) await this.count(contextValue);
    if (operation === undefined) return;
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw onlyOverSockets();
    const variables = request.variables ?? {};
    const cost = costOf({ schema, document, operation, variables });
    const refusal = refuseTooManyPages(cost);
    if (refusal) throw refusal;
    this.cost = cost;
  }

  /** What a plan can answer; null: GraphQL executes it. */
  async responseForOperation(chosen: Executable): Promise<GraphQLResponse | null> {
    const { document, operation, request, contextValue: context } = chosen;
    if (!document || !operation) return null;
    const variables = request.variables ?? {};
    const data = await this.plans.data({ document, operation, variables, context });
    if (data === null) return null;
    return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } };
  }

  async willSendResponse(answer: Answer): Promise<void> {
    const { operation, errors, contextValue, response } = answer;
    const labels = {
      transport: 'http',
      type: operation?.operation ?? 'none',
      outcome: errors === undefined ? 'ok' : 'error',
    };
    const seconds = (monotonicMs() - this.startedAtMs) / MS_PER_SECOND;
    this.parts.metrics.operationSeconds.observe(labels, seconds);
    if (!this.isCounted) await this.countUnread(answer);
    if (response.body.kind !== 'single') return;
    const result = response.body.singleResult;
    if (this.cost !== null && contextValue.visit.identity !== null) {
      result.extensions = { ...result.extensions, cost: this.cost };
    }
    if (result.errors !== undefined) markDecided(answer, result.errors);
  }

  /** Texts that cannot be read or are not valid are work as well. */
  private async countUnread({ contextValue, response }: Answer): Promise<void> {
    try {
      await this.count(contextValue);
    } catch (error) {
      const errors = [errorFormatter(this.parts.kernel.log)(error)];
      response.body = { kind: 'single', singleResult: { errors } };
    }
  }

  /** Strangers have been counted at the door. */
  private async count({ visit }: GraphContext): Promise<void> {
    if (visit.identity !== null) await this.parts.admission.limit.count(visit);
  }
}

function onlyOverSockets(): GraphQLError {
  const extensions = { code: 'BAD_USER_INPUT', http: { status: STATUS_BY_CODE.BAD_USER_INPUT } };
  return new GraphQLError('Subscriptions are served over websockets.', { extensions });
}

function markDecided({ response }: Answer, errors: readonly GraphQLFormattedError[]): void {
  for (const code of DECIDING_CODES) {
    const deciding = errors.find((error) => codeOf(error) === code);
    if (deciding === undefined) continue;
    const retryAfter = deciding.extensions?.['retryAfterSeconds'];
    response.http.status = STATUS_BY_CODE[code];
    if (typeof retryAfter === 'number') {
      response.http.headers.set('retry-after', String(retryAfter));
    }
    if (code === 'UNAUTHENTICATED') response.http.headers.set('www-authenticate', 'Bearer');
    return;
  }
}

function codeOf({ extensions }: GraphQLFormattedError): ClientCode | undefined {
  return extensions?.['code'] as ClientCode | undefined;
}
