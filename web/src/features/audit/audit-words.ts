import { AUDIT_ACTIONS, type AuditAction } from '../../../../src/domain/audit/action.js';
import type { FilterOption } from '../../kit/list/column.js';

const ACTIONS: Readonly<Record<AuditAction, string>> = {
  'agency.create': 'Made the agency',
  'agency.update': 'Changed the agency',
  'brand.create': 'Made a brand',
  'brand.update': 'Changed a brand',
  'brand.reset_budget': 'Reset a brand’s budget',
  'campaign.create': 'Made a campaign',
  'campaign.update': 'Changed a campaign',
  'campaign.set_schedule': 'Set a schedule',
  'campaign.activate': 'Activated a campaign',
  'campaign.pause': 'Paused a campaign',
  'campaign.reset_budget': 'Reset a campaign’s budget',
  'campaign.repair': 'Repaired a campaign',
  'spend.record': 'Recorded a spend',
  'spend.refund': 'Recorded a refund',
  'spend.import': 'Imported spend',
  'job.run': 'Ran a job',
  'clock.set': 'Set the test clock',
  'member.add': 'Joined the agency',
  'member.update': 'Changed a member',
  'member.remove': 'Removed a member',
  'invitation.create': 'Invited somebody',
  'invitation.accept': 'Accepted an invitation',
  'invitation.revoke': 'Took an invitation back',
  'key.create': 'Made a key',
  'key.revoke': 'Revoked a key',
  'session.open': 'Signed in',
  'session.revoke': 'Ended a session',
  'person.create': 'Made a person',
  'person.change_password': 'Changed their password',
  'person.create_password_link': 'Made a password link',
  'person.reset_password': 'Chose a password by a link',
  'person.link_provider': 'Was linked to a provider',
  'person.deactivate': 'Deactivated a person',
  'demo.seed': 'Made the demo’s data',
  'database.restore': 'Restored a backup',
};

const OBJECTS: Readonly<Record<string, string>> = {
  agency: 'Agency',
  brand: 'Brand',
  campaign: 'Campaign',
  entry: 'Ledger row',
  invitation: 'Invitation',
  job: 'Job',
  key: 'Key',
  person: 'Person',
  clock: 'Test clock',
  database: 'Database',
};

/** What was done, in words; of an action that nobody knows here, its name. */
export function actionInWords(action: string): string {
  return Object.hasOwn(ACTIONS, action) ? ACTIONS[action as AuditAction] : action;
}

/** What kind of thing it was done to, in words. */
export function objectKindInWords(kind: string): string {
  return OBJECTS[kind] ?? kind;
}

/** All actions, to be chosen from a list. */
export const ACTION_OPTIONS: readonly FilterOption[] = AUDIT_ACTIONS.map((action) => ({
  value: action,
  label: ACTIONS[action],
}));

/** All kinds of objects, to be chosen from a list. */
export const OBJECT_OPTIONS: readonly FilterOption[] = Object.entries(OBJECTS).map(
  ([value, label]) => ({ value, label }),
);
