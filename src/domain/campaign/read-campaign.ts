import { budgetReader } from '../budget/read-budget.js';
import { type UserError, userError } from '../errors.js';
import type { Wanted } from '../input/changes-to.js';
import { readKey } from '../input/key.js';
import { readName } from '../input/name.js';
import {
  asIs,
  combine,
  notNull,
  orAbsent,
  orNull,
  type Reading,
  refused,
} from '../input/reading.js';
import { err, ok } from '../result.js';
import { validateWindows } from '../schedule/validate-windows.js';
import { type DaypartingWindow, inWeekOrder } from '../schedule/window.js';
import type { Instant } from '../time/instant.js';
import type { Campaign, CampaignIntent, DesiredStatus } from './campaign.js';

/** What people decide about a campaign when they make it. */
export interface CampaignPlan extends CampaignIntent {
  readonly name: string;
  readonly externalId: string | null;
}

/** What people may change about a campaign in one update. */
export type CampaignFields = Omit<CampaignPlan, 'windows'>;

/** A change of a campaign; undefined: as it is. */
export type CampaignPatch = Wanted<CampaignFields>;

/** A new campaign as it is sent; amounts match `DECIMAL_PATTERN`. */
export interface CampaignPlanText {
  readonly name: string;
  readonly externalId: string | null;
  readonly desiredStatus: DesiredStatus;
  readonly dailyBudget: string | null;
  readonly monthlyBudget: string | null;
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  readonly windows: readonly DaypartingWindow[];
}

/** A change of a campaign as it is sent: undefined leaves, null clears. */
export interface CampaignPatchText {
  readonly name: string | null | undefined;
  readonly externalId: string | null | undefined;
  readonly desiredStatus: DesiredStatus | null | undefined;
  readonly dailyBudget: string | null | undefined;
  readonly monthlyBudget: string | null | undefined;
  readonly startsAt: Instant | null | undefined;
  readonly endsAt: Instant | null | undefined;
}

/** Reads a new campaign, sent at `path`, whose amounts have `decimals` decimals. */
export function readCampaignPlan(
  text: CampaignPlanText,
  path: readonly string[],
  decimals: number,
): Reading<CampaignPlan> {
  const readBudget = orNull(budgetReader(decimals));
  return combine<CampaignPlan>({
    name: readName(text.name, [...path, 'name']),
    externalId: orNull(readKey)(text.externalId, [...path, 'externalId']),
    desiredStatus: readFirstStatus(text.desiredStatus, [...path, 'desiredStatus']),
    dailyBudgetMicros: readBudget(text.dailyBudget, [...path, 'dailyBudget']),
    monthlyBudgetMicros: readBudget(text.monthlyBudget, [...path, 'monthlyBudget']),
    startsAt: ok(text.startsAt),
    endsAt: readEnd(text.endsAt, text.startsAt, [...path, 'endsAt']),
    windows: readWindows(text.windows, [...path, 'windows']),
  });
}

/** Reads a change, sent at `path`, of a campaign whose amounts have `decimals` decimals. */
export function readCampaignPatch(
  text: CampaignPatchText,
  path: readonly string[],
  { campaign, decimals }: { readonly campaign: Campaign; readonly decimals: number },
): Reading<CampaignPatch> {
  const readBudget = orAbsent(orNull(budgetReader(decimals)));
  const readStatus = orAbsent(notNull(asIs<DesiredStatus>));
  return combine<CampaignPatch>({
    name: orAbsent(notNull(readName))(text.name, [...path, 'name']),
    externalId: orAbsent(orNull(readKey))(text.externalId, [...path, 'externalId']),
    desiredStatus: readStatus(text.desiredStatus, [...path, 'desiredStatus']),
    dailyBudgetMicros: readBudget(text.dailyBudget, [...path, 'dailyBudget']),
    monthlyBudgetMicros: readBudget(text.monthlyBudget, [...path, 'monthlyBudget']),
    startsAt: ok(text.startsAt),
    endsAt: readNewEnd(text, campaign, [...path, 'endsAt']),
  });
}

/** Reads a schedule that was sent as a list at `path`; the days come out in week order. */
export function readWindows(
  windows: readonly DaypartingWindow[],
  path: readonly string[],
): Reading<readonly DaypartingWindow[]> {
  const errors: readonly UserError[] = validateWindows(windows, path);
  if (errors.length > 0) return err(errors);
  return ok(windows.map((window) => ({ ...window, days: inWeekOrder(window.days) })));
}

function readFirstStatus(status: DesiredStatus, field: readonly string[]): Reading<DesiredStatus> {
  if (status !== 'ARCHIVED') return ok(status);
  return refused(
    field,
    'INVALID',
    'A campaign cannot be made as ARCHIVED: make it ACTIVE or PAUSED.',
  );
}

function readEnd(
  endsAt: Instant | null,
  startsAt: Instant | null,
  field: readonly string[],
): Reading<Instant | null> {
  if (endsAt === null || startsAt === null || endsAt > startsAt) return ok(endsAt);
  return err([userError(field, 'INVALID', 'The flight must end after it begins.')]);
}

/** The flight that the campaign would have must be one, whichever of its ends is changed. */
function readNewEnd(
  text: Pick<CampaignPatchText, 'startsAt' | 'endsAt'>,
  campaign: Campaign,
  field: readonly string[],
): Reading<Instant | null | undefined> {
  const startsAt = text.startsAt === undefined ? campaign.startsAt : text.startsAt;
  const endsAt = text.endsAt === undefined ? campaign.endsAt : text.endsAt;
  const end = readEnd(endsAt, startsAt, field);
  return end.ok ? ok(text.endsAt) : end;
}
