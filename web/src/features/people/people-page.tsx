import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';

export function PeoplePage(): ReactNode {
  return <Page title="People">…</Page>;
}
