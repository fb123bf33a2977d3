import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../kit/dialog.js';
import type { SpendEntryRowFragment } from '../../client/generated/graphql.js';
import { isPositive } from '../../kit/format/exact-amounts.js';
import { formatMoney } from '../../kit/format/money.js';
import { useFocusReturn } from '../../kit/use-focus-return.js';
import { useMay } from '../session/session-context.js';
import { RefundForm } from './refund-form.js';

/** Gives back from a spend; nothing for those who may not, and where nothing is left of it. */
export function RefundButton({ entry }: { readonly entry: SpendEntryRowFragment }): ReactNode {
  const may = useMay();
  // What was asked to be refunded stays as it was then, however often the list is read again.
  const [asked, setAsked] = useState<SpendEntryRowFragment | null>(null);
  const isOffered = may('spend:refund') && entry.kind === 'SPEND' && isPositive(entry.refundable);
  const focus = useFocusReturn();
  const close = (): void => {
    setAsked(null);
    focus.giveBack();
  };
  return (
    <>
      {isOffered ? (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`Refund ${formatMoney(entry.amount)} of ${entry.campaign.name}`}
          onClick={() => {
            focus.remember();
            setAsked(entry);
          }}
        >
          Refund
        </Button>
      ) : null}
      {asked ? (
        <Dialog isOpen onClose={close} title={`Refund of ${entry.campaign.name}`}>
          <RefundForm entry={asked} onClose={close} />
        </Dialog>
      ) : null}
    </>
  );
}
