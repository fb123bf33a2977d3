import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import {
  BrandDocument,
  type BrandRowFragment,
  UpdateBrandDocument,
} from '../../client/generated/graphql.js';
import { reasonOf } from '../../kit/form/reason.js';
import { ConflictAlert } from '../../kit/form/conflict-alert.js';
import { accepted } from '../../kit/form/refusal.js';
import { MissingPage, NotAllowed } from '../../kit/dead-end.js';
import { ResourceForm } from '../../kit/form/resource-form.js';
import { useConflict } from '../../kit/form/use-conflict.js';
import { notifySuccess } from '../../kit/notify.js';
import { PageError } from '../../kit/page-error.js';
import { PageLoading } from '../../kit/page-loading.js';
import { Page } from '../../kit/page.js';
import { useClient } from '../../live/live-context.js';
import { useMay } from '../session/session-context.js';
import { BrandFields } from './brand-fields.js';
import { BRAND_RULES, type BrandValues, brandValuesOf, updateBrandInput } from './brand-form.js';
import { useBrand } from './use-brand.js';

const LABELS: Readonly<Record<string, string>> = {
  name: 'name',
  externalId: 'external id',
  timeZone: 'time zone',
  status: 'status',
  dailyBudget: 'daily budget',
  monthlyBudget: 'monthly budget',
};

/** Changes a brand. */
export function EditBrandPage(): ReactNode {
  const { brandId = '' } = useParams({ strict: false });
  const may = useMay();
  const { data, error, refetch } = useBrand(brandId, { refetchMs: null });
  if (!may('brand:write')) {
    return (
      <Page title="Edit brand">
        <NotAllowed thing="brand" />
      </Page>
    );
  }
  if (error) return <PageError error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  if (data.brand === null) return <MissingPage thing="brand" />;
  return <EditBrand key={brandId} brand={data.brand} />;
}

function EditBrand({ brand }: { readonly brand: BrandRowFragment }): ReactNode {
  const { send } = useClient();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<BrandValues>({
    initialValues: brandValuesOf(brand),
    validate: BRAND_RULES,
    validateInputOnBlur: true,
  });
  const editing = useConflict(brand, {
    form,
    valuesOf: brandValuesOf,
    readAgain: async () => (await send(BrandDocument, { id: brand.id })).brand,
  });
  const { base } = editing;
  const save = async (values: BrandValues): Promise<void> => {
    const input = updateBrandInput(base, values);
    const reason = reasonOf(values.reason);
    try {
      accepted((await send(UpdateBrandDocument, { input, reason })).updateBrand);
    } catch (error) {
      editing.noteFailure(error);
      throw error;
    }
    notifySuccess(`${values.name.trim()} is saved.`);
    const keys = [['brands'], ['brand', brand.id], ['campaigns']];
    await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
  const leave = (): void => {
    void navigate({ to: `/brands/${brand.id}` });
  };
  return (
    <Page title={`Edit ${brand.name}`}>
      <ResourceForm
        key={base.version}
        form={form}
        action="Save"
        save={save}
        onSaved={leave}
        onCancel={leave}
      >
        <ConflictAlert editing={editing} thing="brand" labels={LABELS} />
        {base.status === 'ARCHIVED' ? (
          <Text fz="sm">
            It is archived: a change is saved only together with another status, which restores it.
          </Text>
        ) : null}
        <BrandFields form={form} isEdit zone={brand.timeZone} />
      </ResourceForm>
    </Page>
  );
}
