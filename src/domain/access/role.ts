/** What somebody is in an agency, the most powerful first. */
export const ROLES = ['OWNER', 'ADMIN', 'MANAGER', 'ANALYST', 'CLIENT', 'INGEST'] as const;

/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/** The roles that a person can have: recording spend alone is for machines. */
export const MEMBER_ROLES = ['OWNER', 'ADMIN', 'MANAGER', 'ANALYST', 'CLIENT'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** The roles that a key can have: an agency is owned by people. */
export const KEY_ROLES = ['ADMIN', 'MANAGER', 'ANALYST', 'CLIENT', 'INGEST'] as const;
export type KeyRole = (typeof KEY_ROLES)[number];

/** Whether a role may be confined to some of the agency's brands. */
export type BrandScope = 'WHOLE_AGENCY' | 'ALL_OR_SOME' | 'SOME';

const BRAND_SCOPES: Readonly<Record<Role, BrandScope>> = {
  OWNER: 'WHOLE_AGENCY',
  ADMIN: 'WHOLE_AGENCY',
  MANAGER: 'ALL_OR_SOME',
  ANALYST: 'WHOLE_AGENCY',
  CLIENT: 'SOME',
  INGEST: 'ALL_OR_SOME',
};

/** Which brands a role can be given: always all, all or some, or always some. */
export function brandScopeOf(role: Role): BrandScope {
  return BRAND_SCOPES[role];
}
