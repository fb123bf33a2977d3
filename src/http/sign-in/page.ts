import { escaped, field, form } from './form.js';

/** What opens an account. */
export interface SignIn {
  readonly email: string;
  readonly password: string;
}

/** How the page begins. */
export interface Entering {
  readonly enters?: boolean;
}

/**
 * The page with all of its forms; its script shows the one that the address asks for. Everything that
 * it loads comes from this server. `filledIn` is shown to whoever opens the page; where the page
 * `enters`, its script sends that at once, and shows the form only if it is refused.
 */
export function signInPage(filledIn: SignIn | null, { enters }: Entering = {}): string {
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
      ${filledIn !== null && enters === true ? ENTERING : ''}
      ${form('sign-in', { ...SIGN_IN, lead: filledIn ? DEMO_LEAD : '' }, [
        field({ ...EMAIL, value: email }),
        field({ ...PASSWORD, autocomplete: 'current-password', value: password }),
      ])}
      ${form('invitation', INVITATION, [field(NAME), field({ ...PASSWORD, ...NEW })])}
      ${form('password', RESET, [field({ ...PASSWORD, ...NEW })])}
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
const ENTERING = `<section id="entering" role="status"><h1>Opening the demo …</h1></section>`;
const FORGOTTEN = `<details class="note">
          <summary>Forgotten your password?</summary>
          <p>Ask an administrator of your agency for a link with which you choose a new one. If there is none but you, whoever runs Paceline can make it.</p>
        </details>`;
const SIGN_IN = { title: 'Sign in', action: 'Sign in', note: FORGOTTEN };
const INVITATION = {
  title: 'Accept your invitation',
  lead: 'Choose the name that others see, and a password. If you have an account already, give its password.',
  action: 'Join',
  note: '',
};
const RESET = {
  title: 'Set a password',
  lead: 'Your sessions elsewhere end when you do.',
  action: 'Set password',
  note: '',
};

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
