import type { Bus } from '../../src/events/bus/bus.js';

/** The bus of the only process that there is: nobody else is to be told. */
export const LONELY_BUS: Bus = {
  publish: () => undefined,
  subscribe: () => undefined,
  close: () => Promise.resolve(),
};
