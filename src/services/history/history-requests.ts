import type { PageRequest } from '../../domain/paging/page.js';
import type { ChangeCriteria } from '../../persistence/queries/page-status-changes.js';

/** Which status changes. All that is given must hold; an empty list matches nothing. */
export type StatusChangeFilter = ChangeCriteria;

/** A page of the history, newest (at, id) first. */
export interface ListStatusChangesRequest {
  readonly page: PageRequest;
  readonly filter: StatusChangeFilter;
}
