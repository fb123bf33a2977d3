import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { CreateBrandDocument } from '../../client/generated/graphql.js';
import { NotAllowed } from '../../kit/dead-end.js';
import { randomKey } from '../../kit/form/random-key.js';
import { accepted } from '../../kit/form/refusal.js';
import { ResourceForm } from '../../kit/form/resource-form.js';
import { ownZone } from '../../kit/format/time.js';
import { notifySuccess } from '../../kit/notify.js';
import { Page } from '../../kit/page.js';
import { useClient } from '../../live/live-context.js';
import { useMay } from '../session/session-context.js';
import { BrandFields } from './brand-fields.js';
import { BRAND_RULES, type BrandValues, createBrandInput, newBrandValues } from './brand-form.js';

/** Creates a brand. */
export function NewBrandPage(): ReactNode {
  const may = useMay();
  return (
    <Page title="New brand">
      {may('brand:create') ? <NewBrand /> : <NotAllowed thing="brand" />}
    </Page>
  );
}

function NewBrand(): ReactNode {
  const { send } = useClient();
  const queries = useQueryClient();
  const navigate = useNavigate();
  // One form makes one brand, however often it is sent.
  const [key] = useState(randomKey);
  const madeId = useRef<string | null>(null);
  const zone = ownZone();
  const form = useForm<BrandValues>({
    initialValues: newBrandValues(zone),
    validate: BRAND_RULES,
    validateInputOnBlur: true,
  });
  const save = async (values: BrandValues): Promise<void> => {
    const sent = await send(CreateBrandDocument, { input: createBrandInput(values, key) });
    madeId.current = accepted(sent.createBrand).brand?.id ?? null;
    notifySuccess(`${values.name.trim()} was created.`);
    await queries.invalidateQueries({ queryKey: ['brands'] });
  };
  return (
    <ResourceForm
      form={form}
      action="Create brand"
      save={save}
      onSaved={() => {
        void navigate({ to: madeId.current === null ? '/brands' : `/brands/${madeId.current}` });
      }}
      onCancel={() => {
        void navigate({ to: '/brands' });
      }}
    >
      <BrandFields form={form} isEdit={false} zone={zone} />
    </ResourceForm>
  );
}
