import type { Icon } from '@tabler/icons-react';
import type { RouteComponent } from '@tanstack/react-router';
import type { Capability } from '../../shared/vocabulary/capabilities.ts';
import type { Address, PlainAddress } from './addresses.ts';
import type { Command } from './command.ts';

/** What of a screen waits for this person. */
export type Waiting = {
  readonly count: number;
  /** In words, for the hint: '3 on the table'. Not shown where it is none. */
  readonly told: string;
  /** Some of it is news to this person. */
  readonly fresh?: boolean;
};

/** A screen's place on the rail. */
export type RailPlace = {
  readonly to: PlainAddress;
  readonly name: string;
  readonly icon: Icon;
  /** Ctrl with it opens the screen: the same whatever one may see, so it never moves with a role. Settings have another key. */
  readonly digit?: number;
  /** What somebody must be allowed to, to see it; absent: everybody does. */
  readonly needs?: Capability;
  /** A hook: what of it waits for this person. Absent where nothing ever does. */
  readonly useWaiting?: () => Waiting;
};

/** What an area brings into the window: its `area.ts`, which `app/areas.ts` puts together with the others. */
export type Area = {
  /** Its screens, by their address. */
  readonly screens?: Readonly<Partial<Record<Address, RouteComponent>>>;
  readonly rail?: RailPlace;
  /** What somebody can do from anywhere: shortcuts, palette and the list of keys have them from here. */
  readonly commands?: readonly Command[];
};
