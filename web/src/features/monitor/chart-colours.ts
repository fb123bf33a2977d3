/** What a canvas is painted with; the names are those of the styles' variables, or of their own. */
export interface ChartColours {
  readonly text: string;
  readonly soft: string;
  readonly grid: string;
  readonly ground: string;
  readonly spent: string;
  readonly spentArea: string;
  readonly ideal: string;
  readonly likely: string;
  readonly band: string;
  readonly budget: string;
}

const VALUES: Readonly<Record<keyof ChartColours, string>> = {
  text: 'var(--text)',
  soft: 'var(--text-soft)',
  grid: 'var(--line)',
  ground: 'var(--card-ground)',
  spent: 'var(--accent)',
  spentArea: 'color-mix(in srgb, var(--accent) 13%, transparent)',
  ideal: 'var(--line-strong)',
  likely: 'light-dark(#b85300, #ffa765)',
  band: 'color-mix(in srgb, light-dark(#e07a1f, #ffa765) 20%, transparent)',
  budget: 'var(--red)',
};

/** The colours as they are now. A canvas knows no variables: an element is asked what they come to. */
export function readColours(within: HTMLElement): ChartColours {
  const probe = document.createElement('span');
  within.append(probe);
  const read = (value: string): string => {
    probe.style.color = value;
    return getComputedStyle(probe).color;
  };
  const entries = Object.entries(VALUES).map(([name, value]) => [name, read(value)]);
  probe.remove();
  return Object.fromEntries(entries) as Record<keyof ChartColours, string>;
}

/** Calls `onChange` when the theme changes. Gives what ends it. */
export function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-mantine-color-scheme'],
  });
  return () => {
    observer.disconnect();
  };
}
