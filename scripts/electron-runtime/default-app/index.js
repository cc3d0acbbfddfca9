// Electron's own default app, in short: takes an application's folder as the first argument and runs its main file.
// Copied into the fallback runtime's resources/app, because that runtime comes without a default app.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const asked = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (asked === undefined) {
  console.error('Usage: electron [switches] <application folder> [arguments]');
  app.exit(2);
} else {
  const folder = resolve(asked);
  const {
    name,
    productName,
    version,
    main = 'index.js',
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (name || productName) app.setName(productName ?? name);
  if (version) app.setVersion(version);
  app.setAppPath(folder);
  // Awaited at the top, so that Electron holds its 'ready' back until the application has registered its schemes.
  await import(pathToFileURL(join(folder, main)).href);
}
