import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCli } from '../../src/cli/run.ts';
import { openSearchAt } from '../../src/node/open-search.ts';
import { rememberingLogger } from './temp-engine.ts';

/** What a run of the command line gave. */
export type CliRun = {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The JSON documents on standard output. */
  readonly json: readonly unknown[];
};

/** The command line over a folder that is thrown away, run in this process. */
export class TempCli {
  readonly folder = mkdtempSync(join(tmpdir(), 'kitbag-cli-'));
  readonly data = join(this.folder, 'data');
  readonly controller = new AbortController();
  /** The variables of its commands. */
  env: Readonly<Record<string, string>> = {};
  /** Standard output of all commands so far, those that still run included. */
  seen = '';

  /** Runs a command on the replica. */
  run(...argv: string[]): Promise<CliRun> {
    return this.raw(['--data', this.data, ...argv]);
  }

  /** Runs with exactly these words. */
  async raw(argv: readonly string[]): Promise<CliRun> {
    let out = '';
    let err = '';
    const code = await runCli({
      argv,
      env: this.env,
      out: (text) => {
        out += text;
        this.seen += text;
      },
      err: (text) => {
        err += text;
      },
      terminal: false,
      width: 100,
      interrupted: this.controller.signal,
      engine: {
        workerUrl: new URL('../../src/platform/extract/worker.ts', import.meta.url),
        sampleFolder: fileURLToPath(new URL('../../resources/sample', import.meta.url)),
        appVersion: '0.0.0',
        logger: rememberingLogger(),
        openSearch: openSearchAt,
      },
    });
    const lines = out.split('\n').filter((line) => line.startsWith('{'));
    return {
      code,
      out,
      err,
      json: argv.includes('--json') ? lines.map((line): unknown => JSON.parse(line)) : [],
    };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
