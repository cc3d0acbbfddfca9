import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

/** What a packaged Electron refuses for good, whatever the environment and the command line say. */
const CLOSED = {
  /** `ELECTRON_RUN_AS_NODE` would make the signed application a Node that runs anything. */
  [FuseV1Options.RunAsNode]: false,
  /** `NODE_OPTIONS=--require …` would run code before ours. */
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  /** `--inspect` and SIGUSR1 would open a debugger on the main process, with the device's key in reach. */
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  /** Pages are served by `app://`; `file://` needs no more rights than in a browser. */
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
} as const;

/** Closes them in a copy of the runtime that is to be packaged. */
export async function closeFuses(executable: string): Promise<void> {
  await flipFuses(executable, { version: FuseVersion.V1, ...CLOSED });
}
