import { stat } from 'node:fs/promises';
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  Notification,
  type OpenDialogOptions,
  type WebContents,
} from 'electron';
import type {
  ActionOutcome,
  FileGrant,
  ShellNotice,
  StoredFile,
  ThemeSource,
  WindowControl,
} from '../../contract/shell.ts';
import { blobPath } from '../blob-path.ts';
import type { EngineHost } from '../engine/engine-host.ts';
import { recentLog } from '../log.ts';
import { controlWindow } from './control-window.ts';
import { copyFile } from './copy-file.ts';
import { dragOut } from './drag-out.ts';
import { openExternally } from './open-external.ts';
import { openInApplication } from './open-in-application.ts';
import type { FileSaver } from './save-files.ts';
import type { ShellHandlers } from './serve-requests.ts';
import type { TemporaryCopies } from './temporary-copies.ts';
import { chooseTheme, currentTheme } from './theme.ts';

/** What the handlers work with. */
export type ShellParts = {
  readonly dataFolder: string;
  readonly themeFile: string;
  readonly engine: EngineHost;
  readonly copies: TemporaryCopies;
  readonly saver: FileSaver;
  readonly connectWindow: (contents: WebContents) => void;
  readonly notice: (contents: WebContents, notice: ShellNotice) => void;
  readonly log: (line: string) => void;
};

const notHere = 'The file itself is not on this device. Nothing was changed.';

/** The answer to every request that a window may make. */
export function shellHandlers(parts: ShellParts): ShellHandlers {
  return { ...engineHandlers(parts), ...fileHandlers(parts), ...surroundingHandlers(parts) };
}

function engineHandlers({ engine, connectWindow }: ShellParts) {
  return {
    connectEngine: (_input: undefined, from: WebContents) => {
      connectWindow(from);
      return engine.status;
    },
    restartEngine: (): undefined => {
      engine.restart();
    },
    chooseFiles: (_input: undefined, from: WebContents) =>
      choose(engine, from, ['openFile', 'multiSelections']),
    chooseFolder: (_input: undefined, from: WebContents) =>
      choose(engine, from, ['openDirectory', 'multiSelections']),
    grantPaths: (paths: readonly string[]) => engine.grant(paths),
  };
}

async function choose(
  engine: EngineHost,
  from: WebContents,
  properties: NonNullable<OpenDialogOptions['properties']>,
): Promise<FileGrant | null> {
  const window = BrowserWindow.fromWebContents(from);
  const answer = window
    ? await dialog.showOpenDialog(window, { properties })
    : await dialog.showOpenDialog({ properties });
  return answer.canceled ? null : await engine.grant(answer.filePaths);
}

function fileHandlers({ dataFolder, copies, saver }: ShellParts) {
  const stored = async (sha256: string): Promise<string | undefined> => {
    const path = blobPath(dataFolder, sha256);
    const found = path === undefined ? undefined : await stat(path).catch(() => undefined);
    return found?.isFile() ? path : undefined;
  };
  return {
    saveCopy: async ({ sha256, fileName }: StoredFile, from: WebContents) => {
      const path = await stored(sha256);
      if (path === undefined) return { status: 'failed' as const, message: notHere };
      return await saver.saveCopy(path, fileName, from);
    },
    saveText: ({ text, suggestedName }: { text: string; suggestedName: string }, from: WebContents) =>
      saver.saveText(text, suggestedName, from),
    showInFolder: ({ saved }: { saved: string }) => saver.show(saved),
    openInApplication: async ({ sha256, fileName }: StoredFile): Promise<ActionOutcome> => {
      const path = await stored(sha256);
      if (path === undefined) return { status: 'failed', message: notHere };
      return await openInApplication(path, fileName, copies);
    },
    startDrag: async (
      { sha256, fileName, iconSha256 }: StoredFile & { iconSha256?: string | undefined },
      from: WebContents,
    ): Promise<ActionOutcome> => {
      const path = await stored(sha256);
      if (path === undefined) return { status: 'failed', message: notHere };
      const iconPath = iconSha256 === undefined ? undefined : await stored(iconSha256);
      return await dragOut({ path, fileName, iconPath }, copies, from);
    },
    copyFile: async ({ sha256, fileName, mediaType }: StoredFile & { mediaType: string }) => {
      const path = await stored(sha256);
      if (path === undefined) return { status: 'failed' as const, message: notHere };
      return await copyFile({ path, fileName, mediaType }, copies);
    },
  };
}

function surroundingHandlers({ themeFile, notice, log }: ShellParts) {
  return {
    copyText: async ({ text }: { text: string }): Promise<undefined> => {
      await clipboard.writeText(text);
    },
    openExternal: ({ url }: { url: string }) => openExternally(url),
    getTheme: () => currentTheme(),
    setTheme: (source: ThemeSource) => chooseTheme(themeFile, source, log),
    controlWindow: (to: WindowControl, from: WebContents): undefined => controlWindow(to, from),
    notify: (
      input: { title: string; body: string; link?: string | undefined },
      from: WebContents,
    ): undefined => {
      const { title, body, link } = input;
      const notification = new Notification({ title, body });
      notification.on('click', () => {
        if (from.isDestroyed()) return;
        BrowserWindow.fromWebContents(from)?.focus();
        if (link !== undefined) notice(from, { kind: 'notification-clicked', link });
      });
      notification.show();
    },
    appInfo: () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      node: process.versions.node,
      platform: process.platform,
    }),
    recentLog: () => [...recentLog()],
  };
}
