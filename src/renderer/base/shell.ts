import type { KitbagShell } from '../../contract/shell.ts';

declare global {
  interface Window {
    /** What the page may ask of the shell; put there by preload. */
    readonly kitbag: KitbagShell;
  }
}
