// The lines are short because the editor has half of the window.
export const OVERVIEW = `# What a monitor shows first: campaigns by
# status, totals by currency, and the campaigns
# that spend most today.
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
  campaigns(
    first: 5
    orderBy: { field: SPENT_TODAY, direction: DESC }
  ) {
    totalCount
    nodes {
      id
      name
      brand { name timeZone }
      status
      blockers { code since clearsAt }
      nextTransitionAt
      today {
        spent { amount currency }
        budget { amount }
        utilization
      }
    }
  }
}
`;

export const CREATE_BRAND = `# An advertiser: one currency, one time zone,
# and caps over all its campaigns. Sent again
# with the same idempotencyKey it answers with
# the brand made first.
mutation CreateBrand($input: CreateBrandInput!) {
  createBrand(input: $input) {
    brand {
      id
      name
      timeZone
      dailyBudget { amount currency }
      today {
        periodStart
        periodEnd
        spent { amount }
        remaining { amount }
      }
    }
    userErrors { field code message }
  }
}
`;

export const CREATE_CAMPAIGN = `# A campaign with a cap of its own and windows
# in which it may run, on Fridays into the night.
# brandId: a brand's id, such as CreateBrand gave.
mutation CreateCampaign(
  $input: CreateCampaignInput!
) {
  createCampaign(input: $input) {
    campaign {
      id
      externalId
      status
      blockers { code clearsAt }
      nextTransitionAt
      schedule {
        timeZone
        openNow
        nextChangeAt
        windows { days start end }
      }
      today {
        budget { amount currency }
        remaining { amount }
      }
    }
    userErrors { field code message }
  }
}
`;

export const RECORD_SPEND = `# Money spent. An exhausted budget shows in this
# very answer: status PAUSED. The same eventId is
# counted once: change it to spend again.
mutation RecordSpend($input: RecordSpendInput!) {
  recordSpend(input: $input) {
    duplicate
    entry {
      id
      amount { amount currency }
      day
      whileBlocked
    }
    campaign {
      status
      blockers { code since clearsAt }
      today {
        spent { amount }
        remaining { amount }
        utilization
      }
    }
    userErrors { field code message }
  }
}
`;

export const WATCH_SPEND = `# Totals as they change, at most 4 a second for
# one campaign. Run it, then record spend in
# another window of your browser. (The demo spends
# every minute by itself.)
subscription WatchSpend {
  spendUpdated {
    at
    campaign { id name status }
    today {
      spent { amount currency }
      remaining { amount }
      utilization
    }
  }
}
`;

export const WATCH_STATUS = `# Every campaign that starts, stops or changes
# its reason, whatever brought it about.
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

export const HISTORY = `# What happened, newest first, and who did it.
query History {
  statusChanges(first: 20) {
    nodes {
      at
      campaign { name }
      from
      to
      blockersBefore
      blockers
      cause
      actor { kind name }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`;
