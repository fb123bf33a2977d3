/** A file that is not a whole and untouched backup that fits; the message is for people. */
export class BackupFileError extends Error {
  override readonly name = 'BackupFileError';
}
