import { t } from '@lingui/core/macro';
import Fuse from 'fuse.js';
import type { Person } from '../../contract/people.ts';
import type { Command } from '../base/command.ts';

/** What the palette can lead to. */
export type PaletteItem = {
  readonly key: string;
  readonly group: PaletteGroup;
  readonly label: string;
  readonly description?: string;
  /** More words that find it. */
  readonly keywords?: string;
  readonly keys?: string;
  readonly run: () => void;
};

/** In the order in which they stand where nothing is typed. */
const PALETTE_GROUPS = ['go', 'do', 'look', 'assets', 'kits', 'requests', 'people'] as const;
/** A heading of the palette. */
export type PaletteGroup = (typeof PALETTE_GROUPS)[number];

/** How many of a group are shown once something is typed. */
const MOST: Readonly<Record<PaletteGroup, number>> = {
  go: 6,
  do: 6,
  look: 4,
  assets: 8,
  kits: 5,
  requests: 5,
  // Up to two each.
  people: 6,
};

/** Commands as items of the palette. */
export function commandItems(
  commands: readonly Command[],
  perform: (command: Command) => void,
): PaletteItem[] {
  return commands.map((command) => ({
    key: command.id,
    group: command.group,
    label: command.name,
    keywords: command.keywords,
    ...(command.keys[0] === undefined ? {} : { keys: command.keys[0] }),
    run: () => perform(command),
  }));
}

/** People: what they look after, and for who may see it their place among the people of the hub. */
export function peopleItems(
  people: readonly Person[],
  go: {
    readonly toAssetsOf: (name: string) => void;
    /** Undefined for who does not see the people screen. */
    readonly toPerson: ((id: string) => void) | undefined;
  },
): PaletteItem[] {
  const { toAssetsOf, toPerson } = go;
  return people
    .filter(({ state }) => state !== 'removed')
    .flatMap(({ id, name, state }): PaletteItem[] => [
      ...(toPerson === undefined
        ? []
        : [
            {
              key: `person-${id}`,
              group: 'people',
              label: name,
              description: state === 'waiting' ? t`In People, waiting to be let in` : t`In People`,
              run: () => toPerson(id),
            } as const,
          ]),
      ...(state === 'waiting'
        ? []
        : [
            {
              key: `assets-of-${id}`,
              group: 'people',
              label: t`Assets of ${name}`,
              description: t`What they look after`,
              run: () => toAssetsOf(name),
            } as const,
          ]),
    ]);
}

/** A heading with what stands below it. */
type PaletteSection = { readonly group: PaletteGroup; readonly items: readonly PaletteItem[] };

/**
 * What fits, best first in each group, the group with the best fit first. Where nothing is typed: commands alone, as they are.
 * Names count most; fuse.js's defaults look at the first characters only and let almost everything pass.
 */
export function paletteSections(items: readonly PaletteItem[], query: string): PaletteSection[] {
  const words = query.trim();
  if (words === '') {
    return PALETTE_GROUPS.slice(0, 3)
      .map((group) => ({ group, items: items.filter((item) => item.group === group) }))
      .filter((section) => section.items.length > 0);
  }
  const fuse = new Fuse([...items], {
    keys: [
      { name: 'label', weight: 3 },
      { name: 'keywords', weight: 1 },
    ],
    includeScore: true,
    ignoreLocation: true,
    threshold: 0.34,
  });
  const sections = new Map<PaletteGroup, PaletteItem[]>();
  // Best first, so that groups come in the order of their best item.
  for (const { item } of fuse.search(words.slice(0, 100))) {
    const section = sections.get(item.group) ?? [];
    if (section.length < MOST[item.group]) section.push(item);
    sections.set(item.group, section);
  }
  return [...sections].map(([group, found]) => ({ group, items: found }));
}
