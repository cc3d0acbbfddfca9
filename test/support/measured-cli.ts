import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLI_ENTRY } from './cli-entry.ts';

const REPORTER = new URL('./programs/report-peak.ts', import.meta.url).href;

/** How a command in a process of its own ended, and how much memory it took at its most, in megabytes. */
export type MeasuredRun = {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly peakMb: number;
};

/** The command line in processes of its own, so that what it takes can be told from what the test takes. */
export class MeasuredCli {
  readonly folder = mkdtempSync(join(tmpdir(), 'kitbag-measured-'));
  readonly data = join(this.folder, 'data');

  /** Runs a command on the replica. */
  run(...argv: string[]): Promise<MeasuredRun> {
    return this.at(this.data, ...argv);
  }

  /** Runs a command on another folder. */
  async at(data: string, ...argv: string[]): Promise<MeasuredRun> {
    const peak = join(this.folder, 'peak');
    const child = spawn(process.execPath, ['--import', REPORTER, CLI_ENTRY, '--data', data, ...argv], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, KITBAG_TEST_PEAK: peak, NODE_NO_WARNINGS: '1' },
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, out, err, peakMb: Number(readFileSync(peak, 'utf8')) / 1024 };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
