import type { BaseSays } from './base.ts';
import type { FindingSays } from './finding.ts';
import type { LiveSays } from './live.ts';
import type { MaintenanceSays } from './maintenance.ts';
import type { OpeningSays } from './opening.ts';
import type { SampleSays } from './sample.ts';
import type { SessionSays } from './session.ts';
import type { ShellSays } from './shell.ts';
import type { UndoSays } from './undo.ts';

/** All codes with what their values are, area by area. */
export type AllSays = BaseSays &
  FindingSays &
  LiveSays &
  MaintenanceSays &
  OpeningSays &
  SampleSays &
  SessionSays &
  ShellSays &
  UndoSays;
