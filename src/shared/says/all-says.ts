import type { UndoSays } from './undo.ts';

/** All codes with what their values are, area by area. */
export type AllSays = UndoSays;
