// Electron's own default app, in short: takes an application's folder as the first argument and runs its main file, after the modules that
// `-r` or `--require` name.
// Copied into the fallback runtime's resources/app, because that runtime comes without a default app.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const given = process.argv.slice(1);
const isRequire = (argument) => argument === '-r' || argument === '--require';
const asked = given.find((argument, index) => !argument.startsWith('-') && !isRequire(given[index - 1]));
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
  const require = createRequire(import.meta.url);
  for (const module of given
    .slice(0, given.indexOf(asked))
    .filter((_, index) => isRequire(given[index - 1]))) {
    require(resolve(module));
  }
  // Awaited at the top, so that Electron holds its 'ready' back until the application has registered its schemes.
  await import(pathToFileURL(join(folder, main)).href);
}
