import { connectionType } from '../paging/connection-types.js';
import { AuditEntryType } from './audit-entry-type.js';

export const AuditEntryConnection = connectionType({
  name: 'AuditEntry',
  nodeType: AuditEntryType,
  one: 'entry',
  many: 'entries',
  edge: 'A row of the audit log in a list.',
  page: 'A page of the audit log.',
});
