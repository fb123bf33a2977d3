/** @jest-environment <rootDir>/tests/support/browser/component-environment.mjs */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { BulkAction } from '../../../web/src/kit/list/bulk-bar.js';
import type { Column, Filter, PageOf } from '../../../web/src/kit/list/column.js';
import type { ListState } from '../../../web/src/kit/list/list-state.js';
import { ResourceList } from '../../../web/src/kit/list/resource-list.js';
import { completeDom, renderPage } from '../../support/browser/render-page.js';

beforeAll(completeDom);

interface Thing {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

const COLUMNS: readonly Column<Thing>[] = [
  { id: 'name', header: 'Name', sortField: 'NAME', cell: ({ name }) => name },
  { id: 'size', header: 'Size', sortField: 'SIZE', align: 'end', cell: ({ size }) => size },
  { id: 'id', header: 'Id', isOptional: true, cell: ({ id }) => id },
];
const FILTERS: readonly Filter[] = [
  { id: 'kind', label: 'Any kind', options: [{ value: 'A', label: 'Kind A' }] },
];
const THINGS: readonly Thing[] = ['Anvil', 'Bolt', 'Chisel'].map((name, place) => ({
  id: `thing_${place}`,
  name,
  size: place,
}));

/** A list whose loads are kept, and answered with what `answer` says at the time. */
function aList(details: { answer?: () => readonly Thing[]; bulkActions?: BulkAction[] } = {}) {
  const { answer = () => THINGS, bulkActions = [] } = details;
  const asked: (ListState & PageOf)[] = [];
  const page = (): ReactNode => (
    <ResourceList<Thing>
      title="Things"
      name="things"
      columns={COLUMNS}
      filters={FILTERS}
      searchLabel="Search things"
      defaultSort={null}
      load={(state, pageOf) => {
        asked.push({ ...state, ...pageOf });
        const rows = answer();
        return Promise.resolve({ rows, endCursor: 'end', hasNextPage: true, totalCount: 30 });
      }}
      nameOf={({ name }) => name}
      bulkActions={bulkActions}
      whenEmpty="Make one."
    />
  );
  return { page, asked };
}

describe('a list', () => {
  test('asks for what the address says', async () => {
    const { page, asked } = aList();
    await renderPage(page, '/?q=bolt&kind=A&sort=-NAME&after=cursor&size=25');
    await screen.findByText('Bolt');
    expect(asked[0]).toMatchObject({
      search: 'bolt',
      filters: { kind: ['A'] },
      sort: { field: 'NAME', direction: 'DESC' },
      after: 'cursor',
      first: 25,
    });
  });

  test('keeps in the address what is sorted, and goes back to the first page for it', async () => {
    const rendered = await renderPage(aList().page, '/?after=cursor');
    await userEvent.click(await screen.findByRole('button', { name: 'Size' }));
    await waitFor(() => {
      expect(rendered.search()).toBe('?sort=-SIZE');
    });
    expect(screen.getByRole('columnheader', { name: 'Size' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
  });

  test('searches shortly after somebody has typed', async () => {
    const rendered = await renderPage(aList().page);
    await userEvent.type(await screen.findByRole('textbox', { name: 'Search things' }), 'bo');
    await waitFor(() => {
      expect(rendered.search()).toBe('?q=bo');
    });
  });

  test('goes on to the next page', async () => {
    const rendered = await renderPage(aList().page);
    await userEvent.click(await screen.findByRole('button', { name: 'Next' }));
    await waitFor(() => {
      expect(rendered.search()).toBe('?after=end');
    });
  });

  test('shows the columns that the address names', async () => {
    await renderPage(aList().page, '/?columns=name,id');
    await screen.findByText('thing_1');
    expect(screen.queryByRole('columnheader', { name: 'Size' })).toBeNull();
  });

  test('of nothing says what to do next, and of no match how to see all', async () => {
    const nothing = await renderPage(aList({ answer: () => [] }).page);
    expect(await screen.findByText('Make one.')).toBeTruthy();
    nothing.unmount();
    const narrowed = await renderPage(aList({ answer: () => [] }).page, '/?q=x');
    await userEvent.click(await screen.findByRole('button', { name: 'Show all' }));
    await waitFor(() => {
      expect(narrowed.search()).toBe('');
    });
  });

  test('keeps refused rows selected, with the reason', async () => {
    const pause: BulkAction = {
      id: 'pause',
      label: 'Pause',
      icon: null,
      describe: (count) => `Pause ${count}?`,
      run: (ids) =>
        Promise.resolve(
          ids.map((id) => ({ id, refusal: id === 'thing_1' ? 'It is archived.' : null })),
        ),
    };
    await renderPage(aList({ bulkActions: [pause] }).page);
    await userEvent.click(await screen.findByRole('checkbox', { name: /Select all/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
    const dialog = await screen.findByRole('dialog', { name: 'Pause 3?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Pause' }));
    expect(await screen.findByText('It is archived.')).toBeTruthy();
    const bolt = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select Bolt' });
    const anvil = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select Anvil' });
    expect([bolt.checked, anvil.checked]).toEqual([true, false]);
  });

  test('holds its order while somebody points at it, with the latest contents', async () => {
    let things = THINGS;
    const { page } = aList({ answer: () => things });
    const rendered = await renderPage(page);
    const names = (): string[] =>
      screen
        .getAllByRole('row')
        .slice(1)
        .map((row) => row.textContent);
    const anvil = await screen.findByText('Anvil');
    const body = anvil.closest('tbody');
    if (body === null) throw new Error('rows are in a table');
    fireEvent.pointerEnter(body);
    things = THINGS.map((thing) => ({ ...thing, size: thing.size + 10 })).toReversed();
    await rendered.reread();
    await waitFor(() => {
      expect(names()).toEqual(['Anvil10', 'Bolt11', 'Chisel12']);
    });
    fireEvent.pointerLeave(body);
    expect(names()).toEqual(['Chisel12', 'Bolt11', 'Anvil10']);
  });
});
