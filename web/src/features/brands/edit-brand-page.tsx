import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconArrowsDiff } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import {
  BrandDocument,
  type BrandRowFragment,
  UpdateBrandDocument,
} from '../../client/generated/graphql.js';
import { accepted, Refusal } from '../../kit/form/refusal.js';
import { ResourceForm } from '../../kit/form/resource-form.js';
import { notifyFailure, notifySuccess } from '../../kit/notify.js';
import { PageError } from '../../kit/page-error.js';
import { PageLoading } from '../../kit/page-loading.js';
import { Page } from '../../kit/page.js';
import { useClient } from '../../live/live-context.js';
import { useMay } from '../session/session-context.js';
import { BrandFields } from './brand-fields.js';
import {
  BRAND_RULES,
  type BrandValues,
  brandValuesOf,
  mergeBrandValues,
  updateBrandInput,
} from './brand-form.js';
import { BrandMissing } from './brand-missing.js';
import { BrandNotAllowed } from './brand-not-allowed.js';
import { useBrand } from './use-brand.js';

/** Changes a brand. */
export function EditBrandPage(): ReactNode {
  const { brandId = '' } = useParams({ strict: false });
  const may = useMay();
  const { data, error, refetch } = useBrand(brandId, { refetchMs: null });
  if (!may('brand:write')) return <BrandNotAllowed title="Edit brand" />;
  if (error) return <PageError error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  if (data.brand === null) return <BrandMissing />;
  return <EditBrand key={brandId} brand={data.brand} />;
}

function EditBrand({ brand }: { readonly brand: BrandRowFragment }): ReactNode {
  const { send } = useClient();
  const queries = useQueryClient();
  const navigate = useNavigate();
  // What was read first stays what changes are told from, however often the cache reads it again.
  const [read, setRead] = useState(brand);
  const [isOvertaken, setIsOvertaken] = useState(false);
  const form = useForm<BrandValues>({
    initialValues: brandValuesOf(brand),
    validate: BRAND_RULES,
    validateInputOnBlur: true,
  });
  const save = async (values: BrandValues): Promise<void> => {
    const input = updateBrandInput(read, values);
    const reason = values.reason.trim() === '' ? null : values.reason.trim();
    const sent = await send(UpdateBrandDocument, { input, reason });
    const overtaken = sent.updateBrand.userErrors.some(({ code }) => code === 'VERSION_CONFLICT');
    setIsOvertaken(overtaken);
    if (overtaken) throw new Error('Somebody else changed this brand after you opened it.');
    accepted(sent.updateBrand);
    notifySuccess(`${values.name.trim()} is saved.`);
    const keys = [['brands'], ['brand', brand.id], ['campaigns']];
    await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
  const takeLatest = async (): Promise<void> => {
    const { brand: latest } = await send(BrandDocument, { id: brand.id });
    if (!latest) throw new Refusal([]);
    const values = mergeBrandValues(brandValuesOf(read), form.getValues(), brandValuesOf(latest));
    form.resetDirty(brandValuesOf(latest));
    form.setValues(values);
    setRead(latest);
    setIsOvertaken(false);
  };
  const leave = (): void => {
    void navigate({ to: `/brands/${brand.id}` });
  };
  return (
    <Page title={`Edit ${brand.name}`}>
      <ResourceForm
        key={read.version}
        form={form}
        action="Save"
        save={save}
        onSaved={leave}
        onCancel={leave}
      >
        {isOvertaken ? <Overtaken onTake={() => void takeLatest().catch(notifyFailure)} /> : null}
        {read.status === 'ARCHIVED' ? (
          <Text fz="sm">
            It is archived: a change is saved only together with another status, which restores it.
          </Text>
        ) : null}
        <BrandFields form={form} isEdit zone={brand.timeZone} />
      </ResourceForm>
    </Page>
  );
}

function Overtaken({ onTake }: { readonly onTake: () => void }): ReactNode {
  return (
    <Alert
      variant="outline"
      color="var(--amber)"
      title="Go on with what they changed"
      icon={<IconArrowsDiff aria-hidden />}
    >
      <Stack gap="sm">
        <Text fz="sm">
          What you typed stays as you typed it; everything else becomes as they left it. Look it
          over, and save again.
        </Text>
        <Group>
          <Button size="xs" variant="default" onClick={onTake}>
            Take over their changes
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
