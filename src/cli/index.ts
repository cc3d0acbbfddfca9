#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openSearchAt } from '../node/open-search.ts';
import type { Logger } from '../shared/ports/logger.ts';
import { speakEnglish } from '../words/speak-english.ts';
import { runCli } from './run.ts';

/** The same from sources (`src/cli`) and from the bundle (`out/cli`): both lie two folders deep. */
const here = (path: string): URL => new URL(path, import.meta.url);
const fromSources = import.meta.url.endsWith('.ts');

/** Logs carry ids and counts only; people see them when they ask with KITBAG_LOG. */
function makeLogger(write: (text: string) => void, on: boolean): Logger {
  const log =
    (level: string) =>
    (event: string, fields: object = {}): void => {
      if (on) write(`${JSON.stringify({ level, event, ...fields })}\n`);
    };
  return { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };
}

function version(): string {
  const parsed: unknown = JSON.parse(readFileSync(here('../../package.json'), 'utf8'));
  const known = typeof parsed === 'object' && parsed !== null && 'version' in parsed ? parsed.version : '';
  return String(known);
}

async function main(): Promise<void> {
  const interrupted = new AbortController();
  const stop = (): void => {
    if (interrupted.signal.aborted) process.exit(130); // A second Ctrl+C does not wait.
    interrupted.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // Whoever reads our output may stop reading (`| head`): that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    interrupted.abort();
  });
  speakEnglish();
  const err = (text: string): void => void process.stderr.write(text);
  process.exitCode = await runCli({
    argv: process.argv.slice(2),
    env: process.env,
    out: (text) => void process.stdout.write(text),
    err,
    terminal: process.stderr.isTTY === true,
    width: process.stderr.columns ?? 100,
    interrupted: interrupted.signal,
    engine: {
      workerUrl: here(fromSources ? '../platform/extract/worker.ts' : '../workers/extract.js'),
      sampleFolder: fileURLToPath(here('../../resources/sample')),
      appVersion: version(),
      logger: makeLogger(err, process.env.KITBAG_LOG !== undefined),
      openSearch: openSearchAt,
    },
  });
  process.off('SIGINT', stop);
  process.off('SIGTERM', stop);
}

try {
  await main();
} catch (error) {
  const detail =
    process.env.KITBAG_LOG === undefined ? '' : `\n${error instanceof Error ? error.stack : error}`;
  process.stderr.write(
    `Something went wrong inside Kitbag. What was confirmed before is safe. Try again; KITBAG_LOG=1 shows more.${detail}\n`,
  );
  process.exitCode = 1;
}
