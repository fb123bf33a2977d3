import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { formatInstant } from '../../kit/format/time.js';
import type { CampaignFormValues } from './campaign-form-values.js';
import { readWallTime } from '../../kit/format/wall-time.js';

export interface FlightInputProps {
  readonly form: UseFormReturnType<CampaignFormValues>;
  readonly name: 'startsAt' | 'endsAt';
  readonly label: string;
  /** What it means to leave it empty. */
  readonly none: string;
}

/** An end of a flight, as the clocks of the brand's zone show it; what that means is said below it. */
export function FlightInput({ form, name, label, none }: FlightInputProps): ReactNode {
  const values = form.getValues();
  return (
    <TextInput
      type="datetime-local"
      label={label}
      description={describe(values[name], values.timeZone, none)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      max="9999-12-31T23:59"
      {...form.getInputProps(name)}
    />
  );
}

function describe(text: string, timeZone: string, none: string): string {
  if (text === '') return `Empty: ${none.charAt(0).toLowerCase()}${none.slice(1)}`;
  if (timeZone === '') return 'In the zone of the brand.';
  const read = readWallTime(text, timeZone);
  if (read === null) return `In ${timeZone}.`;
  const utc = `${formatInstant(read.instant, 'UTC')} UTC`;
  if (read.kind === 'skipped') {
    const shown = formatInstant(read.instant, timeZone);
    return `The clocks of ${timeZone} skip this: it is ${shown}, when they are put forward (${utc}).`;
  }
  if (read.kind === 'repeated') {
    return `The clocks of ${timeZone} show this twice: it is the first time (${utc}).`;
  }
  return timeZone === 'UTC' ? 'In UTC.' : `In ${timeZone}: ${utc}.`;
}
