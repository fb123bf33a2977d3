const FALLBACK = 'en';

/**
 * Lets uPlot load in every browser. It formats with the browser's language as it loads, and Intl
 * refuses what some call theirs: `en-US@posix` is what Chromium says where no language is set.
 */
export function ensureKnownLanguage(): void {
  try {
    Intl.getCanonicalLocales(navigator.language);
  } catch {
    Object.defineProperty(navigator, 'language', { value: FALLBACK, configurable: true });
  }
}
