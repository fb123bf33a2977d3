import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';

export function KeysPage(): ReactNode {
  return <Page title="Keys">…</Page>;
}
