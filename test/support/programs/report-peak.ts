import { writeFileSync } from 'node:fs';

/** Loaded before another program: writes what that one took at its most, in kilobytes of memory, when it ends. */
process.on('exit', () => {
  const file = process.env.KITBAG_TEST_PEAK;
  if (file !== undefined) writeFileSync(file, String(process.resourceUsage().maxRSS));
});
