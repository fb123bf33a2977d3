/** An operation that the playground opens in a tab of its own. */
export interface Example {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const OVERVIEW = `# What a monitor shows first: campaigns by status, totals by currency,
# and the campaigns that spend most today.
query Overview {
  overview {
    at
    atRisk
    counts { status blocker count }
    totals {
      currency
      today { amount }
      dailyBudget { amount }
      thisMonth { amount }
      monthlyBudget { amount }
    }
  }
  campaigns(first: 5, orderBy: { field: SPENT_TODAY, direction: DESC }) {
    totalCount
    nodes {
      id
      name
      status
      blockers { code since clearsAt }
      nextTransitionAt
      brand { name timeZone }
      today { spent { amount currency } budget { amount } utilization }
    }
  }
}
`;

const CREATE_BRAND = `# An advertiser: one currency, one time zone, caps over all its campaigns.
# Sent again with the same idempotencyKey it answers with the brand made first.
mutation CreateBrand($input: CreateBrandInput!) {
  createBrand(input: $input) {
    brand {
      id
      name
      timeZone
      dailyBudget { amount currency }
      today { periodStart periodEnd spent { amount } remaining { amount } }
    }
    userErrors { field code message }
  }
}
`;

const CREATE_CAMPAIGN = `# A campaign with caps of its own that runs on weekdays and, on Fridays, into the night.
# Put the id of a brand of yours into the variables.
mutation CreateCampaign($input: CreateCampaignInput!) {
  createCampaign(input: $input) {
    campaign {
      id
      externalId
      status
      blockers { code clearsAt }
      nextTransitionAt
      schedule { timeZone openNow nextChangeAt windows { days start end } }
      today { budget { amount currency } remaining { amount } }
    }
    userErrors { field code message }
  }
}
`;

const RECORD_SPEND = `# Money spent. An exhausted budget shows in this very answer: status PAUSED.
# The same eventId is counted once: change it to spend again.
mutation RecordSpend($input: RecordSpendInput!) {
  recordSpend(input: $input) {
    duplicate
    entry { id amount { amount currency } day whileBlocked }
    campaign {
      status
      blockers { code since clearsAt }
      today { spent { amount } remaining { amount } utilization }
    }
    userErrors { field code message }
  }
}
`;

const WATCH_SPEND = `# Totals as they change, at most 4 a second for one campaign. Run it, then record
# spend in another window of your browser. (The demo spends every minute by itself.)
subscription WatchSpend {
  spendUpdated {
    at
    campaign { id name status }
    today { spent { amount currency } remaining { amount } utilization }
  }
}
`;

const WATCH_STATUS = `# Every campaign that starts, stops or changes its reason, whatever caused it.
subscription WatchStatus {
  campaignStatusChanged {
    at
    cause
    from
    to
    blockers
    campaign { id name brand { name } }
  }
}
`;

const HISTORY = `# What happened, newest first, and who or what did it.
query History {
  statusChanges(first: 20) {
    nodes {
      at
      cause
      from
      to
      blockersBefore
      blockers
      actor { kind name }
      campaign { name }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`;

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
