import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';

export function MonitorPage(): ReactNode {
  return <Page title="Monitor">…</Page>;
}
