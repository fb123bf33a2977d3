import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AuditRowFragment } from '../../client/generated/graphql.js';
import classes from './audit.module.css';
import { objectKindInWords } from './audit-words.js';
import { objectPage, shortId } from './object-page.js';
import { useAuditObject } from './use-audit-object.js';

/** To what something was done: what kind of thing it is, its name, and the way to its page. */
export function ObjectText({ row }: { readonly row: AuditRowFragment }): ReactNode {
  const { objectKind, objectId } = row;
  const { name } = useAuditObject(objectKind, objectId);
  const page = objectPage(objectKind, objectId);
  const text = name ?? (objectId === null ? objectKindInWords(objectKind) : shortId(objectId));
  return (
    <span title={objectId ?? undefined} className={classes.object}>
      {objectId === null ? null : (
        <Text component="span" fz="xs" c="dimmed" display="block">
          {objectKindInWords(objectKind)}
        </Text>
      )}
      {page === null ? (
        text
      ) : (
        <Anchor component={Link} to={page} c="var(--text)" underline="hover">
          {text}
        </Anchor>
      )}
    </span>
  );
}
