import { join } from 'node:path';
import {
  app,
  type BrowserWindow,
  Menu,
  type MessagePortMain,
  protocol,
  safeStorage,
  session,
  type WebContents,
} from 'electron';
import type { ShellNotice } from '../contract/shell.ts';
import { enginePortChannel } from '../contract/shell-channels.ts';
import { markAsForeign } from '../node/leaving/origin-mark.ts';
import { nameOfError } from '../shared/defect.ts';
import { LINK_SCHEME } from '../shared/link.ts';
import { hearEngine, log } from './base/log.ts';
import type { OwnTemporary } from './base/own-temporary.ts';
import { IS_PACKAGED } from './base/packaged.ts';
import { obeyDevelopment } from './development.ts';
import { EngineHost } from './host/engine-host.ts';
import { askKeyring } from './host/system-keyring.ts';
import type { LaunchOptions } from './launch-options.ts';
import { applicationMenu, offerContextMenu } from './menus.ts';
import { serveApp } from './protocols/app-protocol.ts';
import { serveFiles } from './protocols/file-protocol.ts';
import { writeScreenshot } from './screenshot.ts';
import { denyPermissions } from './security/lock-down.ts';
import { blockRemoteRequests } from './security/quiet-network.ts';
import { FilesToHandOut } from './shell/handed-out.ts';
import { shellHandlers } from './shell/handlers.ts';
import { FileSaver } from './shell/save-files.ts';
import { serveShellRequests } from './shell/serve-requests.ts';
import { TemporaryCopies } from './shell/temporary-copies.ts';
import { restoreTheme, watchTheme } from './shell/theme.ts';
import { WaitingLink } from './shell/waiting-link.ts';
import { installTestHooks } from './test-hooks.ts';
import { bringForward, openWindow, sendNotice } from './window/window.ts';

/** Where the parts of the build and the window's own state lie. */
type Places = {
  readonly window: string;
  readonly page: string;
  readonly preload: string;
  readonly engine: string;
  readonly temporary: OwnTemporary;
};

/** The one window, and the port over which it talks to the engine. */
type OpenWindow = { readonly window: BrowserWindow; port: MessagePortMain | undefined };

/** Starts the engine, opens the window, and sees to it that both end well. To be called when Electron is ready. */
export async function runApplication(options: LaunchOptions, places: Places): Promise<void> {
  const open: { current?: OpenWindow } = {};
  const tell = (notice: ShellNotice): void => {
    if (open.current) sendNotice(open.current.window.webContents, notice);
  };
  const engine = new EngineHost(
    places.engine,
    ['--data', options.dataFolder, '--version', app.getVersion()],
    {
      statusChanged: (status) => tell({ kind: 'engine-status', engine: status }),
      restarted: () => {
        if (open.current) connect(engine, open.current);
        tell({ kind: 'engine-restarted' });
      },
      log,
      engineSaid: hearEngine,
      askKeyring: (question) => askKeyring(safeStorage, process.platform, question),
    },
  );
  engine.start();
  prepareSession(options, places, engine);
  const themeFile = join(places.window, 'theme.json');
  await restoreTheme(themeFile);
  watchTheme((theme) => tell({ kind: 'theme-changed', theme }));

  const mark = async (path: string): Promise<void> => {
    if ((await markAsForeign(path)) === 'not-kept') log('file: the disk keeps no mark of where it came from');
  };
  const copies = new TemporaryCopies(places.temporary, mark);
  sweepTemporary(places.temporary);
  const link = new WaitingLink(() => tell({ kind: 'link-waits' }));
  const ours = (contents: WebContents): boolean => open.current?.window.webContents === contents;
  const handlers = shellHandlers({
    files: new FilesToHandOut(options.dataFolder, engine),
    themeFile,
    engine,
    copies,
    link,
    saver: new FileSaver(mark),
    connectWindow: () => {
      if (open.current) connect(engine, open.current);
    },
    notice: sendNotice,
    log,
  });
  serveShellRequests(handlers, ours);

  Menu.setApplicationMenu(applicationMenu());
  offerContextMenu();
  open.current = { window: openWindow(places.preload, join(places.window, 'window.json')), port: undefined };
  hearLinks(link, open);
  if (!IS_PACKAGED) {
    obeyDevelopment({
      reloadWindow: () => open.current?.window.webContents.reload(),
      restartEngine: () => engine.restart(),
    });
  }
  endWell(engine, copies);
  if (options.screenshot !== undefined) await takeScreenshot(open.current.window, options.screenshot);
}

/** Links come with the start itself, with a second one, and on macOS as an event. */
function hearLinks(link: WaitingLink, open: { readonly current?: OpenWindow }): void {
  const forward = (): void => {
    if (open.current) bringForward(open.current.window);
  };
  // A development build would register the bare Electron.
  if (IS_PACKAGED) app.setAsDefaultProtocolClient(LINK_SCHEME);
  link.keep(process.argv);
  app.on('second-instance', (_event, argv) => {
    forward();
    link.keep(argv);
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    forward();
    link.keep([url]);
  });
}

function prepareSession(options: LaunchOptions, places: Places, engine: EngineHost): void {
  serveApp(protocol, places.page);
  serveFiles(protocol, options.dataFolder, (asked) => engine.drawPage(asked));
  denyPermissions(session.defaultSession);
  const blocked = blockRemoteRequests(session.defaultSession);
  if (!IS_PACKAGED) installTestHooks({ blocked, enginePid: () => engine.pid });
}

/** What a start that was killed left is not waited for. */
function sweepTemporary(temporary: OwnTemporary): void {
  temporary.sweep().then(
    (swept) => {
      if (swept > 0) log(`temporary: removed what ${swept} earlier start(s) left`);
    },
    (error: unknown) => log(`temporary: ${nameOfError(error)}`),
  );
}

/** A port belongs to one load of the page: the one before is closed, so that the engine forgets its listeners. */
function connect(engine: EngineHost, open: OpenWindow): void {
  open.port?.close();
  const port = engine.connect();
  open.port = port;
  open.window.webContents.postMessage(enginePortChannel, null, [port]);
}

/** Quitting waits until the engine has everything on disk. */
function endWell(engine: EngineHost, copies: TemporaryCopies): void {
  let ended = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    const close = async (): Promise<void> => {
      await engine.close();
      await copies.removeAll();
    };
    void close()
      .catch((error: unknown) => log(`quit: ${nameOfError(error)}`))
      .finally(() => {
        ended = true;
        app.quit();
      });
  });
}

async function takeScreenshot(window: BrowserWindow, file: string): Promise<void> {
  const usable = await writeScreenshot(window, file);
  if (!usable) log('screenshot: the window did not become usable in 30 s; the picture shows it as it is');
  app.once('will-quit', () => app.exit(usable ? 0 : 1));
  app.quit();
}
