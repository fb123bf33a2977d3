import { Migration } from '@mikro-orm/migrations';

/**
 * What recording spend costs the database. docs/performance.md has the effect of each.
 */
const HOT_PATH: readonly string[] = [
  // The date decides before the owner, and both before texts are compared: the counters of a day lie
  // together, however long the history, and few comparisons find one.
  `alter table counter drop constraint counter_pkey,
    add primary key (agency_id, date, owner_id, period)`,
  // The engine records only what it has just found under the brand's lock, and nothing deletes campaigns:
  // `verify` proves it. The check locked a row for each entry.
  `alter table spend_entry drop constraint spend_entry_agency_id_campaign_id_fkey`,
  // A campaign's ledger is read in the order in which it was recorded; in any other it is sorted.
  `drop index spend_entry_of_campaign_occurred`,
  // Ends a statement, and with it a transaction, that wrote fewer ledger rows than it was given.
  `create function lose_race() returns boolean language plpgsql as $$
  begin
    raise exception 'another transaction recorded one of these events first'
      using errcode = 'serialization_failure';
  end $$`,
];

export class HotPathMigration extends Migration {
  override up(): void {
    for (const sql of HOT_PATH) this.addSql(sql);
  }
}
