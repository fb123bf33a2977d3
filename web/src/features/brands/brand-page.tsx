import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';

export function BrandPage(): ReactNode {
  return <Page title="Brand">…</Page>;
}
