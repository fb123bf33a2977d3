import type { BrandStatus } from '../../domain/brand/brand.js';
import type { Direction, PageRequest } from '../../domain/paging/page.js';

/** A brand by its uuid or by the caller's own key. */
export type BrandKey = { readonly id: string } | { readonly externalId: string };

/** A new brand as it was sent: amounts are decimal strings, the name untrimmed. */
export interface CreateBrandRequest {
  readonly name: string;
  readonly externalId: string | null;
  readonly currency: string;
  readonly timeZone: string;
  readonly dailyBudget: string | null;
  readonly monthlyBudget: string | null;
  readonly idempotencyKey: string | null;
}

/** A change of a brand: undefined leaves a field as it is, null clears it or is REQUIRED. */
export interface UpdateBrandRequest {
  readonly id: string;
  /** The version that was read; null: whatever it is. */
  readonly version: number | null;
  readonly name: string | null | undefined;
  readonly externalId: string | null | undefined;
  readonly timeZone: string | null | undefined;
  readonly status: BrandStatus | null | undefined;
  readonly dailyBudget: string | null | undefined;
  readonly monthlyBudget: string | null | undefined;
}

/** Which brands; null: any. All that is given must hold; an empty list matches nothing. */
export interface BrandFilter {
  readonly search: string | null;
  readonly status: readonly BrandStatus[] | null;
  readonly externalId: readonly string[] | null;
  readonly currency: readonly string[] | null;
}

/** What brands are ordered by. */
export interface BrandOrder {
  readonly field: 'CREATED_AT' | 'NAME' | 'UTILIZATION' | 'SPENT_TODAY';
  readonly direction: Direction;
}

/** A page of brands. */
export interface ListBrandsRequest {
  readonly page: PageRequest;
  readonly filter: BrandFilter;
  readonly order: BrandOrder;
}
