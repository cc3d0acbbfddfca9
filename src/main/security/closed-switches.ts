import { app } from 'electron';

/**
 * Chromium's switches by which whoever starts the application would look into its page, run something beside it, or lead it elsewhere. A
 * link or a shortcut that was slipped in may carry them. Node's own (`--inspect`, NODE_OPTIONS) are closed by the package's fuses.
 */
const CLOSED = [
  'allow-file-access-from-files',
  'auto-open-devtools-for-tabs',
  'browser-subprocess-path',
  'disable-extensions-except',
  'disable-site-isolation-trials',
  'disable-web-security',
  'gpu-launcher',
  'host-resolver-rules',
  'host-rules',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'js-flags',
  'load-extension',
  'log-net-log',
  'ppapi-plugin-launcher',
  'remote-allow-origins',
  'remote-debugging-address',
  'remote-debugging-io-pipes',
  'remote-debugging-pipe',
  'remote-debugging-port',
  'renderer-cmd-prefix',
  'renderer-process-limit',
  'unsafely-treat-insecure-origin-as-secure',
  'user-data-dir',
  'utility-cmd-prefix',
] as const;

/** Takes the switches away, before Electron is ready and reads them. */
export function closeSwitches(): void {
  for (const name of CLOSED) app.commandLine.removeSwitch(name);
}
