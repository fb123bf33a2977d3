import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';

export function JobsPage(): ReactNode {
  return <Page title="Jobs">…</Page>;
}
