import { t } from '@lingui/core/macro';
import {
  ActionIcon,
  type CSSVariablesResolver,
  createTheme,
  InputDescription,
  type MantineColorsTuple,
  Modal,
  Notification,
  Tooltip,
} from '@mantine/core';

/** The one accent, tuned so that white on shade 7 and shade 7 on white reach 4.5 : 1, and shade 4 on the dark ground too. */
const teal: MantineColorsTuple = [
  '#e8f7f4',
  '#d0ede7',
  '#a3dbd0',
  '#70c8b8',
  '#4ab9a5',
  '#2a9d8a',
  '#158473',
  '#0b7264',
  '#085f54',
  '#064a41',
];

/** The theme: system font, 13 and 14 pixels, an eight-pixel grid, one accent, quick motion. */
export const theme = createTheme({
  colors: { teal },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 7 },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '16px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '18px', lineHeight: '1.35' },
      h2: { fontSize: '15px', lineHeight: '1.4' },
      h3: { fontSize: '14px', lineHeight: '1.4' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    // Two sizes below the field's would be 11 pixels.
    InputDescription: InputDescription.extend({ styles: { description: { fontSize: 12 } } }),
    // Without moving: what is pressed while it opens lies where it is let go of.
    Modal: Modal.extend({ defaultProps: { transitionProps: { transition: 'fade', duration: 100 } } }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': t`Close` } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, transitionProps: { duration: 100 } } }),
  },
});

/** Greys that keep their contrast in both themes; the default dimmed text and placeholders do not. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#596168',
    '--mantine-color-error': 'var(--kb-bad)',
    '--mantine-color-placeholder': '#667079',
    '--mantine-color-gray-light-color': '#343a40',
    '--mantine-color-gray-text': '#495057',
    '--mantine-color-yellow-light': 'var(--kb-warn-ground)',
    '--mantine-color-yellow-light-color': 'var(--kb-warn)',
  },
  dark: {
    '--mantine-color-body': '#1c1d1f',
    '--mantine-color-dimmed': '#a6acb1',
    '--mantine-color-error': 'var(--kb-bad)',
    '--mantine-color-placeholder': '#979da3',
    '--mantine-color-anchor': 'var(--mantine-color-teal-4)',
    '--mantine-color-teal-light': 'var(--kb-selected)',
    '--mantine-color-teal-light-hover': '#1e443c',
    '--mantine-color-teal-light-color': '#a3dbd0',
    '--mantine-color-gray-light-color': '#ced4da',
    '--mantine-color-gray-text': '#ced4da',
    '--mantine-color-yellow-light': 'var(--kb-warn-ground)',
    '--mantine-color-yellow-light-color': 'var(--kb-warn)',
  },
});
