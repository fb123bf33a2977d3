import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import {
  type CampaignFormFragment,
  CampaignToEditDocument,
  UpdateCampaignDocument,
} from '../../client/generated/graphql.js';
import { accepted, Refusal } from '../../kit/form/refusal.js';
import { ResourceForm } from '../../kit/form/resource-form.js';
import { notifyFailure, notifySuccess } from '../../kit/notify.js';
import { useClient } from '../../live/live-context.js';
import { CampaignFields } from './campaign-fields.js';
import {
  type CampaignFormValues,
  changedNames,
  changesOf,
  keepTyped,
  valuesOf,
} from './campaign-form-values.js';
import { ConflictAlert, type Conflict } from './conflict-alert.js';
import { useCampaignForm } from './use-campaign-form.js';

/** Changes a campaign that was read; if somebody else did meanwhile, it takes theirs and keeps what was typed. */
export function EditCampaignForm({
  campaign,
}: {
  readonly campaign: CampaignFormFragment;
}): ReactNode {
  const [base, setBase] = useState(campaign);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const form = useCampaignForm(valuesOf(campaign));
  const { send } = useClient();
  const queries = useQueryClient();
  const leave = useLeave(campaign);
  const save = async (values: CampaignFormValues): Promise<void> => {
    const { id, version } = base;
    const input = { id, version, ...changesOf(valuesOf(base), values) };
    const reason = values.reason.trim() === '' ? null : values.reason.trim();
    try {
      accepted((await send(UpdateCampaignDocument, { input, reason })).updateCampaign);
    } catch (error) {
      if (isConflict(error)) setConflict({ state: 'found' });
      throw error;
    }
  };
  const takeTheirs = async (): Promise<void> => {
    try {
      const { campaign: theirs } = await send(CampaignToEditDocument, { id: base.id });
      if (theirs === null) throw new Error('The campaign is no longer there.');
      const before = valuesOf(base);
      const latest = valuesOf(theirs);
      const typed = form.getValues();
      form.setInitialValues(latest);
      form.setValues(keepTyped(typed, { before, latest }));
      setBase(theirs);
      // What is around the form shows theirs too.
      void queries.invalidateQueries({ queryKey: ['campaign', base.id] });
      setConflict({
        state: 'settled',
        theirs: changedNames(before, latest),
        kept: changedNames(before, typed),
      });
    } catch (error) {
      notifyFailure(error);
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
      {conflict === null ? null : (
        <ConflictAlert conflict={conflict} onTakeTheirs={() => void takeTheirs()} />
      )}
      <CampaignFields form={form} isKnown />
    </ResourceForm>
  );
}

function isConflict(error: unknown): boolean {
  return (
    error instanceof Refusal && error.userErrors.some(({ code }) => code === 'VERSION_CONFLICT')
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
