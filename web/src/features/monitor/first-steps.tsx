import { Anchor, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Permission } from '../../../../src/domain/access/permission.js';
import { useMay } from '../session/session-context.js';
import classes from './first-steps.module.css';

interface Step {
  readonly to: '/brands/new' | '/campaigns/new' | '/keys';
  readonly title: string;
  readonly text: string;
  readonly needs: Permission;
}

const STEPS: readonly Step[] = [
  {
    to: '/brands/new',
    title: 'Make a brand',
    text: 'It has a currency, a time zone, and budgets for a day and a month.',
    needs: 'brand:write',
  },
  {
    to: '/campaigns/new',
    title: 'Make a campaign',
    text: 'It spends the brand’s money, within budgets and hours of its own.',
    needs: 'campaign:write',
  },
  {
    to: '/keys',
    title: 'Make a key',
    text: 'With it your ad platform records spend, and the monitor comes alive.',
    needs: 'key:write',
  },
];

/** What an agency without campaigns shows: how to get there. `hasBrands`: the first step is done. */
export function FirstSteps({ hasBrands }: { readonly hasBrands: boolean }): ReactNode {
  const may = useMay();
  return (
    <section className={classes.card} aria-labelledby="first-steps">
      <Title order={2} id="first-steps" fz={18}>
        Nothing to watch yet
      </Title>
      <Text c="dimmed" fz={14} mt={2}>
        Three steps, and this page shows what your campaigns spend, as it happens.
      </Text>
      <ol className={classes.steps}>
        {STEPS.map(({ to, title, text, needs }, place) => {
          const isDone = place === 0 && hasBrands;
          return (
            <li key={to} className={classes.step}>
              <span className={classes.number} aria-hidden>
                {isDone ? <IconCircleCheck size={20} /> : place + 1}
              </span>
              <span>
                {may(needs) && !isDone ? (
                  <Anchor component={Link} to={to} fw={600}>
                    {title}
                  </Anchor>
                ) : (
                  <Text component="span" fw={600}>
                    {title}
                    {isDone ? ': done' : ''}
                  </Text>
                )}
                <Text fz="sm" c="dimmed">
                  {may(needs) ? text : `${text} Ask whoever runs the agency.`}
                </Text>
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
