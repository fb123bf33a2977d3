import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';

export function BrandsPage(): ReactNode {
  return <Page title="Brands">…</Page>;
}
