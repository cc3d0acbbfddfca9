import type { RouteComponent } from '@tanstack/react-router';
import type { Can, Capability } from '../../shared/vocabulary/capabilities.ts';
import { calls } from '../areas/calls/area.ts';
import { compare } from '../areas/compare/area.ts';
import { home } from '../areas/home/area.ts';
import { hub } from '../areas/hub/area.ts';
import { insights } from '../areas/insights/area.ts';
import { kits } from '../areas/kits/area.ts';
import { metadata } from '../areas/metadata/area.ts';
import { near } from '../areas/near/area.ts';
import { people } from '../areas/people/area.ts';
import { proposals } from '../areas/proposals/area.ts';
import { publish } from '../areas/publish/area.ts';
import { reader } from '../areas/reader/area.ts';
import { requests } from '../areas/requests/area.ts';
import { reviews } from '../areas/reviews/area.ts';
import { search } from '../areas/search/area.ts';
import { sends } from '../areas/sends/area.ts';
import { settings } from '../areas/settings/area.ts';
import { taxonomy } from '../areas/taxonomy/area.ts';
import { tray } from '../areas/tray/area.ts';
import type { Address } from '../base/addresses.ts';
import type { Area, RailPlace } from '../base/area.ts';
import type { Command } from '../base/command.ts';

/** The areas that bring something into the window, in the order of the rail and of the palette. */
export const AREAS: readonly Area[] = [
  home,
  search,
  kits,
  calls,
  sends,
  tray,
  requests,
  proposals,
  publish,
  metadata,
  reviews,
  near,
  hub,
  insights,
  taxonomy,
  people,
  reader,
  compare,
  settings,
];

/** The screen of every address: one that no area has does not compile. */
export const SCREENS: Readonly<Record<Address, RouteComponent>> = {
  ...home.screens,
  ...search.screens,
  ...kits.screens,
  ...calls.screens,
  ...reader.screens,
  ...compare.screens,
  ...publish.screens,
  ...reviews.screens,
  ...near.screens,
  ...requests.screens,
  ...insights.screens,
  ...taxonomy.screens,
  ...people.screens,
  ...hub.screens,
  ...settings.screens,
};

/** Settings stand apart, at the bottom of the rail. */
export const SETTINGS: RailPlace = settings.rail;

/** What the rail shows to somebody, in order. */
export function railOf(can: Can): readonly RailPlace[] {
  return AREAS.flatMap(({ rail }) =>
    rail === undefined || rail === SETTINGS || !has(can, rail) ? [] : [rail],
  );
}

/** What the areas let somebody do from anywhere. */
export const AREA_COMMANDS: readonly Command[] = AREAS.flatMap(({ commands = [] }) => commands);

/** Whether somebody may what a place or a command needs. */
export function has(
  can: Can,
  { needs, lacks }: { readonly needs?: Capability; readonly lacks?: Capability },
): boolean {
  return (needs === undefined || can[needs]) && (lacks === undefined || !can[lacks]);
}
