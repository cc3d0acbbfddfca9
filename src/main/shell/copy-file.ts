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
    await putFiles([await copies.make(source.path, source.fileName)]);
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

/** Puts files on the clipboard, each platform in a format of its own; false where it takes only one of them. */
export async function putFiles(paths: readonly string[]): Promise<boolean> {
  const urls = paths.map((path) => pathToFileURL(path).href);
  const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
  const [first = ''] = paths;
  if (process.platform === 'linux') {
    await writeFormats([
      ['x-special/gnome-copied-files', utf8(`copy\n${urls.join('\n')}`)],
      ['text/uri-list', utf8(urls.map((url) => `${url}\r\n`).join(''))],
    ]);
    return true;
  }
  if (paths.length !== 1) return false;
  if (process.platform === 'darwin') await writeFormats([['public.file-url', utf8(urls[0] ?? '')]]);
  else await writeFormats([['FileNameW', Buffer.from(`${first}\0`, 'utf16le')]]);
  return true;
}
