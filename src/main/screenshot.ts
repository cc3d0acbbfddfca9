import { writeFile } from 'node:fs/promises';
import type { BrowserWindow } from 'electron';

const usableTimeoutMs = 30_000;
const pollMs = 50;

/** Whether the page says that it can be used: an element with `data-ready="true"`. */
const usable = `document.querySelector('[data-ready="true"]') !== null`;
/** Two frames later everything that was decided has been drawn. */
const drawn =
  'document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))';

/** Writes a PNG of what the window shows once it is usable. False where it did not become usable in time. */
export async function writeScreenshot(window: BrowserWindow, file: string): Promise<boolean> {
  const ready = await becomesUsable(window);
  // The pointer of a virtual display rests in its middle, and what lies there would look hovered.
  window.webContents.sendInputEvent({ type: 'mouseLeave', x: 0, y: 0 });
  if (ready) await window.webContents.executeJavaScript(drawn);
  const picture = await window.webContents.capturePage();
  await writeFile(file, picture.toPNG());
  return ready;
}

async function becomesUsable(window: BrowserWindow): Promise<boolean> {
  const deadline = Date.now() + usableTimeoutMs;
  while (Date.now() < deadline) {
    if (!window.webContents.isLoading() && (await window.webContents.executeJavaScript(usable))) return true;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  return false;
}
