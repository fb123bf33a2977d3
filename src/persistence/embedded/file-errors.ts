/** Whether `error` is a failure of the operating system with one of `codes`, such as `ENOENT`. */
export function hasErrorCode(error: unknown, ...codes: readonly string[]): boolean {
  // An error of Node itself is no instance of this realm's Error where a test runs in another one.
  return Error.isError(error) && 'code' in error && codes.includes(String(error.code));
}
