import { createServer } from 'node:net';
import { ADMIN_HEADERS } from '../admin-key.js';
import { type Program, type ProgramEnvironment, startProgram } from '../chaos/program.js';

type Variables = Readonly<Record<string, unknown>>;

/** Who visits: what they are in the agency, and of which brands; null: of all. */
export interface Visitor {
  readonly role: string;
  readonly brandIds: readonly string[] | null;
}

/** The program with its console, on a port that it keeps when it is killed and started again. */
export class ConsoleSite {
  /** What whoever enters signs in with. */
  readonly password = 'the difference engine';
  private serial = 0;

  private constructor(
    private readonly environment: ProgramEnvironment,
    private program: Program,
  ) {}

  static async start(databaseUrl: string, settings: ProgramEnvironment = {}): Promise<ConsoleSite> {
    const port = String(await freePort());
    const environment = { PORT: port, DATABASE_URL: databaseUrl, ...settings };
    return new ConsoleSite(environment, await startProgram(environment));
  }

  get url(): string {
    return this.program.url;
  }

  /** Kills it, as a crash would. */
  async kill(): Promise<void> {
    await this.program.end('SIGKILL');
  }

  /** Starts it again; returns when it is ready. */
  async restart(): Promise<void> {
    this.program = await startProgram(this.environment);
  }

  /** It answers nobody, and closes nothing, until it is thawed. */
  freeze(): void {
    this.program.signal('SIGSTOP');
  }

  thaw(): void {
    this.program.signal('SIGCONT');
  }

  async stop(): Promise<void> {
    await this.program.end('SIGTERM');
  }

  /** Asks its API as the first administrator. Throws if anything is refused. */
  async ask<Answer>(query: string, variables: Variables = {}): Promise<Answer> {
    const { answer } = await this.post(query, variables, ADMIN_HEADERS);
    return answer as Answer;
  }

  /** Makes a campaign of a brand, or of a new one in euros; gives its id. */
  async makeCampaign({
    name,
    dailyBudget,
    brandId,
  }: {
    name: string;
    dailyBudget: string;
    brandId?: string;
  }): Promise<string> {
    const input = { name, dailyBudget, brandId: brandId ?? (await this.makeBrand(`${name} & Co`)) };
    const made = await this.ask<{ createCampaign: { campaign: { id: string } } }>(
      `mutation ($input: CreateCampaignInput!) {
        createCampaign(input: $input) { campaign { id } userErrors { message } }
      }`,
      { input },
    );
    return made.createCampaign.campaign.id;
  }

  /** Makes a brand in euros; gives its id. */
  async makeBrand(name: string): Promise<string> {
    const made = await this.ask<{ createBrand: { brand: { id: string } } }>(
      `mutation ($input: CreateBrandInput!) {
        createBrand(input: $input) { brand { id } userErrors { message } }
      }`,
      { input: { name, currency: 'EUR', timeZone: 'Europe/Vienna' } },
    );
    return made.createBrand.brand.id;
  }

  /** Records a spend; returns after its commit. */
  async spend(campaignId: string, amount: string): Promise<void> {
    const eventId = `spend-${(this.serial += 1)}`;
    await this.ask(
      `mutation ($input: RecordSpendInput!) {
        recordSpend(input: $input) { userErrors { message } }
      }`,
      { input: { campaignId, amount, eventId } },
    );
  }

  /** Records spends, one after the other, until something has been heard of them. */
  async spendUntil(campaignId: string, amount: string, heard: Promise<unknown>): Promise<void> {
    const state = { isHeard: false };
    void heard.then(() => (state.isHeard = true));
    while (!state.isHeard) await this.spend(campaignId, amount);
  }

  /** The cookie of a session of somebody new. */
  async enter({ role, brandIds }: Visitor): Promise<string> {
    const email = `visitor-${(this.serial += 1)}@example.com`;
    const { inviteMember } = await this.ask<{ inviteMember: { link: string } }>(
      `mutation ($input: InviteMemberInput!) {
        inviteMember(input: $input) { link userErrors { message } }
      }`,
      { input: { email, role, brandIds } },
    );
    const token = inviteMember.link.split('#invitation=').at(-1);
    const { cookie } = await this.post(
      `mutation ($input: AcceptInvitationInput!) {
        acceptInvitation(input: $input) { userErrors { message } }
      }`,
      { input: { token, name: 'Vera Visitor', password: this.password } },
      { origin: this.url },
    );
    return cookie;
  }

  private async post(
    query: string,
    variables: Variables,
    headers: Readonly<Record<string, string>>,
  ): Promise<{ readonly answer: unknown; readonly cookie: string }> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: unknown; errors?: unknown };
    const text = JSON.stringify(body);
    if (body.errors !== undefined || text.includes('"userErrors":[{')) throw new Error(text);
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    return { answer: body.data, cookie };
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
