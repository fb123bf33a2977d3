import { ADMIN_HEADERS } from '../admin-key.js';
import { PAGE_SIZE, type PageSource } from './page-reader.js';

const OUR_PAGE = `query Page($after: String) {
  campaigns(first: ${PAGE_SIZE}, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
    nodes {
      id name externalId desiredStatus status statusSince nextTransitionAt
      dailyBudget { amount } monthlyBudget { amount }
      brand { id name currency timeZone dailyBudget { amount } }
      today { spent { amount } }
      thisMonth { spent { amount } }
      schedule { windows { days start end } }
      blockers { code since }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const POSTGRAPHILE_PAGE = `query Page($after: Cursor) {
  allCampaigns(first: ${PAGE_SIZE}, after: $after, orderBy: [PRIMARY_KEY_ASC]) {
    nodes {
      id name externalId desiredStatus status statusSince nextTransitionAt
      dailyBudgetMicros monthlyBudgetMicros
      brandByAgencyIdAndBrandId { id name currency timeZone dailyBudgetMicros }
      usage { daySpentMicros monthSpentMicros }
      scheduleWindowsByAgencyIdAndCampaignId(orderBy: [POSITION_ASC]) {
        nodes { days startMinute endMinute }
      }
      blockers
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** The page as the program gives it. */
export function ourPages(url: string): PageSource {
  return {
    name: 'Paceline',
    url: `${url}/graphql`,
    headers: ADMIN_HEADERS,
    query: OUR_PAGE,
    field: 'campaigns',
  };
}

/** The same as PostGraphile gives it: amounts in micros, blockers as they are stored. */
export function postgraphilePages(url: string): PageSource {
  return {
    name: 'PostGraphile',
    url,
    headers: {},
    query: POSTGRAPHILE_PAGE,
    field: 'allCampaigns',
  };
}
