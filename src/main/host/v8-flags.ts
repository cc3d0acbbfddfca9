/**
 * How V8 runs in the engine's process. Where objects are young may take 8 MB twice, as in Electron 33: V8 13.6 (Node 24) and later let it
 * grow to 134 MB while somebody types, which holds 80 MB more and answers no quicker. Old objects are collected
 * from 64 MB on and whenever they have grown by two fifths, not by up to four times: 280 MB in place of 350 to 360 at 10,000 assets after 930
 * keystrokes, for the same processor time.
 */
export const ENGINE_V8_FLAGS = [
  '--max-semi-space-size=8',
  '--heap-growing-percent=40',
  '--initial-old-space-size=64',
] as const;
