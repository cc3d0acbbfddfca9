import { BrowserWindow, nativeTheme, screen, type WebContents, type WebPreferences } from 'electron';
import type { ShellNotice } from '../../contract/shell.ts';
import { appOrigin, shellNoticeChannel } from '../../contract/shell-channels.ts';
import { log } from '../base/log.ts';
import { IS_PACKAGED } from '../base/packaged.ts';
import { placeOnDisplays, SMALLEST } from './window-bounds.ts';
import { keepWindowState, readWindowState } from './window-state.ts';

const reviveAgainAfterMs = 10_000;
/** The page's own background, so that the window does not flash before it is drawn. */
const background = { light: '#ffffff', dark: '#1a1b1e' };

/** What every window of ours is kept in: sandboxed, isolated, without Node. */
export function lockedIn(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    webviewTag: false,
    webSecurity: true,
    spellcheck: false,
    navigateOnDragDrop: false,
    devTools: !IS_PACKAGED,
  };
}

/** Opens the window on the application's page, where it was the last time: sandboxed, isolated, without Node. Shown once it is drawn. */
export function openWindow(preload: string, stateFile: string): BrowserWindow {
  const before = readWindowState(stateFile);
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const window = new BrowserWindow({
    ...placeOnDisplays(
      before?.bounds,
      [primary, ...others].map(({ workArea }) => workArea),
    ),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Kitbag',
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: lockedIn(preload),
  });
  // Hidden for good: with autoHideMenuBar the Alt key would bring it up over the page.
  window.setMenuBarVisibility(false);
  keepWindowState(window, stateFile, log);
  window.once('ready-to-show', () => {
    if (before?.maximized === true) window.maximize();
    window.show();
    log(`window: shown after ${Math.round(process.uptime() * 1000)} ms`);
  });
  void window.loadURL(`${appOrigin}/`);
  reviveAfterCrash(window);
  return window;
}

/** A page whose process died is loaded anew; one that dies again within ten seconds is left, so that it does not go round. */
function reviveAfterCrash(window: BrowserWindow): void {
  let last = 0;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log(`page: its process is gone (${reason}, ${exitCode})`);
    if (Date.now() - last > reviveAgainAfterMs) window.webContents.reload();
    last = Date.now();
  });
}

/** Brings a window to the front, wherever it is. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Tells a window's page something. */
export function sendNotice(contents: WebContents, notice: ShellNotice): void {
  if (!contents.isDestroyed()) contents.send(shellNoticeChannel, notice);
}
