/**
 * Put before the application by Electron's `-r` where a test moves the clock: its engine then starts by way of `moved-clock.mjs`. The product knows
 * nothing of it, so nothing in it could move the clock of somebody's hub.
 */
const { join } = require('node:path');
const { utilityProcess } = require('electron');

const fork = utilityProcess.fork.bind(utilityProcess);

utilityProcess.fork = (entry, args, options) =>
  fork(join(__dirname, 'moved-clock.mjs'), [entry, ...args], options);
