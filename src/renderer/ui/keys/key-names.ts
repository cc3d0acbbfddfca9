import { t } from '@lingui/core/macro';

const names: Readonly<Record<string, string>> = {
  Mod: t`Ctrl`,
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: t`Esc`,
  PageUp: t`Page up`,
  PageDown: t`Page down`,
  '-': '−',
};

/** Keys as people say them: `Mod+Shift+P` is Ctrl, Shift, P. */
export function keyCaps(keys: string): readonly string[] {
  // A plus at the end is the key itself.
  return keys.split(/\+(?=.)/).map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}
