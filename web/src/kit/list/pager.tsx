import { Button, Group, Select, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconChevronsLeft } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { LoadedPage } from './column.js';
import { type ListPatch, type ListState, PAGE_SIZES } from './list-state.js';

export interface PagerProps {
  readonly state: ListState;
  readonly page: Pick<LoadedPage<unknown>, 'endCursor' | 'hasNextPage'>;
  readonly change: (patch: ListPatch) => void;
}

/** Goes through the pages of a list; the page before is the one in the browser's history. */
export function Pager({ state, page, change }: PagerProps): ReactNode {
  const { history } = useRouter();
  const isFirst = state.after === null;
  return (
    <Group component="nav" aria-label="Pages" justify="space-between" gap="sm">
      <Group gap="xs">
        <Text fz="sm" c="dimmed" component="label" htmlFor="page-size">
          Rows a page
        </Text>
        <Select
          id="page-size"
          w={84}
          size="xs"
          allowDeselect={false}
          data={PAGE_SIZES.map(String)}
          value={String(state.size)}
          onChange={(size) => {
            change({ size });
          }}
        />
      </Group>
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          disabled={isFirst}
          leftSection={<IconChevronsLeft size={14} aria-hidden />}
          onClick={() => {
            change({ after: null });
          }}
        >
          First
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={isFirst}
          leftSection={<IconChevronLeft size={14} aria-hidden />}
          onClick={() => {
            if (history.canGoBack()) history.back();
            else change({ after: null });
          }}
        >
          Back
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={!page.hasNextPage}
          rightSection={<IconChevronRight size={14} aria-hidden />}
          onClick={() => {
            change({ after: page.endCursor });
          }}
        >
          Next
        </Button>
      </Group>
    </Group>
  );
}
