import { Migration } from '@mikro-orm/migrations';

/**
 * What people sort and filter long lists by. Each index that all rows are in makes recording dearer, so
 * there are two of them: the ledger by when spend occurred, of the agency and of a campaign. (Of a brand
 * it is read through either the first or the brand's own, whichever is shorter.) The others hold what is
 * rare, since what is common is found soon in any order.
 */
const INDEXES: readonly string[] = [
  `create index spend_entry_occurred on spend_entry (agency_id, occurred_at, id)`,
  `create index spend_entry_of_campaign_occurred
    on spend_entry (agency_id, campaign_id, occurred_at, id)`,
  `create index spend_entry_refund on spend_entry (agency_id, id) where kind = 'REFUND'`,
  `create index spend_entry_while_blocked on spend_entry (agency_id, id) where while_blocked`,
  `create index status_change_by_hand on status_change (agency_id, at, id)
    where cause in ('USER', 'BUDGET_CHANGE', 'JOB')`,
];

export class ListsMigration extends Migration {
  override up(): void {
    for (const sql of INDEXES) this.addSql(sql);
  }
}
