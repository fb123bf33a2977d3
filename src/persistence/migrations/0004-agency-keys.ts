import { Migration } from '@mikro-orm/migrations';

/**
 * What is unique is unique within an agency, as it must be where the tables are distributed by it. Ids are
 * unique by how they are made, and so are tokens: they are random, and longer than anybody could try.
 */
const KEYS: readonly string[] = [
  // The ORM never needed these keys. As indexes they stay: before PostgreSQL 17 a statement that names many
  // rows of many agencies would try each id in each agency.
  `alter table brand drop constraint brand_id_key`,
  `create index brand_id on brand (id)`,
  `alter table campaign drop constraint campaign_id_key`,
  `create index campaign_id on campaign (id)`,

  // Whoever comes with a token has not said of which agency it is.
  `alter table invitation drop constraint invitation_token_hash_key`,
  `create index invitation_token_hash on invitation (token_hash)`,
  `alter table api_key drop constraint api_key_token_hash_key`,
  `create index api_key_token_hash on api_key (token_hash)`,
];

export class AgencyKeysMigration extends Migration {
  override up(): void {
    for (const sql of KEYS) this.addSql(sql);
  }
}
