import type { AuditRecorder, BookKernel } from '../kernel.js';
import { recordAudit } from './record-audit.js';

/** The kernel's recorder, which stamps changes with the injected clock. */
export function auditRecorder(
  parts: Pick<BookKernel, 'ids' | 'clock' | 'testClock'>,
): AuditRecorder {
  return (sql, caller, drafts) => recordAudit(parts, sql, { caller, drafts });
}
