import { join } from 'node:path';
import { app } from 'electron';
import { runApplication } from './application.ts';
import { windowFolder } from './data-place.ts';
import { readLaunchOptions } from './launch-options.ts';
import { registerSchemes } from './protocols/schemes.ts';
import { keepPagesInside } from './security/lock-down.ts';
import { silenceChromium } from './security/quiet-network.ts';

const options = readLaunchOptions(process.argv);
const folder = windowFolder(options.dataFolder);

app.setName('Kitbag');
app.setPath('userData', folder);
silenceChromium();
registerSchemes();
app.enableSandbox();
keepPagesInside();

if (app.requestSingleInstanceLock()) {
  await app.whenReady();
  await runApplication(options, {
    window: folder,
    page: join(import.meta.dirname, '../renderer'),
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    engine: join(import.meta.dirname, 'engine-process.js'),
  });
} else {
  // The first window hears of this start and comes forward.
  app.quit();
}
