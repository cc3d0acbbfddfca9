import { LogFile } from '../../node/log-file.ts';

const ENGINE_LINE = /^\[kitbag (engine)\] (debug|info|warn|error) (.*)$/;
/** Kept for diagnostics: enough to see what led to something. */
const RECENT_LINES = 300;

let file: LogFile | undefined;
const recent: string[] = [];

/** Lines go to the log file of this data folder too from now on. */
export function keepLogIn(dataFolder: string): void {
  file = new LogFile(dataFolder);
}

/** Writes a line for support to standard error and to the log file: ids and counts, never content. */
export function log(line: string): void {
  console.error(`[kitbag] ${line}`);
  keep(`window ${line}`);
}

/**
 * Takes a line of the engine's standard error: its own lines are kept, those about every day's work without a word on standard error;
 * what libraries say is only passed on, as nobody knows what stands in it.
 */
export function hearEngine(line: string): void {
  const [, part, level, rest] = ENGINE_LINE.exec(line) ?? [];
  const everyday = level === 'info' || level === 'debug';
  if (part !== undefined && level !== 'debug') keep(`${part} ${level} ${rest}`);
  if (!everyday || process.env.KITBAG_DEBUG) process.stderr.write(`${line}\n`);
}

/** The last lines of this start, oldest first. */
export function recentLog(): readonly string[] {
  return recent;
}

function keep(line: string): void {
  const now = new Date();
  recent.push(`${now.toISOString()} ${line}`);
  if (recent.length > RECENT_LINES) recent.shift();
  file?.write(line, now);
}
