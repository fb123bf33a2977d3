// The tests of the embedded server start servers of their own.
const WITHOUT_SERVER = /^(?:.*\/)?tests\/(?:unit|architecture|integration\/embedded)\b/;

/** Whether a run with these path patterns has tests that use a database. */
export function needsServer(patterns) {
  return patterns.length === 0 || !patterns.every((pattern) => WITHOUT_SERVER.test(pattern));
}
