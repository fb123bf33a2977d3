import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';

export function AccountPage(): ReactNode {
  return <Page title="Account">…</Page>;
}
