import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { err, ok, type Result } from '../shared/result.ts';

/** What decides where the replica lies; the defaults are this process's. */
type DataFolderSource = {
  /** What `--data` was followed by; absent where it was not given. */
  readonly asked?: string | undefined;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly platform?: string;
  readonly home?: string;
};

/**
 * The replica's folder: what was asked for (`--data`), else `KITBAG_DATA`, else `Kitbag` in the folder that the
 * platform keeps for applications' data. Window and command line ask here, so that they mean the same replica. Whoever asks for no folder
 * (`--data "$UNSET"`) means another one than the application's: that is an error, a sentence for people.
 */
export function dataFolder(source: DataFolderSource = {}): Result<string, string> {
  const env = source.env ?? process.env;
  if (source.asked !== undefined && source.asked.trim() === '') return err(EMPTY);
  const chosen = source.asked ?? env.KITBAG_DATA;
  if (chosen) return ok(resolve(chosen));
  return ok(
    join(applicationData(source.platform ?? process.platform, env, source.home ?? homedir()), 'Kitbag'),
  );
}

const EMPTY =
  '--data names no folder. Nothing was changed. Name one, or leave --data out to use the application’s own.';

/** The same folders that Electron's `app.getPath('appData')` names. */
function applicationData(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  if (platform === 'win32') return env.APPDATA || join(home, 'AppData', 'Roaming');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  return env.XDG_CONFIG_HOME || join(home, '.config');
}
