import { resolve } from 'node:path';
import { dataFolder } from '../node/data-folder.ts';
import { err, ok, type Result } from '../shared/result.ts';

/** How this start was asked for. */
export type LaunchOptions = {
  readonly dataFolder: string;
  /** Where to write a picture of the usable window before quitting. */
  readonly screenshot?: string;
};

/**
 * Reads `--data DIR`, `--data=DIR` and `--screenshot FILE`; everything else belongs to Electron or Chromium. The error is a sentence for
 * people: nothing may be opened then.
 */
export function readLaunchOptions(argv: readonly string[]): Result<LaunchOptions, string> {
  const folder = dataFolder({ asked: optionValue(argv, '--data') });
  if (!folder.ok) return err(folder.error);
  const screenshot = optionValue(argv, '--screenshot');
  return ok({
    dataFolder: folder.value,
    ...(screenshot === undefined || screenshot === '' ? {} : { screenshot: resolve(screenshot) }),
  });
}

/** What follows an option: nothing (`''`) where the next word is another one. */
function optionValue(argv: readonly string[], name: string): string | undefined {
  const joined = argv.find((argument) => argument.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const at = argv.indexOf(name);
  if (at < 0) return undefined;
  const next = argv[at + 1];
  return next === undefined || next.startsWith('--') ? '' : next;
}
