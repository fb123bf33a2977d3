import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import {
  type BrandChoiceFragment,
  CreateCampaignDocument,
} from '../../client/generated/graphql.js';
import { NotAllowed } from '../../kit/dead-end.js';
import { accepted } from '../../kit/form/refusal.js';
import { randomKey } from '../../kit/form/random-key.js';
import { ResourceForm } from '../../kit/form/resource-form.js';
import { notifySuccess } from '../../kit/notify.js';
import { Page } from '../../kit/page.js';
import { PageLoading } from '../../kit/page-loading.js';
import { useClient } from '../../live/live-context.js';
import { useMay } from '../session/session-context.js';
import { BrandSelect } from '../brands/brand-select.js';
import { CampaignFields } from './campaign-fields.js';
import { type CampaignFormValues, EMPTY_CAMPAIGN, inputOf } from './campaign-form-values.js';
import { useBrandQuery } from '../brands/use-brand-chosen.js';
import { useCampaignForm } from './use-campaign-form.js';

/** Makes a campaign; `?brand=` chooses whose. */
export function NewCampaignPage(): ReactNode {
  const { brand: brandId }: { brand?: string } = useSearch({ strict: false });
  const { data: brand, isLoading } = useBrandQuery(brandId ?? null);
  const mayMake = useMay()('campaign:write');
  return (
    <Page title="New campaign">
      {mayMake ? null : <NotAllowed thing="campaign" />}
      {mayMake && isLoading ? <PageLoading /> : null}
      {mayMake && !isLoading ? <NewCampaignForm brand={brand ?? null} /> : null}
    </Page>
  );
}

function NewCampaignForm({ brand }: { readonly brand: BrandChoiceFragment | null }): ReactNode {
  const form = useCampaignForm({ ...EMPTY_CAMPAIGN, ...(brand ? valuesOfBrand(brand) : {}) });
  const { history } = useRouter();
  const { create, show } = useCreate();
  return (
    <ResourceForm
      form={form}
      action="Make the campaign"
      save={create}
      onSaved={show}
      onCancel={() => {
        history.back();
      }}
    >
      <BrandSelect
        label="Brand"
        placeholder="Whose campaign it is"
        description="For ever: a campaign never moves to another brand."
        statuses={IN_USE}
        value={form.getValues().brandId || null}
        error={form.errors.brandId}
        onChange={(chosen) => {
          if (chosen === null) return;
          form.setValues(valuesOfBrand(chosen));
          form.clearFieldError('brandId');
        }}
      />
      <CampaignFields form={form} isKnown={false} />
    </ResourceForm>
  );
}

const IN_USE = ['ACTIVE', 'PAUSED'] as const;

function valuesOfBrand({ id, currency, timeZone }: BrandChoiceFragment) {
  return { brandId: id, currency, timeZone };
}

/** Makes the campaign, once however often it is tried, and then shows it. */
function useCreate(): {
  readonly create: (values: CampaignFormValues) => Promise<void>;
  readonly show: () => void;
} {
  const { send } = useClient();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [idempotencyKey] = useState(randomKey);
  const made = useRef<{ readonly id: string; readonly name: string } | null>(null);
  return {
    create: async (values) => {
      const input = { ...inputOf(values), brandId: values.brandId, idempotencyKey };
      const sent = await send(CreateCampaignDocument, { input, reason: null });
      made.current = accepted(sent.createCampaign).campaign;
    },
    show: () => {
      const campaign = made.current;
      void queries.invalidateQueries({ queryKey: ['campaigns'] });
      if (campaign === null) return;
      notifySuccess(`${campaign.name} is made.`);
      void navigate({ to: `/campaigns/${campaign.id}`, search: { created: 'now' } as never });
    },
  };
}
