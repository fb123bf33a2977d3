import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';

export function EditBrandPage(): ReactNode {
  return <Page title="Edit Brand">…</Page>;
}
