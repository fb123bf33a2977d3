import type { ReactNode } from 'react';
import { PageTabs } from '../../kit/page-tabs.js';

const TABS = [
  { to: '/people', label: 'Members' },
  { to: '/people/invitations', label: 'Invitations' },
];

/** Leads to those who are in the agency, and to those who are asked to be. */
export function PeopleTabs(): ReactNode {
  return <PageTabs label="People" tabs={TABS} />;
}
