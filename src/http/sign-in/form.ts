/** An input with its label and hint. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly autocomplete: string;
  readonly hint: string;
  readonly value: string;
}

/** What a form says. */
export interface FormTexts {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  /** What stands below the button, as HTML. */
  readonly note: string;
}

/** Hidden until the script shows it; the ids within are made unique by the form's. */
export function form(
  id: string,
  { title, lead, action, note }: FormTexts,
  fields: readonly string[],
): string {
  return `<form id="${id}" method="post" aria-labelledby="${id}-title" novalidate hidden>
        <h1 id="${id}-title">${title}</h1>
        ${lead === '' ? '' : `<p class="lead">${lead}</p>`}
        <p class="alert" role="alert" hidden></p>
        ${fields.map((text) => text.replaceAll('{form}', id)).join('\n        ')}
        <button class="button" type="submit">${action}</button>
        ${note}
      </form>`;
}

/** A field of a form. */
export function field({ name, label, type, autocomplete, hint, value }: Field): string {
  const id = `{form}-${name}`;
  const reveal = `<button class="reveal" type="button" aria-label="Show password" aria-pressed="false" aria-controls="${id}"></button>`;
  return `<div class="field">
          <label for="${id}">${label}</label>
          <div class="control">
            <input id="${id}" name="${name}" type="${type}" autocomplete="${autocomplete}" value="${value}" aria-describedby="${id}-hint ${id}-error" required />
            ${type === 'password' ? reveal : ''}
          </div>
          <p class="hint" id="${id}-hint">${hint}</p>
          <p class="error" id="${id}-error" aria-live="polite"></p>
        </div>`;
}

/** A text as it stands in an attribute. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
