import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../kit/dialog.js';
import { useMay } from '../session/session-context.js';
import { RecordSpendForm } from './record-spend-form.js';

export interface RecordSpendButtonProps {
  /** Of this campaign; absent: it is chosen. */
  readonly campaignId?: string;
  readonly campaignName?: string;
}

/** Records a spend by hand; nothing for those who may not. */
export function RecordSpendButton({ campaignId, campaignName }: RecordSpendButtonProps): ReactNode {
  const may = useMay();
  const [isOpen, setIsOpen] = useState(false);
  // Each opening, and each "record another", is a form of its own with a key of its own.
  const [turn, setTurn] = useState(0);
  if (!may('spend:record')) return null;
  const close = (): void => {
    setIsOpen(false);
    setTurn(turn + 1);
  };
  return (
    <>
      <Button
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        Record spend
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title={campaignName === undefined ? 'Record spend' : `Record spend of ${campaignName}`}
      >
        <RecordSpendForm
          key={turn}
          fixedCampaignId={campaignId ?? null}
          onAgain={() => {
            setTurn(turn + 1);
          }}
          onClose={close}
        />
      </Dialog>
    </>
  );
}
