import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';

export function AuditPage(): ReactNode {
  return <Page title="Audit">…</Page>;
}
