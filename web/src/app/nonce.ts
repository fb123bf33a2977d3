/** What the page's security policy asks of style elements that scripts add; empty where there is no policy. */
export function styleNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta?.nonce ?? '';
}

/** Tells it to the library that keeps the page from scrolling behind a dialog; it looks for this name. */
export function announceNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
