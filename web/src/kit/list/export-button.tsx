import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { notifyFailure, notifySuccess } from '../notify.js';
import type { Column, Identified } from './column.js';
import { download, exportRows, MAX_EXPORTED } from './export-rows.js';
import type { ListState } from './list-state.js';
import type { LoadPage } from './use-list-page.js';

export interface ExportButtonProps<Row> {
  /** The file's name without its ending. */
  readonly name: string;
  readonly state: ListState;
  readonly load: LoadPage<Row>;
  readonly columns: readonly Column<Row>[];
}

/** Exports all rows of the list as CSV; while it does, it says how far it is, and a click ends it. */
export function ExportButton<Row extends Identified>(props: ExportButtonProps<Row>): ReactNode {
  const { name, state, load, columns } = props;
  const [count, setCount] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  const start = async (): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    setCount(0);
    try {
      const { signal } = controller;
      const file = await exportRows({ state, load, columns, signal, onProgress: setCount });
      download(`${name}.csv`, 'text/csv;charset=utf-8', file.parts);
      notifySuccess(
        file.isComplete
          ? `${name}.csv has all rows.`
          : `${name}.csv has the first ${MAX_EXPORTED} rows.`,
      );
    } catch (error) {
      if (!controller.signal.aborted) notifyFailure(error);
    } finally {
      running.current = null;
      setCount(null);
    }
  };
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={() => {
        if (running.current) running.current.abort();
        else void start();
      }}
    >
      {count === null ? 'Export CSV' : `${count} rows … Cancel`}
    </Button>
  );
}
