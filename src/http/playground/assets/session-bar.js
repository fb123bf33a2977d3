// Says at the top of the page who is signed in, with the way out, or the way in.
const { document, location } = globalThis;

const ME = '{ me { actor { name } agency { name } } }';
const SIGN_OUT = 'mutation { signOut { signedOut } }';

async function ask(query) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

async function signOut() {
  await ask(SIGN_OUT).catch(() => null);
  location.assign('/sign-in?next=/playground');
}

const session = document.getElementById('session');
const { data } = await ask(ME).catch(() => ({}));
const me = data?.me;
if (me) {
  const text = [me.actor.name, me.agency?.name].filter(Boolean).join(' · ');
  const button = element('button', { type: 'button', textContent: 'Sign out' });
  button.addEventListener('click', signOut);
  session.replaceChildren(element('span', { textContent: text }), button);
} else {
  const link = element('a', { href: '/sign-in?next=/playground', textContent: 'Sign in' });
  session.replaceChildren(element('span', { textContent: 'You are not signed in' }), link);
}
