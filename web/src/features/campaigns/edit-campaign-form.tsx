import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import {
  type CampaignFormFragment,
  CampaignToEditDocument,
  UpdateCampaignDocument,
} from '../../client/generated/graphql.js';
import { reasonOf } from '../../kit/form/reason.js';
import { ConflictAlert } from '../../kit/form/conflict-alert.js';
import { accepted } from '../../kit/form/refusal.js';
import { ResourceForm } from '../../kit/form/resource-form.js';
import { useConflict } from '../../kit/form/use-conflict.js';
import { notifySuccess } from '../../kit/notify.js';
import { useClient } from '../../live/live-context.js';
import { CampaignFields } from './campaign-fields.js';
import {
  type CampaignFormValues,
  type CampaignInput,
  changesOf,
  valuesOf,
} from './campaign-form-values.js';
import { useCampaignForm } from './use-campaign-form.js';

const LABELS: Readonly<Record<keyof CampaignInput, string>> = {
  name: 'name',
  externalId: 'external id',
  desiredStatus: 'desired status',
  dailyBudget: 'daily budget',
  monthlyBudget: 'monthly budget',
  startsAt: 'begin of the flight',
  endsAt: 'end of the flight',
};

/** Changes a campaign that was read; if somebody else did meanwhile, it takes theirs and keeps what was typed. */
export function EditCampaignForm({
  campaign,
}: {
  readonly campaign: CampaignFormFragment;
}): ReactNode {
  const form = useCampaignForm(valuesOf(campaign));
  const { send } = useClient();
  const queries = useQueryClient();
  const editing = useConflict(campaign, {
    form,
    valuesOf,
    readAgain: async () => {
      // What is around the form shows what somebody else changed too.
      void queries.invalidateQueries({ queryKey: ['campaign', campaign.id] });
      return (await send(CampaignToEditDocument, { id: campaign.id })).campaign;
    },
  });
  const { base } = editing;
  const leave = useLeave(campaign);
  const save = async (values: CampaignFormValues): Promise<void> => {
    const { id, version } = base;
    const input = { id, version, ...changesOf(valuesOf(base), values) };
    const reason = reasonOf(values.reason);
    try {
      accepted((await send(UpdateCampaignDocument, { input, reason })).updateCampaign);
    } catch (error) {
      editing.noteFailure(error);
      throw error;
    }
  };
  return (
    // Another version, another form: what was wrong with the one before is over.
    <ResourceForm
      key={base.version}
      form={form}
      action="Save"
      save={save}
      onSaved={leave.saved}
      onCancel={leave.back}
    >
      <ConflictAlert editing={editing} thing="campaign" labels={LABELS} />
      <CampaignFields form={form} isKnown />
    </ResourceForm>
  );
}

function useLeave({ id, name }: CampaignFormFragment): {
  readonly saved: () => void;
  readonly back: () => void;
} {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const back = (): void => {
    void navigate({ to: `/campaigns/${id}` });
  };
  return {
    back,
    saved: () => {
      notifySuccess(`${name} is saved.`);
      void queries.invalidateQueries({ queryKey: ['campaigns'] });
      void queries.invalidateQueries({ queryKey: ['campaign', id] });
      void queries.invalidateQueries({ queryKey: ['changes-by-people'] });
      back();
    },
  };
}
