import { join } from 'node:path';
import { app, dialog } from 'electron';
import { defectForLog } from '../shared/defect.ts';
import { runApplication } from './application.ts';
import { keepLogIn, log } from './base/log.ts';
import { OwnTemporary } from './base/own-temporary.ts';
import { IS_PACKAGED } from './base/packaged.ts';
import { dataPlace } from './data-place.ts';
import { type LaunchOptions, readLaunchOptions } from './launch-options.ts';
import { registerSchemes } from './protocols/schemes.ts';
import { closeSwitches } from './security/closed-switches.ts';
import { keepPagesInside } from './security/lock-down.ts';
import { silenceChromium } from './security/quiet-network.ts';

/** The exit code of wrong use, as the command line has it. */
const WRONG_USE = 2;

const options = readLaunchOptions(process.argv);
app.setName('Kitbag');
if (options.ok) start(options.value);
else {
  // Before Electron is ready this is a line on standard error where the system has no box of its own.
  dialog.showErrorBox('Kitbag', options.error);
  app.exit(WRONG_USE);
}

function start(asked: LaunchOptions): void {
  const temporary = new OwnTemporary();
  const place = dataPlace(asked.dataFolder, temporary);
  app.setPath('userData', place.window);
  silenceChromium();
  if (IS_PACKAGED) closeSwitches();
  registerSchemes();
  // As root Chromium runs only without its sandbox, and asking for both ends every child process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  keepPagesInside();
  // The first window hears of this start and comes forward.
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  if (place.usable) keepLogIn(asked.dataFolder);
  log(`start: Kitbag ${app.getVersion()}, Electron ${process.versions.electron}, ${process.platform}`);
  // Not awaited at the top: Electron becomes ready only once this module has been evaluated.
  app
    .whenReady()
    .then(() =>
      runApplication(asked, {
        window: place.window,
        page: join(import.meta.dirname, '../renderer'),
        preload: join(import.meta.dirname, '../preload/index.cjs'),
        engine: join(import.meta.dirname, 'engine-process.js'),
        temporary,
      }),
    )
    .catch((error: unknown) => {
      log(`start: ${defectForLog(error)}`);
      // Whoever started it here sees all of it; the log file, which people send away, does not keep it.
      console.error(error);
      app.exit(1);
    });
}
