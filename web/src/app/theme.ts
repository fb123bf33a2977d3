import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The green of a campaign that runs: shades 7 and up carry white text, 3 and below dark text. */
const pace: MantineColorsTuple = [
  '#e7f7f0',
  '#cdebdd',
  '#9ed8bf',
  '#6ac49e',
  '#40b183',
  '#23a373',
  '#128a5d',
  '#0b6e4f',
  '#085a40',
  '#054530',
];

/** The greys of the dark theme, from text to what is behind everything. */
const dark: MantineColorsTuple = [
  '#eceff2',
  '#c9cfd6',
  '#a7b0bc',
  '#6f7986',
  '#434c58',
  '#323842',
  '#20252b',
  '#1b1f24',
  '#14171b',
  '#0f1215',
];

/** The list itself scrolls: of a box around it, nobody would know that arrow keys scroll it. */
const DROPDOWN = {
  defaultProps: { withScrollArea: false },
  styles: { options: { maxHeight: 280, overflowY: 'auto' } },
} as const;

/** How the console looks; colours that carry a meaning are in colours.css. */
export const theme = createTheme({
  colors: { pace, dark },
  primaryColor: 'pace',
  primaryShade: { light: 7, dark: 7 },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Text that stands in a table or a sentence is as large as what is around it.
    Anchor: { defaultProps: { inherit: true } },
    // It would be a child of the menu that is no item; the focus goes to the first item instead.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Select: DROPDOWN,
    MultiSelect: DROPDOWN,
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
  },
});

/** Mantine's own variables, in terms of those in colours.css. */
export const cssVariables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--page-ground)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-soft)',
    '--mantine-color-placeholder': 'var(--text-soft)',
    '--mantine-color-default': 'var(--card-ground)',
    '--mantine-color-default-hover': 'var(--hover-ground)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line-input)',
    '--mantine-color-error': 'var(--red)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-pace-light': 'var(--accent-soft)',
    '--mantine-color-pace-light-hover': 'var(--accent-soft)',
    '--mantine-color-pace-light-color': 'var(--accent)',
    '--mantine-color-pace-outline': 'var(--accent)',
    '--mantine-color-red-outline': 'var(--red)',
    // Carries white text.
    '--mantine-color-red-filled': '#c42626',
    '--mantine-color-red-filled-hover': '#a61e1e',
  };
  return { variables: {}, light: both, dark: both };
};
