import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type {
  DroppedFile,
  KitbagShell,
  ShellInput,
  ShellNotice,
  ShellOutput,
  ShellRequestName,
} from '../contract/shell.ts';
import {
  enginePortChannel,
  enginePortMessage,
  shellChannelPrefix,
  shellNoticeChannel,
} from '../contract/shell-channels.ts';

/** Asks main; private to this file, so that the page can only make the requests listed below. */
function ask<Name extends ShellRequestName>(
  name: Name,
  input?: ShellInput<Name>,
): Promise<ShellOutput<Name>> {
  return ipcRenderer.invoke(`${shellChannelPrefix}${name}`, input);
}

function pathsOf(files: readonly DroppedFile[]): string[] {
  const paths = files.map((file) => (file instanceof File ? webUtils.getPathForFile(file) : ''));
  return paths.filter((path) => path !== '');
}

const shell: KitbagShell = {
  connectEngine: () => ask('connectEngine'),
  restartEngine: () => ask('restartEngine'),
  chooseFiles: () => ask('chooseFiles'),
  chooseFolder: () => ask('chooseFolder'),
  grantFiles: (files) => ask('grantPaths', pathsOf(files)),
  saveCopy: (file) => ask('saveCopy', file),
  saveText: (text) => ask('saveText', text),
  saveBytes: (bytes) => ask('saveBytes', bytes),
  showInFolder: (saved) => ask('showInFolder', saved),
  openInApplication: (file) => ask('openInApplication', file),
  startDrag: (file) => ask('startDrag', file),
  copyFile: (file) => ask('copyFile', file),
  sendFiles: (send) => ask('sendFiles', send),
  copyText: (text) => ask('copyText', text),
  openExternal: (link) => ask('openExternal', link),
  getTheme: () => ask('getTheme'),
  setTheme: (source) => ask('setTheme', source),
  controlWindow: (to) => ask('controlWindow', to),
  notify: (notification) => ask('notify', notification),
  takeLink: () => ask('takeLink'),
  appInfo: () => ask('appInfo'),
  recentLog: () => ask('recentLog'),
  onNotice: (listener) => {
    const hear = (_event: unknown, notice: ShellNotice): void => listener(notice);
    ipcRenderer.on(shellNoticeChannel, hear);
    return () => {
      ipcRenderer.removeListener(shellNoticeChannel, hear);
    };
  },
};

contextBridge.exposeInMainWorld('kitbag', shell);

// A port can't cross the context bridge; it can cross as a transferred message to the page's own window.
ipcRenderer.on(enginePortChannel, (event) => {
  window.postMessage(enginePortMessage, window.location.origin, event.ports);
});
