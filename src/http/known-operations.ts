import type { FastifyRequest } from 'fastify';
import {
  type DocumentNode,
  getOperationAST,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { RecentMap } from '../platform/recent-map.js';

/** How many texts are known, and how long one can be: some megabytes at most. */
const MAX_TEXTS = 500;
const MAX_TEXT_LENGTH = 10_000;
/** What a request to be answered in JSON may say that it accepts. */
const ACCEPTED: ReadonlySet<string | undefined> = new Set([undefined, '*/*', 'application/json']);
const BODY_FIELDS: ReadonlySet<string> = new Set(['query', 'variables', 'operationName']);

/** An operation that can be executed as it is, with the values that were sent for it. */
export interface KnownOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Body {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

/**
 * Texts that have been read, checked and found good, with what they mean. Clients send the same few
 * again and again. Only the plainest way of asking is known; for any other, a text is read anew.
 */
export class KnownOperations {
  private readonly documents = new RecentMap<string, DocumentNode>(MAX_TEXTS);

  /** Remembers what a text means that was found good. */
  keep(text: string, document: DocumentNode): void {
    if (text.length <= MAX_TEXT_LENGTH) this.documents.set(text, document);
  }

  /** What a text means; undefined if it is not known. */
  documentOf(text: string): DocumentNode | undefined {
    return this.documents.get(text);
  }

  /** What a request asks for, if that is known; null if it has to be looked at closer. */
  find({ method, headers, body }: FastifyRequest): KnownOperation | null {
    const isPlain =
      method === 'POST' &&
      ACCEPTED.has(headers.accept) &&
      headers['content-type']?.startsWith('application/json') === true;
    if (!isPlain || !isBody(body)) return null;
    const { query, operationName = null, variables } = body;
    const document = this.documents.get(query);
    const operation = document && getOperationAST(document, operationName);
    if (!document || !operation) return null;
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) return null;
    return { document, operation, operationName, variables: variables ?? {} };
  }
}

function isBody(body: unknown): body is Body {
  if (!isObject(body) || !('query' in body) || typeof body.query !== 'string') return false;
  if (!Object.keys(body).every((field) => BODY_FIELDS.has(field))) return false;
  const { operationName, variables } = body as Record<string, unknown>;
  if (!isAbsent(operationName) && typeof operationName !== 'string') return false;
  return isAbsent(variables) || (isObject(variables) && !Array.isArray(variables));
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
