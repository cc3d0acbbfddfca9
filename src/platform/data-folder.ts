import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What decides where the replica lies; the defaults are this process's. */
export type DataFolderSource = {
  readonly asked?: string | undefined;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly platform?: string;
  readonly home?: string;
};

/**
 * The replica's folder: what was asked for (`--data`), else `KITBAG_DATA`, else `Kitbag` in the folder that the
 * platform keeps for applications' data. Window and command line ask here, so that they mean the same replica.
 */
export function dataFolder(source: DataFolderSource = {}): string {
  const env = source.env ?? process.env;
  const chosen = source.asked || env.KITBAG_DATA;
  if (chosen) return resolve(chosen);
  return join(applicationData(source.platform ?? process.platform, env, source.home ?? homedir()), 'Kitbag');
}

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
