/**
 * Put before the application by Electron's `-r` where a test moves the clock: its engine then runs with the clock of `moved-clock.cjs`. The product
 * knows nothing of it, so nothing in it could move the clock of somebody's hub.
 */
const { join } = require('node:path');
const { utilityProcess } = require('electron');

const fork = utilityProcess.fork.bind(utilityProcess);
const movedClock = join(__dirname, 'moved-clock.cjs');

utilityProcess.fork = (entry, args, options) =>
  fork(entry, args, { ...options, execArgv: [...(options.execArgv ?? []), '-r', movedClock] });
