export const CAMPAIGNS_PER_BRAND = 20;

/** The id of the nth campaign, from 0; its brand is the nth / 20th. */
export function campaignId(n: number): string {
  return uuid(CAMPAIGN_GROUP, n);
}

export function brandId(n: number): string {
  return uuid(BRAND_GROUP, n);
}

/** The same in SQL, of an expression for n. */
export function campaignIdSql(n: string): string {
  return uuidSql(CAMPAIGN_GROUP, n);
}

export function brandIdSql(n: string): string {
  return uuidSql(BRAND_GROUP, n);
}

// They grow with n, as ids made one after the other do.
const BRAND_GROUP = '8001';
const CAMPAIGN_GROUP = '8002';

function uuid(group: string, n: number): string {
  return `00000000-0000-7000-${group}-${n.toString(16).padStart(12, '0')}`;
}

function uuidSql(group: string, n: string): string {
  return `('00000000-0000-7000-${group}-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
}
