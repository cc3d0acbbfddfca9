import { t } from '@lingui/core/macro';

const names: Readonly<Record<string, string>> = {
  Mod: t`Ctrl`,
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Alt: t`Alt`,
  Backspace: t`Backspace`,
  Delete: t({ message: 'Delete', context: 'key' }),
  End: t({ message: 'End', context: 'key' }),
  Enter: t`Enter`,
  Escape: t`Esc`,
  Home: t({ message: 'Home', context: 'key' }),
  PageUp: t`Page up`,
  PageDown: t`Page down`,
  Shift: t`Shift`,
  Space: t`Space`,
  Tab: t`Tab`,
  '-': '−',
};

/** Keys as people say them: `Mod+Shift+P` is Ctrl, Shift, P. */
export function keyCaps(keys: string): readonly string[] {
  // A plus at the end is the key itself.
  return keys.split(/\+(?=.)/).map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}
