import { app, type Session } from 'electron';
import { parseUrl } from '../base/parse-url.ts';

/** Chromium features that fetch something by themselves; a local-first application has no use for any of them. */
const quietSwitches: readonly (readonly [string, string?])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
  ['dns-prefetch-disable'],
  [
    'disable-features',
    'NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,Translate,DialMediaRouteProvider',
  ],
];

/** Schemes that never leave the computer. */
const localSchemes = new Set(['app:', 'kitbag-file:', 'blob:', 'data:', 'devtools:', 'chrome-extension:']);

/** Requests that were stopped, by the scheme and host they asked for. */
export type BlockedRequests = { count: number; readonly targets: Set<string> };

/** To be called before Electron is ready. */
export function silenceChromium(): void {
  for (const [name, value] of quietSwitches) app.commandLine.appendSwitch(name, value);
}

/** Stops every request of the session that would leave the computer, and counts it. */
export function blockRemoteRequests(session: Session): BlockedRequests {
  const blocked: BlockedRequests = { count: 0, targets: new Set() };
  session.webRequest.onBeforeRequest((details, answer) => {
    const url = parseUrl(details.url);
    const local = url !== undefined && localSchemes.has(url.protocol);
    if (!local) {
      blocked.count += 1;
      blocked.targets.add(url === undefined ? 'unreadable' : `${url.protocol}//${url.host}`);
    }
    answer({ cancel: !local });
  });
  session.setSpellCheckerEnabled(false);
  return blocked;
}
