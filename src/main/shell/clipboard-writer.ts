import * as electron from 'electron';

/** The clipboard before Electron 41: synchronous, one raw format at a time. */
interface EarlierClipboard {
  writeBuffer(format: string, bytes: Buffer): void;
  writeImage(image: electron.NativeImage): void;
}

function isEarlier(clipboard: object): clipboard is EarlierClipboard {
  return 'writeBuffer' in clipboard && 'writeImage' in clipboard;
}

/** Puts a picture on the clipboard, in either form of Electron's clipboard. */
export async function writePicture(picture: electron.NativeImage): Promise<void> {
  const { clipboard } = electron;
  if (isEarlier(clipboard)) clipboard.writeImage(picture);
  else await clipboard.write([item({ 'image/png': new Blob([new Uint8Array(picture.toPNG())]) })]);
}

/**
 * Puts raw formats on the clipboard, the most wanted first: earlier Electrons can write only that one, later ones
 * write all of them at once.
 */
export async function writeFormats(
  formats: readonly (readonly [name: string, bytes: Buffer])[],
): Promise<void> {
  const { clipboard } = electron;
  const [first] = formats;
  if (first === undefined) return;
  if (isEarlier(clipboard)) {
    clipboard.writeBuffer(first[0], first[1]);
    return;
  }
  const entries = formats.map(([name, bytes]) => [
    `electron application/osclipboard;format="${name}"`,
    new Blob([new Uint8Array(bytes)]),
  ]);
  await clipboard.write([item(Object.fromEntries(entries))]);
}

/** Through the namespace, because earlier Electrons have no such export to import. */
function item(content: Record<string, Blob>): electron.ClipboardItem {
  return new electron.ClipboardItem(content);
}
