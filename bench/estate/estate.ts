import pg from 'pg';

/** A database with an agency and its campaigns, of one measure alone. */
export interface Estate {
  /** Its address for the program. */
  readonly url: string;
  /** Its address for what no policy is to slow down or hold up. */
  readonly superuserUrl: string;
  /** How many campaigns there are, 20 a brand; their ids are those of `campaign-ids.ts`. */
  readonly campaigns: number;
  /** The zone of all brands: one in which no day ends during the run. */
  readonly timeZone: string;
  /** Runs statements as the superuser, on a connection of their own, without a limit of time. */
  execute(...statements: readonly string[]): Promise<void>;
  /** Another database with what is in this one, to which nobody may be connected. */
  copy(): Promise<Estate>;
  /** Drops it and its copies, whoever is connected. Safe to call twice; otherwise done with the measure. */
  drop(): Promise<void>;
}

/** As the role that no policy holds. */
export function asSuperuser(url: string): string {
  return url.replace('://paceline@', '://postgres@');
}

/** Runs statements one after the other on a connection of their own. */
export async function execute(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
