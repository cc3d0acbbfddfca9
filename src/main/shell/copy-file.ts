import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { nativeImage } from 'electron';
import type { CopyOutcome } from '../../contract/shell.ts';
import { fileProblem } from '../../node/leaving/file-problem.ts';
import { says } from '../../shared/says/says.ts';
import { writeFormats, writePicture } from './clipboard-writer.ts';
import type { TemporaryCopies } from './temporary-copies.ts';

/** A file to copy: where it lies, and what it is for people. */
type CopySource = { readonly path: string; readonly fileName: string; readonly mediaType: string };

/** Puts the file itself on the clipboard, to be pasted into a mail or a folder; a picture as picture where that is more use. */
export async function copyFile(source: CopySource, copies: TemporaryCopies): Promise<CopyOutcome> {
  try {
    if (source.mediaType.startsWith('image/') && (await copyPicture(source.path)))
      return { status: 'done', as: 'image' };
    await putFile(await copies.make(source.path, source.fileName));
    return { status: 'done', as: 'file' };
  } catch (error) {
    return { status: 'failed', says: says('leaving.not-copied', { problem: fileProblem(error) }) };
  }
}

async function copyPicture(path: string): Promise<boolean> {
  const picture = nativeImage.createFromBuffer(await readFile(path));
  if (picture.isEmpty()) return false;
  await writePicture(picture);
  return true;
}

/** Each platform names a copied file in a format of its own. */
async function putFile(path: string): Promise<void> {
  const url = pathToFileURL(path).href;
  const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
  if (process.platform === 'darwin') await writeFormats([['public.file-url', utf8(url)]]);
  else if (process.platform === 'win32')
    await writeFormats([['FileNameW', Buffer.from(`${path}\0`, 'utf16le')]]);
  else {
    await writeFormats([
      ['x-special/gnome-copied-files', utf8(`copy\n${url}`)],
      ['text/uri-list', utf8(`${url}\r\n`)],
    ]);
  }
}
