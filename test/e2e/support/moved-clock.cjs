/** A clock that goes as many milliseconds ahead of the real one (behind it where negative) as the environment says. */
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
