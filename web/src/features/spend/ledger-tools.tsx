import { Group, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type ReactNode, useId, useState } from 'react';
import type { ListPatch, ListState } from '../../kit/list/list-state.js';
import { BrandSelect } from '../brands/brand-select.js';
import { CampaignSelect } from '../campaigns/campaign-select.js';
import classes from './ledger-tools.module.css';
import { useLedgerZone } from './use-ledger-zone.js';

const APPLIED_AFTER_MS = 500;

export interface LedgerToolsProps {
  readonly state: ListState;
  readonly change: (patch: ListPatch) => void;
  /** The brand or campaign on whose page the ledger stands; null: on a page of its own. */
  readonly brandId: string | null;
  readonly campaignId: string | null;
}

/** Narrows the ledger down to a brand, a campaign, a source and some days. */
export function LedgerTools({ state, change, brandId, campaignId }: LedgerToolsProps): ReactNode {
  const brand = brandId ?? state.filters.brand?.[0] ?? null;
  const campaign = campaignId ?? state.filters.campaign?.[0] ?? null;
  const zone = useLedgerZone({ brandId: brand, campaignId: campaign });
  const zoneId = useId();
  return (
    <>
      {brandId === null && campaignId === null ? (
        <BrandSelect
          className={classes.picker}
          placeholder="Any brand"
          isClearable
          value={brand}
          onChange={(chosen) => {
            change({ brand: chosen?.id ?? null, campaign: null });
          }}
        />
      ) : null}
      {campaignId === null ? (
        <CampaignSelect
          className={classes.picker}
          placeholder="Any campaign"
          isClearable
          brandId={brand}
          value={campaign}
          onChange={(chosen) => {
            change({ campaign: chosen?.id ?? null });
          }}
        />
      ) : null}
      <TextTool
        label="Any source"
        className={classes.source}
        value={state.filters.source?.join(',') ?? ''}
        onChange={(source) => {
          change({ source });
        }}
      />
      <Group gap={6} align="center" role="group" aria-label="Days" className={classes.days}>
        {(['from', 'to'] as const).map((name) => (
          <DateTool
            key={name}
            label={name === 'from' ? 'From' : 'To'}
            describedBy={zoneId}
            value={state.filters[name]?.[0] ?? ''}
            onChange={(date) => {
              change({ [name]: date });
            }}
          />
        ))}
        <Text id={zoneId} fz="xs" c="dimmed">
          whole days in {zone ?? '…'}
          {brand === null && campaign === null ? ', your own zone' : ''}
        </Text>
      </Group>
    </>
  );
}

interface ToolProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function DateTool({
  label,
  describedBy,
  ...tool
}: ToolProps & { readonly describedBy: string }): ReactNode {
  const [text, type] = useTyped(tool);
  return (
    <Group gap={6} wrap="nowrap" component="label" className={classes.date}>
      <span>{label}</span>
      <TextInput
        type="date"
        aria-describedby={describedBy}
        value={text}
        onChange={(event) => {
          type(event.currentTarget.value);
        }}
      />
    </Group>
  );
}

function TextTool({
  label,
  className,
  ...tool
}: ToolProps & { readonly className: string | undefined }): ReactNode {
  const [text, type] = useTyped(tool);
  return (
    <TextInput
      {...(className === undefined ? {} : { className })}
      aria-label={label}
      placeholder={label}
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={(event) => {
        type(event.currentTarget.value);
      }}
    />
  );
}

/** What is typed, which holds a moment later: a year is typed digit by digit, each of which makes a date. */
function useTyped({
  value,
  onChange,
}: Omit<ToolProps, 'label'>): readonly [string, (text: string) => void] {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const apply = useDebouncedCallback((typed: string) => {
    setKnown(typed);
    onChange(typed);
  }, APPLIED_AFTER_MS);
  if (value !== known) {
    setKnown(value);
    setText(value);
  }
  const type = (typed: string): void => {
    setText(typed);
    apply(typed);
  };
  return [text, type];
}
