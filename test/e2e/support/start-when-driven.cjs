/**
 * Put before the application by Electron's `-r`: holds `ready` back until Playwright is connected to both debuggers and says so by calling
 * `__playwright_run`. A window that comes into being while Playwright attaches to the pages is sometimes never told to it, and the start waits
 * for ever. Playwright brings the like for its own Electron (`playwright-core/lib/server/electron/loader.js`), not for one that is named.
 */
const { app } = require('electron');

const ready = app.whenReady();
const emit = app.emit.bind(app);
/** What `ready` was told with. */
let told;
let isReady = false;
let goOn;
const driven = new Promise((resolve) => {
  goOn = resolve;
});

app.emit = (event, ...values) => {
  if (event !== 'ready') return emit(event, ...values);
  told = values;
  return app.listenerCount('ready') > 0;
};
app.isReady = () => isReady;
app.whenReady = () => driven;

globalThis.__playwright_run = async () => {
  await ready;
  isReady = true;
  goOn();
  emit('ready', ...told);
};
