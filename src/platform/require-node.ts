const REQUIRED_MAJOR = 26;

/**
 * What a person must do if this program runs on a Node that is too old for it; null if it is
 * new enough.
 */
export function nodeProblem(version: string): string | null {
  const major = Number(version.split('.')[0]);
  if (major >= REQUIRED_MAJOR) return null;
  return (
    `Paceline needs Node ${REQUIRED_MAJOR} or newer; this is Node ${version}. ` +
    'Start it with "npm start", which brings the right one along.'
  );
}

/** Ends the process with a clear message on a Node that is too old. */
export function requireNode(): void {
  const problem = nodeProblem(process.versions.node);
  if (problem === null) return;
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
