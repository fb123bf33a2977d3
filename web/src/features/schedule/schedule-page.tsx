import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';

export function SchedulePage(): ReactNode {
  return <Page title="Schedule">…</Page>;
}
