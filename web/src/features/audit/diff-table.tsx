import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AuditRowFragment } from '../../client/generated/graphql.js';
import { ownZone } from '../../kit/format/time.js';
import { auditChanges } from './audit-changes.js';
import classes from './audit.module.css';
import { useAuditObject } from './use-audit-object.js';

/** All values that were changed, before and after. */
export function DiffTable({ row }: { readonly row: AuditRowFragment }): ReactNode {
  const setting = useAuditObject(row.objectKind, row.objectId);
  const changes = auditChanges(row.before, row.after, setting);
  if (changes.length === 0) {
    return (
      <Text fz="sm" c="dimmed">
        No values were changed.
      </Text>
    );
  }
  return (
    <table className={classes.diff}>
      {setting.timeZone === ownZone() ? null : (
        <caption className={classes.caption}>Times are those of {setting.timeZone}.</caption>
      )}
      <thead>
        <tr>
          <th scope="col">Value</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ name, label, before, after }) => (
          <tr key={name}>
            <th scope="row">{label}</th>
            <td>{before ?? '–'}</td>
            <td>{after ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
