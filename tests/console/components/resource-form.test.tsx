/** @jest-environment <rootDir>/tests/support/browser/component-environment.mjs */
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { accepted, type UserError } from '../../../web/src/kit/form/refusal.js';
import { ResourceForm } from '../../../web/src/kit/form/resource-form.js';
import { completeDom, renderPage } from '../../support/browser/render-page.js';

beforeAll(completeDom);

/** A form with a name, whose server answers with refusals; what was saved is kept. */
function aForm(userErrors: readonly UserError[]) {
  const saved: unknown[] = [];
  const done: string[] = [];
  function Page(): ReactNode {
    const form = useForm({
      initialValues: { name: 'Acme' },
      validate: { name: (name) => (name === '' ? 'A name is needed.' : null) },
    });
    return (
      <ResourceForm
        form={form}
        action="Save"
        save={(values) => {
          saved.push(values);
          return Promise.resolve().then(() => accepted({ userErrors }));
        }}
        onSaved={() => done.push('saved')}
        onCancel={() => done.push('cancelled')}
      >
        <TextInput label="Name" {...form.getInputProps('name')} />
      </ResourceForm>
    );
  }
  return { page: () => <Page />, saved, done };
}

describe('a form', () => {
  test('sends what was typed, and says that it is saved', async () => {
    const { page, saved, done } = aForm([]);
    await renderPage(page);
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), ' Ltd');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect([saved, done]).toEqual([[{ name: 'Acme Ltd' }], ['saved']]);
  });

  test('sends nothing that is wrong, and leads to the field', async () => {
    const { page, saved } = aForm([]);
    await renderPage(page);
    const name = screen.getByRole('textbox', { name: 'Name' });
    await userEvent.clear(name);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('A name is needed.')).toBeTruthy();
    expect(saved).toEqual([]);
  });

  test('shows a refusal at its field, and keeps what was typed', async () => {
    const { page, done } = aForm([
      { field: ['input', 'name'], code: 'INVALID', message: 'The name is too long.' },
    ]);
    await renderPage(page);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('The name is too long.');
    const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
    expect([name.value, name.getAttribute('aria-invalid'), done]).toEqual(['Acme', 'true', []]);
  });

  test('shows a refusal that has no field here above the form', async () => {
    const { page } = aForm([
      { field: ['input', 'id'], code: 'VERSION_CONFLICT', message: 'Somebody changed it.' },
    ]);
    await renderPage(page);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody changed it.');
  });
});
