import { readFile } from 'node:fs/promises';
import { type NativeImage, nativeImage, type WebContents } from 'electron';
import type { ActionOutcome } from '../../contract/shell.ts';
import { fileProblem } from '../../node/leaving/file-problem.ts';
import { says } from '../../shared/says/says.ts';
import type { TemporaryCopies } from './temporary-copies.ts';

/** Starts dragging a copy of the file out of the window, under its thumbnail where there is one. */
export async function dragOut(
  file: { readonly path: string; readonly fileName: string; readonly picturePath?: string | undefined },
  copies: TemporaryCopies,
  from: WebContents,
): Promise<ActionOutcome> {
  try {
    const copy = await copies.make(file.path, file.fileName);
    from.startDrag({ file: copy, icon: await dragIcon(file.picturePath) });
    return { status: 'done' };
  } catch (error) {
    return { status: 'failed', says: says('leaving.not-dragged', { problem: fileProblem(error) }) };
  }
}

async function dragIcon(path: string | undefined): Promise<NativeImage> {
  const bytes = path === undefined ? undefined : await readFile(path).catch(() => undefined);
  const picture = bytes === undefined ? nativeImage.createEmpty() : nativeImage.createFromBuffer(bytes);
  return picture.isEmpty() ? plainIcon() : picture.resize({ width: 96 });
}

/** A teal square; Electron refuses to drag without a picture. */
function plainIcon(): NativeImage {
  const side = 32;
  const pixels = Buffer.alloc(side * side * 4);
  for (let at = 0; at < pixels.length; at += 4) pixels.set([0x88, 0x96, 0x12, 0xff], at);
  return nativeImage.createFromBitmap(pixels, { width: side, height: side });
}
