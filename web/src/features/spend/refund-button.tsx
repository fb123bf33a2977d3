import { Button, Modal } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import type { SpendEntryRowFragment } from '../../client/generated/graphql.js';
import { isPositive } from '../../kit/format/exact-amounts.js';
import { formatMoney } from '../../kit/format/money.js';
import { useMay } from '../session/session-context.js';
import { RefundForm } from './refund-form.js';

/** Gives back from a spend; nothing for those who may not, and where nothing is left of it. */
export function RefundButton({ entry }: { readonly entry: SpendEntryRowFragment }): ReactNode {
  const may = useMay();
  // What was asked to be refunded stays as it was then, however often the list is read again.
  const [asked, setAsked] = useState<SpendEntryRowFragment | null>(null);
  const isOffered = may('spend:refund') && entry.kind === 'SPEND' && isPositive(entry.refundable);
  const trigger = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setAsked(null);
    setTimeout(() => trigger.current?.focus({ preventScroll: true }));
  };
  return (
    <>
      {isOffered ? (
        <Button
          ref={trigger}
          size="compact-xs"
          variant="default"
          aria-label={`Refund ${formatMoney(entry.amount)} of ${entry.campaign.name}`}
          onClick={() => {
            setAsked(entry);
          }}
        >
          Refund
        </Button>
      ) : null}
      {asked ? (
        <Modal
          opened
          onClose={close}
          title={`Refund of ${entry.campaign.name}`}
          closeButtonProps={{ 'aria-label': 'Close' }}
          centered
        >
          <RefundForm entry={asked} onClose={close} />
        </Modal>
      ) : null}
    </>
  );
}
