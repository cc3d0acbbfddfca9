import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** What is known of a machine before it is looked at. */
type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
};

const THIS_MACHINE: Machine = { platform: process.platform, env: process.env };

/** Where LibreOffice is on a device: on its path, else where its installers and packages put it. */
export async function findLibreOffice(machine = THIS_MACHINE): Promise<string | undefined> {
  for (const place of places(machine)) if (await isProgram(place, machine.platform)) return place;
  return undefined;
}

function places({ platform, env }: Machine): string[] {
  // On Windows the console's starter is the one that ends when its work is done.
  const names = platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  const folders = [...(env.PATH ?? '').split(delimiter).filter((one) => one !== ''), ...usual(platform, env)];
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

function usual(platform: NodeJS.Platform, env: Machine['env']): string[] {
  if (platform === 'win32') {
    const programs = ['ProgramFiles', 'ProgramW6432', 'ProgramFiles(x86)'].flatMap((name) => env[name] ?? []);
    return programs.map((folder) => join(folder, 'LibreOffice', 'program'));
  }
  if (platform === 'darwin') {
    const own = env.HOME === undefined ? [] : [join(env.HOME, 'Applications')];
    return ['/Applications', ...own].map((folder) => join(folder, 'LibreOffice.app/Contents/MacOS'));
  }
  return [
    '/usr/bin',
    '/usr/local/bin',
    '/usr/lib/libreoffice/program',
    '/opt/libreoffice/program',
    '/snap/bin',
  ];
}

async function isProgram(path: string, platform: NodeJS.Platform): Promise<boolean> {
  try {
    await access(path, platform === 'win32' ? constants.F_OK : constants.X_OK);
    return true;
  } catch (error) {
    // Not there, or not to be run: the next place is looked at.
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
