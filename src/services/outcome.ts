import type { UserError } from '../domain/errors.js';
import type { Result } from '../domain/result.js';

/** What a mutation answers: what it made or changed, or why it was refused (then nothing changed). */
export type Outcome<T> = Result<T, readonly UserError[]>;
