import { Button } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { type ReactNode, useCallback, useMemo } from 'react';
import { AuditLogDocument, type AuditRowFragment } from '../../client/generated/graphql.js';
import { useDialog } from '../../kit/form/use-dialog.js';
import type { Column } from '../../kit/list/column.js';
import type { ListPatch, ListState } from '../../kit/list/list-state.js';
import { ResourceList } from '../../kit/list/resource-list.js';
import type { LoadPage } from '../../kit/list/use-list-page.js';
import { useClient } from '../../live/live-context.js';
import { AUDIT_COLUMNS } from './audit-columns.js';
import { AuditDetails } from './audit-details.js';
import { AUDIT_FILTERS, AUDIT_TOOL_IDS, auditFilterOf } from './audit-filters.js';
import { AuditTools } from './audit-tools.js';

const REFETCH_MS = 10_000;

/** Who changed what, when, from where and why. */
export function AuditPage(): ReactNode {
  const load = useLoadAudit();
  const details = useDialog<AuditRowFragment>();
  const columns = useColumns(details.open);
  return (
    <>
      <ResourceList<AuditRowFragment>
        title="Audit log"
        things="entries"
        name="audit-log"
        columns={columns}
        filters={AUDIT_FILTERS}
        toolIds={AUDIT_TOOL_IDS}
        tools={auditTools}
        searchLabel={null}
        defaultSort={null}
        load={load}
        refetchMs={REFETCH_MS}
        nameOf={({ seq }) => `no. ${seq}`}
        whenEmpty="Every change by a person, a key or a job leaves a row here."
      />
      <AuditDetails dialog={details} />
    </>
  );
}

function auditTools(state: ListState, change: (patch: ListPatch) => void): ReactNode {
  return <AuditTools state={state} change={change} />;
}

function useColumns(open: (row: AuditRowFragment) => void): readonly Column<AuditRowFragment>[] {
  return useMemo(
    () => [
      {
        id: 'seq',
        header: 'No.',
        cell: (row) => (
          <Button
            size="compact-sm"
            variant="default"
            className="number"
            aria-label={`No. ${row.seq}, details`}
            rightSection={<IconListDetails size={14} aria-hidden />}
            onClick={() => {
              open(row);
            }}
          >
            {row.seq}
          </Button>
        ),
        csv: ({ seq }) => seq,
      },
      ...AUDIT_COLUMNS,
    ],
    [open],
  );
}

function useLoadAudit(): LoadPage<AuditRowFragment> {
  const { send } = useClient();
  return useCallback(
    async (state, { first, after }, signal) => {
      const filter = auditFilterOf(state);
      const { auditLog } = await send(AuditLogDocument, { first, after, filter }, signal);
      return { rows: auditLog.nodes, totalCount: null, ...auditLog.pageInfo };
    },
    [send],
  );
}
