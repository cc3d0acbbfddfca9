import { app, BrowserWindow, clipboard, dialog, type OpenDialogOptions, type WebContents } from 'electron';
import type {
  FileGrant,
  Leaving,
  ShellInput,
  ShellNotice,
  ThemeSource,
  WindowControl,
} from '../../contract/shell.ts';
import { recentLog } from '../base/log.ts';
import type { EngineHost } from '../host/engine-host.ts';
import type { Presenter } from '../presenting/presenter.ts';
import { openExternally } from '../security/open-external.ts';
import { bringForward } from '../window/window.ts';
import { controlWindow } from './control-window.ts';
import { copyFile } from './copy-file.ts';
import { dragOut } from './drag-out.ts';
import type { FilesToHandOut } from './handed-out.ts';
import type { Notifier } from './notifier.ts';
import { openInApplication } from './open-in-application.ts';
import type { FileSaver } from './save-files.ts';
import { copyFiles, openMailDraft, saveSent } from './send-files.ts';
import type { ShellHandlers } from './serve-requests.ts';
import type { TemporaryCopies } from './temporary-copies.ts';
import { chooseTheme, currentTheme } from './theme.ts';
import type { WaitingLink } from './waiting-link.ts';

/** What the handlers work with. */
type ShellParts = {
  readonly files: FilesToHandOut;
  readonly themeFile: string;
  readonly engine: EngineHost;
  readonly copies: TemporaryCopies;
  readonly saver: FileSaver;
  readonly notifier: Notifier;
  readonly presenter: Presenter;
  readonly link: WaitingLink;
  readonly connectWindow: (contents: WebContents) => void;
  readonly notice: (contents: WebContents, notice: ShellNotice) => void;
  readonly log: (line: string) => void;
};

/** The answer to every request that a window may make. */
export function shellHandlers(parts: ShellParts): ShellHandlers {
  return {
    ...engineHandlers(parts),
    ...fileHandlers(parts),
    ...showHandlers(parts),
    ...surroundingHandlers(parts),
  };
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

function showHandlers({ presenter }: ShellParts) {
  return {
    displays: () => presenter.displays(),
    startPresenting: (start: ShellInput<'startPresenting'>) => presenter.start(start),
    presentation: (_input: undefined, from: WebContents) => presenter.seenBy(from),
    steerPresentation: (steering: ShellInput<'steerPresentation'>, from: WebContents) =>
      presenter.steer(steering, from),
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

function fileHandlers({ files, copies, saver }: ShellParts) {
  return {
    saveCopy: ({ version }: Leaving, from: WebContents) =>
      files.leave('save', version, ({ path, fileName }) => saver.saveCopy(path, fileName, from)),
    saveText: ({ text, suggestedName }: { text: string; suggestedName: string }, from: WebContents) =>
      saver.saveText(text, suggestedName, from),
    saveBytes: ({ base64, suggestedName }: ShellInput<'saveBytes'>, from: WebContents) =>
      saver.saveBytes(Buffer.from(base64, 'base64'), suggestedName, from),
    showInFolder: ({ saved }: { saved: string }) => saver.show(saved),
    openInApplication: ({ version }: Leaving) =>
      files.open(version, ({ path, fileName }) => openInApplication(path, fileName, copies)),
    startDrag: ({ version }: Leaving, from: WebContents) =>
      files.leave('drag', version, (file) => dragOut(file, copies, from)),
    sendFiles: ({ ticket, by }: ShellInput<'sendFiles'>, from: WebContents) =>
      files.send(ticket, (send) => {
        if (by === 'save') return saveSent(send, saver, from);
        return by === 'mail' ? openMailDraft(send, copies) : copyFiles(send, copies);
      }),
    copyFile: ({ version }: Leaving) => files.leave('copy', version, (file) => copyFile(file, copies)),
  };
}

function surroundingHandlers({ themeFile, link, notifier, notice, log }: ShellParts) {
  return {
    copyText: async ({ text }: { text: string }): Promise<undefined> => {
      await clipboard.writeText(text);
    },
    openExternal: ({ url }: { url: string }) => openExternally(url),
    getTheme: () => currentTheme(),
    setTheme: (source: ThemeSource) => chooseTheme(themeFile, source, log),
    controlWindow: (to: WindowControl, from: WebContents): undefined => controlWindow(to, from),
    notify: (said: ShellInput<'notify'>, from: WebContents): undefined => {
      notifier.show(said, () => {
        if (from.isDestroyed()) return;
        const window = BrowserWindow.fromWebContents(from);
        if (window !== null) bringForward(window);
        if (said.link !== undefined) notice(from, { kind: 'notification-clicked', link: said.link });
      });
    },
    takeLink: () => link.take(),
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
