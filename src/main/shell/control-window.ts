import { BrowserWindow, type WebContents } from 'electron';
import type { WindowControl } from '../../contract/shell.ts';

/** A step as in browsers: each level is a fifth larger than the one before. */
const STEP = 0.5;
/** A third of the size and three times as large: beyond, nothing can be read or fits. */
const FURTHEST = 6;

/** Shows a window larger, smaller, as it was, or in and out of the full screen. */
export function controlWindow(to: WindowControl, contents: WebContents): undefined {
  const level = contents.getZoomLevel();
  switch (to) {
    case 'larger':
      contents.setZoomLevel(Math.min(FURTHEST, level + STEP));
      return;
    case 'smaller':
      contents.setZoomLevel(Math.max(-FURTHEST, level - STEP));
      return;
    case 'actual size':
      contents.setZoomLevel(0);
      return;
    case 'full screen': {
      const window = BrowserWindow.fromWebContents(contents);
      window?.setFullScreen(!window.isFullScreen());
    }
  }
}
