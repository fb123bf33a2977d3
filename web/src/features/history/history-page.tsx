import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';

export function HistoryPage(): ReactNode {
  return <Page title="History">…</Page>;
}
