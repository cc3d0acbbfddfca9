import { app, type Session } from 'electron';
import { appOrigin } from '../../contract/shell-channels.ts';
import { parseUrl } from '../base/parse-url.ts';
import { openExternally } from './open-external.ts';

/** What a page may do beside showing itself: put text that it sanitised on the clipboard, and present a document on the whole screen. */
const allowedPermissions = new Set(['clipboard-sanitized-write', 'fullscreen']);

/** Denies every permission but the harmless ones, whoever asks. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(allowedPermissions.has(permission)),
  );
  session.setPermissionCheckHandler((_contents, permission) => allowedPermissions.has(permission));
  session.setDevicePermissionHandler(() => false);
}

/** Whether the address belongs to the application's own page. */
export function isOwnPage(address: string): boolean {
  const url = parseUrl(address);
  return url !== undefined && `${url.protocol}//${url.host}` === appOrigin;
}

/**
 * No page leaves the application, opens a window or embeds another; a link to the web goes to the browser, checked. WebRTC, which requests
 * are not asked for, gets no way out past the proxy: it would name this computer's addresses to whoever it is told to reach.
 */
export function keepPagesInside(): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.on('will-navigate', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      if (isOwnPage(contents.getURL())) void openExternally(url);
      return { action: 'deny' };
    });
  });
}
