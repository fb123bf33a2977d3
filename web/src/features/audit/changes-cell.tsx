import type { ReactNode } from 'react';
import type { AuditRowFragment } from '../../client/generated/graphql.js';
import { type AuditChange, auditChanges } from './audit-changes.js';
import classes from './audit.module.css';
import { useAuditObject } from './use-audit-object.js';

const MAX_SHOWN = 3;

/** What was changed, shortly: the first few values, before and after. */
export function ChangesCell({ row }: { readonly row: AuditRowFragment }): ReactNode {
  const setting = useAuditObject(row.objectKind, row.objectId);
  const changes = auditChanges(row.before, row.after, setting);
  if (changes.length === 0) return '–';
  const rest = changes.length - MAX_SHOWN;
  return (
    <ul className={classes.changes}>
      {changes.slice(0, MAX_SHOWN).map((change) => (
        <li key={change.name} className={classes.change}>
          <span className={classes.label}>{change.label}</span> <ChangeText change={change} />
        </li>
      ))}
      {rest > 0 ? <li className={classes.label}>and {rest} more</li> : null}
    </ul>
  );
}

/** A value before and after its change; of what was made or is gone, the one that there is. */
export function ChangeText({ change }: { readonly change: AuditChange }): ReactNode {
  const { before, after } = change;
  if (before === null) return <span className={classes.after}>{after}</span>;
  if (after === null) return <del className={classes.before}>{before}</del>;
  return (
    <>
      <del className={classes.before}>{before}</del>
      <span aria-label="became"> → </span>
      <ins className={classes.after}>{after}</ins>
    </>
  );
}
