import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * The application's menu. Windows and Linux do not show it: it is there for the keys that people expect everywhere (zoom,
 * full screen, close). A key that the page handles itself does not reach it.
 */
export function applicationMenu(): Menu {
  const template: MenuItemConstructorOptions[] = [
    // macOS knows no copy and paste without a menu. Elsewhere the page does them itself; a menu would do them twice.
    ...(process.platform === 'darwin' ? ([{ role: 'appMenu' }, { role: 'editMenu' }] as const) : []),
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
  ];
  return Menu.buildFromTemplate(template);
}

/** Cut, copy and paste under the right button, where there is something to cut, copy or paste into. */
export function offerContextMenu(): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
      const items: MenuItemConstructorOptions[] = isEditable
        ? [
            { role: 'cut', enabled: editFlags.canCut },
            { role: 'copy', enabled: editFlags.canCopy },
            { role: 'paste', enabled: editFlags.canPaste },
            { type: 'separator' },
            { role: 'selectAll', enabled: editFlags.canSelectAll },
          ]
        : [{ role: 'copy', enabled: selectionText.trim() !== '' }];
      const window = BrowserWindow.fromWebContents(contents);
      if (window && (isEditable || selectionText.trim() !== ''))
        Menu.buildFromTemplate(items).popup({ window });
    });
  });
}
