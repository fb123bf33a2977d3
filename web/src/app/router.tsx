import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageError } from '../kit/page-error.js';
import { PageLoading } from '../kit/page-loading.js';
import { NotFound } from './not-found.js';
import { parseSearch, stringifySearch } from './search-params.js';
import { Shell } from './shell.js';

function Root(): ReactNode {
  return (
    <Shell>
      <Outlet />
    </Shell>
  );
}

const rootRoute = createRootRoute({ component: Root, notFoundComponent: NotFound });
const getParentRoute = () => rootRoute;

// Each page is loaded when it is first opened, or pointed at.
const monitor = createRoute({
  getParentRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../features/monitor/monitor-page.js'), 'MonitorPage'),
});
const campaigns = createRoute({
  getParentRoute,
  path: '/campaigns',
  component: lazyRouteComponent(
    () => import('../features/campaigns/campaigns-page.js'),
    'CampaignsPage',
  ),
});
const newCampaign = createRoute({
  getParentRoute,
  path: '/campaigns/new',
  component: lazyRouteComponent(
    () => import('../features/campaigns/new-campaign-page.js'),
    'NewCampaignPage',
  ),
});
const campaign = createRoute({
  getParentRoute,
  path: '/campaigns/$campaignId',
  component: lazyRouteComponent(
    () => import('../features/campaigns/campaign-page.js'),
    'CampaignPage',
  ),
});
const campaignOverview = createRoute({
  getParentRoute: () => campaign,
  path: '/',
  component: lazyRouteComponent(
    () => import('../features/campaigns/campaign-overview.js'),
    'CampaignOverview',
  ),
});
const campaignSchedule = createRoute({
  getParentRoute: () => campaign,
  path: 'schedule',
  component: lazyRouteComponent(
    () => import('../features/schedule/schedule-page.js'),
    'SchedulePage',
  ),
});
const campaignHistory = createRoute({
  getParentRoute: () => campaign,
  path: 'history',
  component: lazyRouteComponent(
    () => import('../features/campaigns/campaign-history.js'),
    'CampaignHistory',
  ),
});
const campaignSpend = createRoute({
  getParentRoute: () => campaign,
  path: 'spend',
  component: lazyRouteComponent(
    () => import('../features/campaigns/campaign-spend.js'),
    'CampaignSpend',
  ),
});
const editCampaign = createRoute({
  getParentRoute: () => campaign,
  path: 'edit',
  component: lazyRouteComponent(
    () => import('../features/campaigns/edit-campaign-page.js'),
    'EditCampaignPage',
  ),
});
const brands = createRoute({
  getParentRoute,
  path: '/brands',
  component: lazyRouteComponent(() => import('../features/brands/brands-page.js'), 'BrandsPage'),
});
const newBrand = createRoute({
  getParentRoute,
  path: '/brands/new',
  component: lazyRouteComponent(
    () => import('../features/brands/new-brand-page.js'),
    'NewBrandPage',
  ),
});
const brand = createRoute({
  getParentRoute,
  path: '/brands/$brandId',
  component: lazyRouteComponent(() => import('../features/brands/brand-page.js'), 'BrandPage'),
});
const editBrand = createRoute({
  getParentRoute,
  path: '/brands/$brandId/edit',
  component: lazyRouteComponent(
    () => import('../features/brands/edit-brand-page.js'),
    'EditBrandPage',
  ),
});
const spend = createRoute({
  getParentRoute,
  path: '/spend',
  component: lazyRouteComponent(() => import('../features/spend/spend-page.js'), 'SpendPage'),
});
const history = createRoute({
  getParentRoute,
  path: '/history',
  component: lazyRouteComponent(() => import('../features/history/history-page.js'), 'HistoryPage'),
});
const people = createRoute({
  getParentRoute,
  path: '/people',
  component: lazyRouteComponent(() => import('../features/people/people-page.js'), 'PeoplePage'),
});
const invitations = createRoute({
  getParentRoute,
  path: '/people/invitations',
  component: lazyRouteComponent(
    () => import('../features/people/invitations-page.js'),
    'InvitationsPage',
  ),
});
const keys = createRoute({
  getParentRoute,
  path: '/keys',
  component: lazyRouteComponent(() => import('../features/keys/keys-page.js'), 'KeysPage'),
});
const jobs = createRoute({
  getParentRoute,
  path: '/jobs',
  component: lazyRouteComponent(() => import('../features/jobs/jobs-page.js'), 'JobsPage'),
});
const audit = createRoute({
  getParentRoute,
  path: '/audit',
  component: lazyRouteComponent(() => import('../features/audit/audit-page.js'), 'AuditPage'),
});
const account = createRoute({
  getParentRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/account/account-page.js'), 'AccountPage'),
});
const agency = createRoute({
  getParentRoute,
  path: '/agency',
  component: lazyRouteComponent(() => import('../features/agency/agency-page.js'), 'AgencyPage'),
});

const routeTree = rootRoute.addChildren([
  monitor,
  campaigns,
  newCampaign,
  campaign.addChildren([
    campaignOverview,
    campaignSchedule,
    campaignHistory,
    campaignSpend,
    editCampaign,
  ]),
  brands,
  newBrand,
  brand,
  editBrand,
  spend,
  history,
  people,
  invitations,
  keys,
  jobs,
  audit,
  account,
  agency,
]);

/** Finds the page for an address. Lists keep their state in it, as plain `name=value` pairs. */
export function createConsoleRouter() {
  return createRouter({
    routeTree,
    defaultPreload: 'intent',
    defaultPendingComponent: PageLoading,
    defaultErrorComponent: ({ error }) => <PageError error={error} />,
    scrollRestoration: true,
    parseSearch,
    stringifySearch,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
