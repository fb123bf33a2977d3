// Shows the form that the address asks for, sends what is typed in, and goes on to where one came from.
const { document, location } = globalThis;

const DEFAULT_NEXT = '/';
const TROUBLE = 'Paceline cannot be reached. Please try again.';
/** Why the provider did not sign anybody in, by what the address says behind the #. */
const PROVIDER_PROBLEMS = {
  unknown: 'The provider knows you, but nobody here has invited your address yet.',
  refused: 'The provider did not sign you in. Please try again.',
  unavailable: 'The provider cannot be reached. Please try again later.',
};

/** The forms by their ids: the mutation that each sends, with the token of the link where there is one. */
const MUTATIONS = {
  'sign-in': { name: 'signIn', input: 'SignInInput' },
  invitation: { name: 'acceptInvitation', input: 'AcceptInvitationInput' },
  password: { name: 'resetPassword', input: 'ResetPasswordInput' },
};

/** A one-time link names its form and holds its token behind the #, where no log sees it. */
function readAddress() {
  const [, id = 'sign-in', token = null] =
    /^#(invitation|password)=(.+)$/.exec(location.hash) ?? [];
  return { id, token };
}

/** Only pages of this origin. */
function nextAddress() {
  const asked = new URL(location.href).searchParams.get('next') ?? DEFAULT_NEXT;
  const next = URL.parse(asked, location.origin);
  const isOurs = next !== null && next.origin === location.origin && asked.startsWith('/');
  return isOurs ? next.pathname + next.search + next.hash : DEFAULT_NEXT;
}

async function ask(query, variables = {}) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

/** What was refused, as userErrors; empty where it was done. */
async function send(form, token) {
  const { name, input } = MUTATIONS[form.id];
  const typed = Object.fromEntries(
    [...form.querySelectorAll('input')].map((field) => [field.name, field.value]),
  );
  const query = `mutation ($input: ${input}!) { ${name}(input: $input) { userErrors { field message } } }`;
  const variables = { input: token === null ? typed : { ...typed, token } };
  const { data, errors } = await ask(query, variables).catch(() => ({
    errors: [{ message: TROUBLE }],
  }));
  if (errors) return errors.map(({ message }) => ({ field: [], message }));
  return data[name].userErrors;
}

function show(form, userErrors) {
  const fields = [...form.querySelectorAll('input')];
  const elsewhere = userErrors.filter(
    ({ field }) => !fields.some(({ name }) => name === field.at(-1)),
  );
  for (const field of fields) {
    const own = userErrors.filter((error) => error.field.at(-1) === field.name);
    field.setAttribute('aria-invalid', String(own.length > 0));
    form.querySelector(`#${field.id}-error`).textContent = own
      .map(({ message }) => message)
      .join(' ');
  }
  const alert = form.querySelector('.alert');
  alert.textContent = elsewhere.map(({ message }) => message).join(' ');
  alert.hidden = elsewhere.length === 0;
  fields.find((field) => field.getAttribute('aria-invalid') === 'true')?.focus();
}

function missing(form) {
  return [...form.querySelectorAll('input')]
    .filter(({ value }) => value === '')
    .map(({ name, labels }) => ({ field: [name], message: `${labels[0].textContent} is needed.` }));
}

async function submit(form) {
  const button = form.querySelector('[type=submit]');
  if (button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  const { token } = readAddress();
  const left = missing(form);
  const userErrors = left.length > 0 ? left : await send(form, token);
  button.removeAttribute('aria-disabled');
  show(form, userErrors);
  // The address with its one-time token is not kept in the history.
  if (userErrors.length === 0) location.replace(nextAddress());
}

function open() {
  const { id } = readAddress();
  const [, problem] = /^#provider=(\w+)$/.exec(location.hash) ?? [];
  for (const form of document.forms) form.hidden = form.id !== id;
  const form = document.getElementById(id);
  if (problem in PROVIDER_PROBLEMS)
    show(form, [{ field: [], message: PROVIDER_PROBLEMS[problem] }]);
  document.title = `${form.querySelector('h1').textContent} · Paceline`;
  const fields = [...form.querySelectorAll('input')];
  (fields.find(({ value }) => value === '') ?? form.querySelector('[type=submit]')).focus();
}

/** Signs in with what is filled in; only if that is refused, the form is shown with the reason. */
async function enter(entering) {
  const form = document.getElementById('sign-in');
  document.title = `${entering.textContent} · Paceline`;
  const userErrors = await send(form, null);
  if (userErrors.length === 0) {
    location.replace(nextAddress());
    return;
  }
  begin();
  show(form, userErrors);
}

function begin() {
  document.getElementById('entering')?.remove();
  open();
  offerProvider();
}

/** A provider of the agency's own, where one is set up. */
async function offerProvider() {
  const { data } = await ask('{ signInOptions { openIdConnect } }').catch(() => ({}));
  const isOffered = Boolean(data?.signInOptions.openIdConnect) && readAddress().id === 'sign-in';
  const provider = document.getElementById('provider');
  provider.hidden = !isOffered;
  provider.querySelector('a').href = `/auth/oidc/start?next=${encodeURIComponent(nextAddress())}`;
}

for (const form of document.forms) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(form);
  });
  for (const button of form.querySelectorAll('.reveal')) {
    button.addEventListener('click', () => {
      const field = document.getElementById(button.getAttribute('aria-controls'));
      const isShown = field.type === 'password';
      field.type = isShown ? 'text' : 'password';
      button.setAttribute('aria-pressed', String(isShown));
    });
  }
}
globalThis.addEventListener('hashchange', begin);
const entering = document.getElementById('entering');
if (entering !== null && location.hash === '') enter(entering);
else begin();
