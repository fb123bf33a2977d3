import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';

export function NewBrandPage(): ReactNode {
  return <Page title="New Brand">…</Page>;
}
