import { Anchor, CloseButton, Title } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconCoins, IconActivity, IconBook2, IconTerminal2 } from '@tabler/icons-react';
import { type ComponentType, type ReactNode, useId } from 'react';
import { useMe } from '../session/session-context.js';
import classes from './demo-hint.module.css';

/** People of the demo agency have addresses that no mail reaches. */
const DEMO_DOMAIN = '@paceline.localhost';

interface Step {
  readonly icon: ComponentType<{ readonly size: number; readonly 'aria-hidden': true }>;
  readonly link?: string;
  readonly text: string;
}

const STEPS: readonly Step[] = [
  { icon: IconActivity, text: 'Watch campaigns stop and start.' },
  { icon: IconTerminal2, link: '/playground', text: 'Ask the API in the playground.' },
  { icon: IconBook2, link: '/docs', text: 'Read in the docs how it decides.' },
  { icon: IconCoins, link: '/playground', text: 'Exhaust a budget with one spend.' },
];

/** Tells newcomers to the demo what they look at, until they have read it. */
export function DemoHint(): ReactNode {
  const { person } = useMe();
  const id = useId();
  const [isRead, setIsRead] = useLocalStorage({
    key: 'paceline-demo-hint-read',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  if (isRead || person?.email.endsWith(DEMO_DOMAIN) !== true) return null;
  return (
    <section className={classes.hint} aria-labelledby={id}>
      <Title order={2} id={id} className={classes.title}>
        This is a demo agency whose spend is simulated
      </Title>
      <ol className={classes.steps}>
        {STEPS.map(({ icon: Icon, link, text }) => (
          <li key={text} className={classes.step}>
            <Icon size={17} aria-hidden />
            {link === undefined ? (
              text
            ) : (
              <Anchor href={link} fw={550}>
                {text}
              </Anchor>
            )}
          </li>
        ))}
      </ol>
      <CloseButton
        className={classes.close}
        size="sm"
        aria-label="Do not show this again"
        onClick={() => {
          setIsRead(true);
        }}
      />
    </section>
  );
}
