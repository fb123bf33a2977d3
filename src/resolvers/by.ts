import { createParameterDecorator, type ParameterDecorator } from 'type-graphql';
import type { Caller } from '../domain/access/caller.js';
import { InputError } from '../domain/errors.js';
import { readReason } from '../domain/audit/read-reason.js';
import type { GraphContext } from './context.js';

const REASON = 'Why, in your own words, for the audit log: 1 to 500 characters.';

/** The caller of a mutation, with the reason that was given: adds the argument `reason` to the field. */
export function By(): ParameterDecorator {
  return createParameterDecorator<GraphContext>(
    ({ context, args }): Caller => ({ ...context.caller, reason: reasonIn(args) }),
    {
      arg: {
        name: 'reason',
        typeFunc: () => String,
        options: { nullable: true, description: REASON },
      },
    },
  );
}

/** Throws an InputError for a reason that cannot be kept. */
function reasonIn(args: Readonly<Record<string, unknown>>): string | null {
  const given = args['reason'];
  if (typeof given !== 'string') return null;
  const reason = readReason(given, ['reason']);
  if (reason.ok) return reason.value;
  const [error] = reason.error;
  throw new InputError(['reason'], error?.message ?? '');
}
