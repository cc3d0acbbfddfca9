import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BrowserWindow } from 'electron';
import { nameOfError } from '../../shared/defect.ts';
import { type WindowState, windowStateSchema } from './window-bounds.ts';

/** A window that is dragged tells of every pixel. */
const CALM_MS = 500;

/** Where the window was when it was closed; undefined on the first start, or where what is kept is damaged. */
export function readWindowState(file: string): WindowState | undefined {
  try {
    return windowStateSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    // None is there yet, or it is torn: the window opens as on the first day.
    return undefined;
  }
}

/** Keeps where the window is, a moment after it was moved and when it closes. A disk that refuses costs the place, not the window. */
export function keepWindowState(window: BrowserWindow, file: string, log: (line: string) => void): void {
  let timer: NodeJS.Timeout | undefined;
  let written = '';
  const keep = (): void => {
    clearTimeout(timer);
    // The whole screen is a moment's wish; the window behind it has its own size.
    if (window.isDestroyed() || window.isFullScreen()) return;
    const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    const text = JSON.stringify(state);
    if (text === written) return;
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.tmp`, text);
      renameSync(`${file}.tmp`, file);
      written = text;
    } catch (error) {
      log(`window: its place was not kept (${nameOfError(error)})`);
    }
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, CALM_MS);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('maximize', soon);
  window.on('unmaximize', soon);
  window.on('close', keep);
}
