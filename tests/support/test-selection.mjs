// Of the integration tests those of the embedded server start their own, those of scripts none; MongoDB is given.
const WITHOUT_SERVER =
  /^(?:.*\/)?tests\/(?:unit|architecture|mongo|integration\/(?:embedded|start-|stop-|test-))\b/;

/** Whether a run with these path patterns has tests that use a database. */
export function needsServer(patterns) {
  return patterns.length === 0 || !patterns.every((pattern) => WITHOUT_SERVER.test(pattern));
}

// What browsers are shown is asked for by the console's own tests, and by those of the pages.
const WITHOUT_PAGES =
  /^(?:.*\/)?tests\/(?:(?:unit|architecture|integration|scenarios|docs|mongo)\b|api\/(?!console|docs)[a-z])/;

/** Whether a run with these path patterns has tests that load the console or the documentation. */
export function needsPages(patterns) {
  return patterns.length === 0 || !patterns.every((pattern) => WITHOUT_PAGES.test(pattern));
}

// Redis carries signals between processes: that is for the tests of events, and for scenarios.
const WITHOUT_REDIS =
  /^(?:.*\/)?tests\/(?:(?:unit|architecture|api|console|docs|mongo)\b|integration\/(?!events)[a-z])/;

/** Whether a run with these path patterns has tests that start a Redis. */
export function needsRedis(patterns) {
  return patterns.length === 0 || !patterns.every((pattern) => WITHOUT_REDIS.test(pattern));
}
