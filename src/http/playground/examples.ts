import {
  CREATE_BRAND,
  CREATE_CAMPAIGN,
  HISTORY,
  OVERVIEW,
  RECORD_SPEND,
  WATCH_SPEND,
  WATCH_STATUS,
} from './example-operations.js';

/** An operation that the playground opens in a tab of its own. */
export interface Example {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const PLACEHOLDER_BRAND_ID = 'brand_…';

/** The examples in the order in which a newcomer meets them; `brandId` is put where one is needed. */
export function examplesFor(brandId: string | null): readonly Example[] {
  return [
    { query: OVERVIEW, variables: {} },
    {
      query: CREATE_BRAND,
      variables: {
        input: {
          name: 'Playground Shoes',
          currency: 'EUR',
          timeZone: 'Europe/Vienna',
          dailyBudget: '150',
          monthlyBudget: '3000',
          idempotencyKey: 'playground-brand',
        },
      },
    },
    {
      query: CREATE_CAMPAIGN,
      variables: {
        input: {
          brandId: brandId ?? PLACEHOLDER_BRAND_ID,
          name: 'Playground summer sale',
          externalId: 'playground-campaign',
          dailyBudget: '100',
          windows: [
            {
              days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
              start: '00:00',
              end: '20:00',
            },
            { days: ['FRIDAY'], start: '22:00', end: '02:00' },
            { days: ['SATURDAY', 'SUNDAY'], start: '04:00', end: '24:00' },
          ],
        },
      },
    },
    {
      query: RECORD_SPEND,
      variables: {
        input: {
          campaignExternalId: 'playground-campaign',
          amount: '99.999999',
          eventId: 'playground-1',
        },
      },
    },
    { query: WATCH_SPEND, variables: {} },
    { query: WATCH_STATUS, variables: {} },
    { query: HISTORY, variables: {} },
  ];
}
