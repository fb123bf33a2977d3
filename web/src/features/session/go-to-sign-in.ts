/**
 * Leaves for the page where one signs in, and comes back from there. `asDemo`: the demo lets its
 * visitors in without a click; not after they signed out.
 */
export function goToSignIn({ asDemo }: { readonly asDemo: boolean }): void {
  const { pathname, search, hash } = globalThis.location;
  const query = new URLSearchParams({ next: pathname + search + hash });
  if (asDemo) query.set('enter', 'demo');
  globalThis.location.replace(`/sign-in?${query.toString()}`);
}
