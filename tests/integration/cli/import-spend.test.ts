import { describe, expect, test } from '@jest/globals';
import { InputError } from '../../../src/domain/errors.js';
import { CsvFileError } from '../../../src/services/import/read-csv.js';
import { tryImport } from '../../support/import-request.js';
import { instant } from '../../support/instants.js';
import { useTemporaryFolder } from '../../support/temporary-folder.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const files = useTemporaryFolder();
let serial = 0;

function csv(...lines: readonly string[]): string {
  serial += 1;
  return files.write(`${serial}.csv`, `${lines.join('\n')}\n`);
}

interface LedgerRow {
  readonly brand: string;
  readonly campaign: string;
  readonly day: string;
  readonly amount: number;
  readonly event: string;
}

/** What is in the agency's ledger: "b/c 2018-05-27 100". */
async function ledger(): Promise<readonly string[]> {
  const rows = await world.rows<LedgerRow>(
    `select b.external_id as brand, c.external_id as campaign, e.day,
       (e.amount_micros / 1e6)::float as amount, e.event_id as event
     from spend_entry e
     join campaign c on c.agency_id = e.agency_id and c.id = e.campaign_id
     join brand b on b.agency_id = e.agency_id and b.id = e.brand_id
     where e.agency_id = $1 order by e.id`,
    [world.caller.agencyId],
  );
  return rows.map(({ brand, campaign, day, amount }) => `${brand} ${campaign} ${day} ${amount}`);
}

async function names(table: 'brand' | 'campaign'): Promise<readonly string[]> {
  const rows = await world.rows<{ name: string; external_id: string }>(
    `select name, external_id from ${table} where agency_id = $1 order by id`,
    [world.caller.agencyId],
  );
  return rows.map(({ name, external_id }) => `${external_id}: ${name}`);
}

describe('an import', () => {
  test('records each row on the local start of its day in the brand’s zone, never as blocked', async () => {
    const { brand } = await world.aBrand({ externalId: 'b', timeZone: 'America/New_York' });
    await world.aCampaign({ brandId: brand.id, externalId: 'b', desiredStatus: 'PAUSED' });
    await tryImport(world, csv('brand,date,amount', 'b,2019-03-10,12.5'), { create: false });
    const rows = await world.rows(
      `select day, source, occurred_at, while_blocked, kind from spend_entry where agency_id = $1`,
      [world.caller.agencyId],
    );
    expect(rows).toEqual([
      {
        day: '2019-03-10',
        source: 'import',
        occurred_at: instant('2019-03-10T05:00:00Z'),
        while_blocked: false,
        kind: 'SPEND',
      },
    ]);
  });

  test('makes what is missing, with its names, and one campaign for each brand', async () => {
    const file = csv(
      'brand_id,brand_name,date,amount',
      '1,"O\'Neil, ""Bob"" & Söhne ",2018-05-27,1',
      '2,Twin,2018-05-27,0',
      '3,Twin,2018-05-27,2',
    );
    const { report } = await tryImport(world, file, { timeZone: 'Asia/Tokyo' });
    expect(report).toMatchObject({ brandsMade: 3, campaignsMade: 3, zeroRows: 1 });
    expect(await names('brand')).toEqual(['1: O\'Neil, "Bob" & Söhne', '2: Twin', '3: Twin']);
    expect(await ledger()).toEqual(['1 1 2018-05-27 1', '3 3 2018-05-27 2']);
    const [brand] = await world.rows<object>(
      'select currency, time_zone from brand where agency_id = $1 limit 1',
      [world.caller.agencyId],
    );
    expect(brand).toEqual({ currency: 'EUR', time_zone: 'Asia/Tokyo' });
  });

  test('tells campaigns of two brands apart that go by the same key', async () => {
    const file = csv(
      'brand,campaign,date,amount',
      'a,spring,2018-05-27,1',
      'b,spring,2018-05-27,2',
    );
    await tryImport(world, file);
    expect(await names('campaign')).toEqual(['spring: spring', 'b/spring: spring']);
    const again = await tryImport(world, file);
    expect(again.report).toMatchObject({ campaignsMade: 0, entriesRecorded: 0, entriesKnown: 2 });
    expect(await ledger()).toEqual(['a spring 2018-05-27 1', 'b b/spring 2018-05-27 2']);
  });

  test('counts equal rows, so that each is recorded once', async () => {
    const file = csv('brand,date,amount', 'b,2018-05-27,5', 'b,2018-05-27,5', 'b,2018-05-27,7');
    await tryImport(world, file);
    await tryImport(world, file);
    expect(await ledger()).toEqual(['b b 2018-05-27 5', 'b b 2018-05-27 5', 'b b 2018-05-27 7']);
  });

  test('adds what a longer file has more', async () => {
    await tryImport(world, csv('brand,date,amount', 'b,2018-05-27,5'));
    const longer = csv('brand,date,amount', 'b,2018-05-27,5', 'b,2018-05-28,6');
    const { report } = await tryImport(world, longer);
    expect(report).toMatchObject({ entriesRecorded: 1, entriesKnown: 1 });
  });

  test('spreads weeks with the remainder’s micros on the first day', async () => {
    await tryImport(world, csv('brand,date,amount', 'b,2018-12-30,1'), { per: 'WEEK' });
    expect(await ledger()).toEqual([
      'b b 2018-12-30 0.142858',
      'b b 2018-12-31 0.142857',
      ...[1, 2, 3, 4, 5].map((day) => `b b 2019-01-0${day} 0.142857`),
    ]);
  });

  test('reads other delimiters, line ends and titles', async () => {
    const file = files.write('excel.csv', '\ufeffKunde;Tag;Betrag\r\nb;2018-05-27;3\r\n;;\r\n\r\n');
    const columns = { brandName: null, campaign: null };
    await tryImport(world, file, {
      delimiter: ';',
      columns: { ...columns, brand: 'Kunde', date: 'Tag', amount: 'Betrag' },
    });
    expect(await ledger()).toEqual(['b b 2018-05-27 3']);
  });

  test('lets today’s spend exhaust a budget, and last year’s not', async () => {
    const { brand } = await world.aBrand({ externalId: 'b' });
    const { campaign } = await world.aCampaign({
      brandId: brand.id,
      externalId: 'b',
      dailyBudget: '10',
    });
    const status = async (): Promise<string | undefined> => {
      const [row] = await world.rows<{ status: string }>(
        'select status from campaign where id = $1',
        [campaign.id],
      );
      return row?.status;
    };
    await tryImport(world, csv('brand,date,amount', 'b,2025-07-15,100'));
    expect(await status()).toBe('ACTIVE');
    await tryImport(world, csv('brand,date,amount', 'b,2026-07-15,100'));
    expect(await status()).toBe('PAUSED');
  });
});

describe('a bad file', () => {
  const BAD = [
    'brand,date,amount',
    'b,2018-05-27,5',
    '"b\nc",2018-05-27,5',
    'b,2018-02-30,-1',
    'b,2018-05-28,6',
  ];

  test('is refused as a whole, every flaw told with its line and column', async () => {
    const { report, problems } = await tryImport(world, csv(...BAD));
    expect(problems).toEqual([
      '3 brand: The key must be 1 to 128 printable ASCII characters.',
      '5 date: It is not a date of the calendar such as 2026-11-22.',
      '5 amount: It is negative.',
    ]);
    expect(report).toMatchObject({ outcome: 'REFUSED', rows: 4, badRows: 2, brandsMade: 0 });
    expect(await names('brand')).toEqual([]);
  });

  test('is imported without its bad rows if these may be skipped', async () => {
    const { report } = await tryImport(world, csv(...BAD), { skipBad: true });
    expect(report).toMatchObject({ outcome: 'IMPORTED', badRows: 2, entriesRecorded: 2 });
    expect(await ledger()).toEqual(['b b 2018-05-27 5', 'b b 2018-05-28 6']);
  });

  test('is one whose brands are not there, unless they may be made', async () => {
    const file = csv('brand,date,amount', 'b,2018-05-27,5');
    const { problems } = await tryImport(world, file, { create: false });
    expect(problems).toEqual(['2 brand: No brand has this external id.']);
  });

  test('is one in another currency than a brand’s', async () => {
    await world.aBrand({ externalId: 'b', currency: 'JPY' });
    const { problems } = await tryImport(world, csv('brand,date,amount', 'b,2018-05-27,5'));
    expect(problems).toEqual(["2 amount: The brand's currency is JPY, not EUR."]);
  });

  test('is one with another amount than was imported before', async () => {
    await tryImport(world, csv('brand,date,amount', 'b,2018-05-27,5'));
    const { problems } = await tryImport(world, csv('brand,date,amount', 'b,2018-05-27,6'));
    expect(problems).toEqual([
      '2 amount: The row was imported before with another amount or spread: 5 on a day of it.',
    ]);
    const { problems: spread } = await tryImport(
      world,
      csv('brand,date,amount', 'b,2018-05-27,5'),
      { per: 'WEEK' },
    );
    expect(spread).toHaveLength(1);
    expect(await ledger()).toEqual(['b b 2018-05-27 5']);
  });

  test('is one with spend of tomorrow', async () => {
    const { problems } = await tryImport(world, csv('brand,date,amount', 'b,2026-07-16,5'));
    expect(problems).toEqual(['2 date: The day is in the future.']);
    const week = await tryImport(world, csv('brand,date,amount', 'b,2026-07-14,5'), {
      per: 'WEEK',
    });
    expect(week.problems).toEqual(['2 date: The week ends in the future.']);
  });

  test('is one that would make a campaign in an archived brand', async () => {
    const { brand } = await world.aBrand({ externalId: 'b' });
    await world.rows(`update brand set status = 'ARCHIVED' where id = $1`, [brand.id]);
    const { problems } = await tryImport(world, csv('brand,date,amount', 'b,2018-05-27,5'));
    expect(problems).toEqual(['2 brand: The brand is archived: nothing can be made in it.']);
  });
});

describe('what is no such file', () => {
  test('is told', async () => {
    const open = tryImport(world, csv('brand,date,amount', 'b,2018-05-27,"5', 'c,2018-05-27,5'));
    await expect(open).rejects.toThrow(CsvFileError);
    await expect(tryImport(world, files.write('empty.csv', ''))).rejects.toThrow(
      'The file is empty.',
    );
    await expect(tryImport(world, files.path('none.csv'))).rejects.toThrow('ENOENT');
    expect(await names('brand')).toEqual([]);
  });

  test('is told apart from wrong options', async () => {
    const file = csv('brand,date,amount', 'b,2018-05-27,5');
    for (const details of [
      { currency: null },
      { currency: 'XXX' },
      { timeZone: 'Mars/Phobos' },
      { delimiter: ';;' },
    ]) {
      await expect(tryImport(world, file, details)).rejects.toThrow(InputError);
    }
  });
});
