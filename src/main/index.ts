import { join } from 'node:path';
import { app } from 'electron';
import { defectForLog } from '../shared/defect.ts';
import { runApplication } from './application.ts';
import { windowFolder } from './data-place.ts';
import { readLaunchOptions } from './launch-options.ts';
import { keepLogIn, log } from './log.ts';
import { registerSchemes } from './protocols/schemes.ts';
import { keepPagesInside } from './security/lock-down.ts';
import { silenceChromium } from './security/quiet-network.ts';

const options = readLaunchOptions(process.argv);
const folder = windowFolder(options.dataFolder);

app.setName('Kitbag');
app.setPath('userData', folder);
silenceChromium();
registerSchemes();
// As root Chromium runs only without its sandbox, and asking for both ends every child process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
keepPagesInside();

if (app.requestSingleInstanceLock()) {
  keepLogIn(options.dataFolder);
  log(`start: Kitbag ${app.getVersion()}, Electron ${process.versions.electron}, ${process.platform}`);
  // Not awaited at the top: Electron becomes ready only once this module has been evaluated.
  app
    .whenReady()
    .then(() =>
      runApplication(options, {
        window: folder,
        page: join(import.meta.dirname, '../renderer'),
        preload: join(import.meta.dirname, '../preload/index.cjs'),
        engine: join(import.meta.dirname, 'engine-process.js'),
      }),
    )
    .catch((error: unknown) => {
      log(`start: ${defectForLog(error)}`);
      // Whoever started it here sees all of it; the log file, which people send away, does not keep it.
      console.error(error);
      app.exit(1);
    });
} else {
  // The first window hears of this start and comes forward.
  app.quit();
}
