import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';

export function AgencyPage(): ReactNode {
  return <Page title="Agency">…</Page>;
}
