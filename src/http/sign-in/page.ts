/** What opens an account. */
export interface SignIn {
  readonly email: string;
  readonly password: string;
}

/**
 * The page with all of its forms; its script shows the one that the address asks for. Everything that
 * it loads comes from this server. `filledIn` is shown to whoever opens the page.
 */
export function signInPage(filledIn: SignIn | null): string {
  const email = escaped(filledIn?.email ?? '');
  const password = escaped(filledIn?.password ?? '');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Sign in · Paceline</title>
    <link rel="icon" href="/sign-in/assets/icon.svg" />
    <link rel="stylesheet" href="/sign-in/assets/sign-in.css" />
    <script type="module" src="/sign-in/assets/sign-in.js"></script>
  </head>
  <body>
    <main>
      <p class="brand"><img src="/sign-in/assets/icon.svg" alt="" width="36" height="36" />Paceline</p>
      <noscript><p class="alert">This page needs JavaScript.</p></noscript>
      ${form('sign-in', { title: 'Sign in', lead: filledIn ? DEMO_LEAD : '', action: 'Sign in' }, [
        field({ ...EMAIL, value: email }),
        field({ ...PASSWORD, autocomplete: 'current-password', value: password }),
      ])}
      ${form('invitation', { ...INVITATION, action: 'Join' }, [
        field(NAME),
        field({ ...PASSWORD, ...NEW }),
      ])}
      ${form('password', { ...RESET, action: 'Set password' }, [field({ ...PASSWORD, ...NEW })])}
      <p id="provider" hidden>
        <span class="or">or</span>
        <a class="button quiet" href="/auth/oidc/start">Sign in with your organisation</a>
      </p>
    </main>
  </body>
</html>
`;
}

/** Nothing from anywhere else, no script or style in the page itself, and in nobody's frame. */
export const SIGN_IN_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const DEMO_LEAD = 'The demo’s sign-in is filled in.';
const INVITATION = {
  title: 'Accept your invitation',
  lead: 'Choose the name that others see, and a password. If you have an account already, give its password.',
};
const RESET = { title: 'Set a password', lead: 'Your sessions elsewhere end when you do.' };

const EMAIL = { name: 'email', label: 'Email', type: 'email', autocomplete: 'username', hint: '' };
const NAME = {
  name: 'name',
  label: 'Name',
  type: 'text',
  autocomplete: 'name',
  hint: '',
  value: '',
};
const PASSWORD = { name: 'password', label: 'Password', type: 'password', hint: '' };
const NEW = {
  autocomplete: 'new-password',
  hint: 'At least 12 characters. A few unrelated words are easy to remember.',
  value: '',
};

interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly autocomplete: string;
  readonly hint: string;
  readonly value: string;
}

interface FormTexts {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
}

/** Hidden until the script shows it; the ids within are made unique by the form's. */
function form(id: string, { title, lead, action }: FormTexts, fields: readonly string[]): string {
  return `<form id="${id}" method="post" aria-labelledby="${id}-title" novalidate hidden>
        <h1 id="${id}-title">${title}</h1>
        ${lead === '' ? '' : `<p class="lead">${lead}</p>`}
        <p class="alert" role="alert" hidden></p>
        ${fields.map((text) => text.replaceAll('{form}', id)).join('\n        ')}
        <button class="button" type="submit">${action}</button>
      </form>`;
}

function field({ name, label, type, autocomplete, hint, value }: Field): string {
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

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
