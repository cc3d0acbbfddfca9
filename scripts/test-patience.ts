/**
 * After how long something that a test waits for is taken for never coming. Waits, not assertions: with four busy loops beside the tests everything
 * takes five times as long, and is still right; so no test, with a window or without, has a wait of its own. Milliseconds.
 */
export const NEVER_MS = 120_000;

/** A whole test: some of these waits one after the other. */
export const TEST_MS = 5 * NEVER_MS;
