import { BrowserWindow, type Display } from 'electron';
import type { Presentation } from '../../contract/presentation.ts';
import { appOrigin } from '../../contract/shell-channels.ts';
import { log } from '../base/log.ts';
import { lockedIn } from '../window/window.ts';

/** A page whose process dies again within this time is left. */
const REVIVE_AFTER_MS = 5_000;

/**
 * Opens a window of a presentation, locked in as the main one. The audience's fills its display and lies over everything, notifications of other
 * applications among it; it has a frame of no system. The presenter's is a window like others.
 */
export function openShowWindow(preload: string, role: Presentation['role'], display: Display): BrowserWindow {
  const audience = role === 'audience';
  const { x, y, width, height } = audience ? display.bounds : display.workArea;
  const window = new BrowserWindow({
    ...{ x, y, width, height, show: false, title: 'Kitbag' },
    ...(audience
      ? { frame: false, resizable: false, movable: false, enableLargerThanScreen: true, hasShadow: false }
      : { minWidth: 640, minHeight: 480 }),
    // Dark as what is around a page: nothing flashes.
    backgroundColor: '#000000',
    webPreferences: lockedIn(preload),
  });
  window.setMenuBarVisibility(false);
  if (audience) {
    window.setAlwaysOnTop(true, 'screen-saver');
    window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
  }
  window.once('ready-to-show', () => {
    window.show();
    if (!audience) return;
    // Some systems place a window as they like before it is shown.
    window.setBounds(display.bounds);
    if (process.platform === 'darwin') window.setSimpleFullScreen(true);
    else window.setFullScreen(true);
  });
  void window.loadURL(`${appOrigin}/?show=${role}`);
  revive(window);
  return window;
}

function revive(window: BrowserWindow): void {
  let last = 0;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log(`presentation: a page's process is gone (${reason}, ${exitCode})`);
    if (Date.now() - last > REVIVE_AFTER_MS) window.webContents.reload();
    last = Date.now();
  });
}
