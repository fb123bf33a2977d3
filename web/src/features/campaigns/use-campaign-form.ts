import { useForm, type UseFormReturnType } from '@mantine/form';
import type { CampaignFormValues } from './campaign-form-values.js';
import { validateCampaign } from './validate-campaign.js';

/** The form of a campaign, which says what is wrong where it is typed. */
export function useCampaignForm(
  initialValues: CampaignFormValues,
): UseFormReturnType<CampaignFormValues> {
  return useForm<CampaignFormValues>({
    initialValues,
    validate: (values) => ({ ...validateCampaign(values) }),
    validateInputOnBlur: true,
    clearInputErrorOnChange: true,
  });
}
