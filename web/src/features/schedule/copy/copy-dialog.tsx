import { Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { ScheduleOfFragment } from '../../../client/generated/graphql.js';
import { Dialog } from '../../../kit/dialog.js';
import { notifySuccess } from '../../../kit/notify.js';
import { windowsFrom } from '../draft/exchange.js';
import { nameOf } from '../draft/check-draft.js';
import classes from './copy-dialog.module.css';
import { CopyFooter } from './copy-footer.js';
import { TargetGroup } from './target-group.js';
import { useCopySchedule } from './use-copy-schedule.js';
import { type CopyTarget, useCopyTargets } from './use-copy-targets.js';

export interface CopyDialogProps {
  /** The campaign whose saved schedule is copied. */
  readonly source: ScheduleOfFragment;
  readonly onClose: () => void;
}

/** Each is a request of its own: more than that are for a program. */
const MAX_CHOSEN = 200;
const SEARCH_AFTER_MS = 250;

/** Copies a schedule to other campaigns. Those that refuse stay chosen, with the reason. */
export function CopyDialog({ source, onClose }: CopyDialogProps): ReactNode {
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), SEARCH_AFTER_MS);
  const [chosen, setChosen] = useState<ReadonlyMap<string, CopyTarget>>(new Map());
  const copying = useCopySchedule(source);
  const { brand, schedule } = source;
  const siblings = useCopyTargets({ brandId: brand.id, search });
  const all = useCopyTargets({ brandId: null, search });
  const close = (): void => {
    copying.stop();
    onClose();
  };
  const toggle = (targets: readonly CopyTarget[], isChosen: boolean): void =>
    setChosen((before) => withTargets(before, targets, isChosen));
  const copy = async (reason: string | null): Promise<void> => {
    const ids = [...chosen.keys()];
    const copied = new Set(await copying.run(ids, reason));
    setChosen((before) => new Map([...before].filter(([id]) => !copied.has(id))));
    if (copied.size === ids.length) notifySuccess(`Copied to ${countOf(ids.length)}.`);
  };
  const shared = {
    chosen,
    outcomes: copying.outcomes,
    timeZone: schedule.timeZone,
    isBusy: copying.isRunning,
    onToggle: toggle,
  };
  const own = siblings.targets.filter(({ id }) => id !== source.id);
  const others = all.targets.filter((target) => target.brand.id !== brand.id);
  const isNothing = own.length + others.length === 0 && !siblings.isLoading && !all.isLoading;
  return (
    <Dialog isOpen title="Copy the schedule to other campaigns" size="lg" onClose={close}>
      <Stack gap="md">
        <Text fz="sm">
          Their schedules become the saved one of <strong>{source.name}</strong>:{' '}
          {describeWindows(source)}.
        </Text>
        <TextInput
          aria-label="Search campaigns"
          placeholder="Search name or external id"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          data-autofocus
        />
        <div className={classes.list} role="region" aria-label="Campaigns" tabIndex={0}>
          <TargetGroup
            title={brand.name}
            isMixed={false}
            found={siblings}
            targets={own}
            {...shared}
          />
          <TargetGroup title="Other brands" isMixed found={all} targets={others} {...shared} />
          {isNothing ? (
            <Text c="dimmed" ta="center" py="lg">
              {search === '' ? 'There are no other campaigns yet.' : 'No campaigns match.'}
            </Text>
          ) : null}
        </div>
        <CopyFooter
          chosen={chosen}
          copying={copying}
          timeZone={schedule.timeZone}
          onCopy={copy}
          onClose={close}
        />
      </Stack>
    </Dialog>
  );
}

function withTargets(
  before: ReadonlyMap<string, CopyTarget>,
  targets: readonly CopyTarget[],
  isChosen: boolean,
): ReadonlyMap<string, CopyTarget> {
  const chosen = new Map(before);
  for (const target of targets) {
    if (!isChosen) chosen.delete(target.id);
    else if (chosen.size < MAX_CHOSEN) chosen.set(target.id, target);
  }
  return chosen;
}

function countOf(count: number): string {
  return count === 1 ? '1 campaign' : `${count} campaigns`;
}

/** More than these are too much to read. */
const MAX_NAMED = 3;

function describeWindows({ schedule }: ScheduleOfFragment): string {
  const names = windowsFrom(schedule.windows).map(nameOf);
  if (names.length === 0) return 'always open';
  const rest = names.length - MAX_NAMED;
  return [...names.slice(0, MAX_NAMED), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}
