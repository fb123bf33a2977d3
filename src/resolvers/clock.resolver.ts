import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Caller } from '../domain/access/caller.js';
import type { Instant } from '../domain/time/instant.js';
import { DateTimeScalar } from '../schema/scalars/date-time-scalar.js';
import { setClock } from '../services/clock/set-clock.js';
import { Access } from './access.js';
import { By } from './by.js';
import type { GraphContext } from './context.js';

const DESCRIPTION = `Only where the server was started with TEST_CLOCK, absent from the schema
otherwise. Moves the clock, never backwards, doing on the way, in order, all that
falls due; answers when it is done.`;

@Resolver()
export class ClockResolver {
  @Access('clock:set')
  @Mutation(() => DateTimeScalar, { description: DESCRIPTION })
  async setClock(
    @Arg('at', () => DateTimeScalar, { description: 'The instant to move to.' }) at: Instant,
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<Instant> {
    return setClock(kernel, caller, at);
  }
}
