import { IconCheck } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { ROLES } from '../../../../src/domain/access/role.js';
import { ROLE_NAMES, ROLE_SENTENCES } from '../people/roles.js';
import { allows, PERMISSION_GROUPS } from './permission-words.js';
import classes from './roles-table.module.css';

/** What each role may do, as the server has it. */
export function RolesTable(): ReactNode {
  return (
    <div className={classes.frame} tabIndex={0} role="region" aria-label="Roles and permissions">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">May</th>
            {ROLES.map((role) => (
              <th key={role} scope="col" title={ROLE_SENTENCES[role]}>
                {ROLE_NAMES[role]}
              </th>
            ))}
          </tr>
        </thead>
        {PERMISSION_GROUPS.map(({ title, permissions }) => (
          <tbody key={title}>
            <tr>
              <th scope="rowgroup" colSpan={ROLES.length + 1} className={classes.group}>
                {title}
              </th>
            </tr>
            {permissions.map(([permission, words]) => (
              <tr key={permission}>
                <th scope="row" title={permission}>
                  {words}
                </th>
                {ROLES.map((role) => (
                  <td key={role}>
                    <Answer isAllowed={allows(role, permission)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Answer({ isAllowed }: { readonly isAllowed: boolean }): ReactNode {
  return isAllowed ? (
    <IconCheck size={18} role="img" aria-label="yes" className={classes.yes} />
  ) : (
    <Fragment>
      <span aria-hidden className={classes.no}>
        –
      </span>
      <span className={classes.spoken}>no</span>
    </Fragment>
  );
}
