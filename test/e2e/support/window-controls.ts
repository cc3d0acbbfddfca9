import type { RunningKitbag } from './launch.ts';

/** Sets the size of the page (not of the window's frame) in pixels. */
export async function resizeWindow(kitbag: RunningKitbag, width: number, height: number): Promise<void> {
  await kitbag.app.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  await kitbag.window.waitForFunction(
    (size) => window.innerWidth === size.width && window.innerHeight === size.height,
    {
      width,
      height,
    },
  );
}

/** Has the system say that it is light or dark. */
export async function setColourScheme(kitbag: RunningKitbag, scheme: 'light' | 'dark'): Promise<void> {
  await kitbag.app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source;
  }, scheme);
  await kitbag.window.waitForFunction(
    (asked) => matchMedia(`(prefers-color-scheme: ${asked})`).matches,
    scheme,
  );
}

/** Waits until the page says that it can be used: an element with `data-ready="true"`. */
export async function waitUntilReady(kitbag: RunningKitbag): Promise<void> {
  await kitbag.window.locator('[data-ready="true"]').first().waitFor({ state: 'attached' });
}

/** Answers the next 'save as' dialogs with a path; null answers them as cancelled. */
export async function answerSaveDialogs(kitbag: RunningKitbag, filePath: string | null): Promise<void> {
  await kitbag.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: path === null, filePath: path ?? '' });
  }, filePath);
}

/** Answers the next 'choose files' or 'choose folder' dialogs with these paths; none answers them as cancelled. */
export async function answerOpenDialogs(kitbag: RunningKitbag, filePaths: readonly string[]): Promise<void> {
  await kitbag.app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = async () => ({ canceled: paths.length === 0, filePaths: [...paths] });
  }, filePaths);
}
