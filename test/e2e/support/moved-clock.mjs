/** Starts the engine, named first, with a clock that is as many milliseconds ahead of the real one (behind it where negative) as the environment says. */
import { pathToFileURL } from 'node:url';

const moved = Number(process.env.KITBAG_TEST_CLOCK ?? 0);
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + moved);
    else super(...given);
  }

  static now() {
    return RealDate.now() + moved;
  }
};

const [entry] = process.argv.splice(2, 1);
process.argv[1] = entry;
await import(pathToFileURL(entry).href);
