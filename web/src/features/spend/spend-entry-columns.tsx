import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SpendEntryRowFragment, SpendKind } from '../../client/generated/graphql.js';
import { Badge } from '../../kit/badge.js';
import { InstantText } from '../../kit/format/instant-text.js';
import { csvMoney, formatMoney } from '../../kit/format/money.js';
import { formatDate } from '../../kit/format/time.js';
import type { Column } from '../../kit/list/column.js';
import { RefundButton } from './refund-button.js';
import classes from './spend-entry.module.css';

const KINDS: Readonly<Record<SpendKind, string>> = { SPEND: 'Spend', REFUND: 'Refund' };

/** What a list of ledger rows can show, each on its own brand's clocks. */
export const SPEND_ENTRY_COLUMNS: readonly Column<SpendEntryRowFragment>[] = [
  {
    id: 'occurredAt',
    header: 'Happened',
    sortField: 'OCCURRED_AT',
    cell: ({ occurredAt, campaign }) => (
      <InstantText instant={occurredAt} timeZone={campaign.brand.timeZone} />
    ),
    csv: ({ occurredAt }) => occurredAt,
  },
  {
    id: 'campaign',
    header: 'Campaign',
    cell: ({ campaign: { id, name } }) => (
      <Anchor component={Link} to={`/campaigns/${id}`} c="var(--text)" fw={500} underline="hover">
        {name}
      </Anchor>
    ),
    csv: ({ campaign }) => campaign.name,
  },
  {
    id: 'brand',
    header: 'Brand',
    cell: ({ campaign: { brand } }) => (
      <Anchor component={Link} to={`/brands/${brand.id}`} c="var(--text)" underline="hover">
        {brand.name}
      </Anchor>
    ),
    csv: ({ campaign }) => campaign.brand.name,
  },
  {
    id: 'kind',
    header: 'Kind',
    cell: (row) => <KindCell row={row} />,
    csv: ({ kind }) => KINDS[kind],
  },
  {
    id: 'amount',
    header: 'Amount',
    align: 'end',
    cell: ({ amount }) => <span className="number">{formatMoney(amount)}</span>,
    csv: ({ amount }) => csvMoney(amount),
  },
  {
    id: 'currency',
    header: 'Currency',
    isOptional: true,
    cell: ({ amount }) => amount.currency,
    csv: ({ amount }) => amount.currency,
  },
  {
    id: 'refundable',
    header: 'Refundable',
    align: 'end',
    isOptional: true,
    cell: ({ kind, refundable }) => (
      <span className="number">{kind === 'SPEND' ? formatMoney(refundable) : '–'}</span>
    ),
    csv: ({ refundable }) => csvMoney(refundable),
  },
  {
    id: 'whileBlocked',
    header: 'While not active',
    isOptional: true,
    cell: ({ whileBlocked }) => (whileBlocked ? 'yes' : 'no'),
    csv: ({ whileBlocked }) => (whileBlocked ? 'yes' : 'no'),
  },
  {
    id: 'day',
    header: 'Counts in',
    isOptional: true,
    cell: ({ day }) => <span className="number">{formatDate(day)}</span>,
    csv: ({ day }) => day,
  },
  {
    id: 'eventId',
    header: 'Event id',
    isOptional: true,
    cell: ({ eventId }) => <span className={classes.wholeKey}>{eventId}</span>,
    csv: ({ eventId }) => eventId,
  },
  {
    id: 'source',
    header: 'Source',
    cell: ({ source, eventId }) => (
      <span className={classes.source}>
        {source}
        <span className={classes.key} title={eventId}>
          {eventId}
        </span>
      </span>
    ),
    csv: ({ source }) => source,
  },
  {
    id: 'recordedAt',
    header: 'Recorded',
    sortField: 'RECORDED_AT',
    cell: ({ recordedAt, campaign }) => (
      <InstantText instant={recordedAt} timeZone={campaign.brand.timeZone} />
    ),
    csv: ({ recordedAt }) => recordedAt,
  },
  {
    id: 'recordedBy',
    header: 'By',
    cell: ({ recordedBy }) => recordedBy?.name ?? '–',
    csv: ({ recordedBy }) => recordedBy?.name ?? '',
  },
  {
    id: 'actions',
    header: 'Actions',
    align: 'end',
    cell: (row) => <RefundButton entry={row} />,
  },
];

/** Spend or refund, and whether the campaign was not meant to spend then. */
function KindCell({ row }: { readonly row: SpendEntryRowFragment }): ReactNode {
  return (
    <span className={classes.marks}>
      <Badge tone={row.kind === 'REFUND' ? 'violet' : 'grey'}>{KINDS[row.kind]}</Badge>
      {row.whileBlocked ? (
        <span title="It happened while the campaign was not active. It counts all the same.">
          <Badge tone="amber">while not active</Badge>
        </span>
      ) : null}
    </span>
  );
}
