import {
  type FieldNode,
  getArgumentValues,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLOutputType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { isPromise } from '../../platform/is-promise.js';
import type { GraphContext } from '../../resolvers/context.js';
import { NO_INFO, PlanFailure } from './plan-failure.js';
import { type Fragments, planSelection } from './plan-selection.js';

/** What one execution goes by. */
export interface Run {
  readonly context: GraphContext;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Makes of a value what is answered, at once where it can. Throws whatever stands against it. */
export type Completion = (value: unknown, run: Run) => unknown;

/** How values of a type are completed for a selection. Throws PlanFailure where a plan cannot tell. */
export function planCompletion(
  type: GraphQLOutputType,
  selectionSet: SelectionSetNode | undefined,
  fragments: Fragments,
): Completion {
  if (isNonNullType(type)) return required(planCompletion(type.ofType, selectionSet, fragments));
  if (isListType(type)) return listOf(planCompletion(type.ofType, selectionSet, fragments));
  if (isLeafType(type)) return unlessNull((value) => serialized(type, value));
  if (!isObjectType(type) || !selectionSet) throw new PlanFailure('an object decides');
  const readers = planSelection(type, selectionSet, fragments).map(({ key, node, field }) => ({
    key,
    read: field ? planField(field, node, fragments) : () => type.name,
  }));
  return unlessNull((value, run) => readObject(value, run, readers));
}

function serialized(type: GraphQLLeafType, value: unknown): unknown {
  const text: unknown = type.serialize(value);
  if (text === undefined || text === null) throw new PlanFailure('a value has no form');
  return text;
}

interface Reader {
  readonly key: string;
  readonly read: Completion;
}

function planField(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  fragments: Fragments,
): Completion {
  const complete = planCompletion(field.type, node.selectionSet, fragments);
  const { name, resolve } = field;
  const takesArguments = field.args.length > 0;
  return (source, run) => {
    const args = takesArguments ? getArgumentValues(field, node, run.variables) : {};
    const value = resolve
      ? resolve(source, args, run.context, NO_INFO)
      : propertyOf(source, name, run);
    return isPromise(value)
      ? later(value, (settled) => complete(settled, run))
      : complete(value, run);
  };
}

/** As GraphQL reads a field that has no resolver. */
function propertyOf(source: unknown, name: string, { context }: Run): unknown {
  const holder = source as Readonly<Record<string, unknown>>;
  const value = holder[name];
  if (typeof value !== 'function') return value;
  const method = value as (args: object, context: GraphContext, info: unknown) => unknown;
  return method.call(source, {}, context, NO_INFO);
}

function readObject(source: unknown, run: Run, readers: readonly Reader[]): unknown {
  const object: Record<string, unknown> = {};
  const pending: Promise<unknown>[] = [];
  for (const { key, read } of readers) {
    const value = read(source, run);
    object[key] = value;
    if (!isPromise(value)) continue;
    const set = (settled: unknown): void => void (object[key] = settled);
    pending.push(later(value, set));
  }
  return pending.length === 0 ? object : later(Promise.all(pending), () => object);
}

function listOf(complete: Completion): Completion {
  return unlessNull((value, run) => {
    if (!Array.isArray(value)) throw new PlanFailure('a list is no array');
    const items = value.map((item: unknown) =>
      isPromise(item) ? later(item, (settled) => complete(settled, run)) : complete(item, run),
    );
    return items.some((item) => isPromise(item)) ? later(Promise.all(items), (all) => all) : items;
  });
}

function required(complete: Completion): Completion {
  const check = (value: unknown): unknown => {
    if (value === null) throw new PlanFailure('there is nothing where something must be');
    return value;
  };
  return (value, run) => {
    const completed = complete(value, run);
    return isPromise(completed) ? later(completed, check) : check(completed);
  };
}

function unlessNull(complete: Completion): Completion {
  return (value, run) => {
    if (Error.isError(value)) throw value;
    return value === null || value === undefined ? null : complete(value, run);
  };
}

/** What a promise becomes. Its failure is heard of even if another part has failed before. */
function later<T>(promise: Promise<T>, become: (value: T) => unknown): Promise<unknown> {
  const next = promise.then(become);
  next.catch(() => undefined);
  return next;
}
