import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';

export function SpendPage(): ReactNode {
  return <Page title="Spend">…</Page>;
}
