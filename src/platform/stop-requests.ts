/** Why the program is asked to stop. */
export type StopReason = 'SIGTERM' | 'SIGINT' | 'SIGHUP' | 'PARENT_GONE';

/**
 * Calls back once, at the first SIGTERM, SIGINT, SIGHUP (the terminal was closed) or end of the
 * launcher. Repeats are ignored: a terminal sends Ctrl+C to the launcher and to us, and the launcher forwards what it gets.
 */
export function onStopRequest(callback: (reason: StopReason) => void): void {
  let asked = false;
  const ask = (reason: StopReason): void => {
    if (asked) return;
    asked = true;
    callback(reason);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      ask(signal);
    });
  }
  onParentGone(() => {
    ask('PARENT_GONE');
  });
}

/**
 * Calls back when the launcher that holds our IPC channel is gone, even by SIGKILL. Does nothing
 * where there is no such channel, and does not keep the process alive.
 */
export function onParentGone(callback: () => void): void {
  if (process.channel === undefined) return;
  process.once('disconnect', callback);
  process.channel.unref();
}
