// Of the integration tests those of the embedded server start their own, those of scripts none.
const WITHOUT_SERVER =
  /^(?:.*\/)?tests\/(?:unit|architecture|integration\/(?:embedded|start-|stop-|test-))\b/;

/** Whether a run with these path patterns has tests that use a database. */
export function needsServer(patterns) {
  return patterns.length === 0 || !patterns.every((pattern) => WITHOUT_SERVER.test(pattern));
}
