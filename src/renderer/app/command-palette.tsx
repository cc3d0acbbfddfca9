import { t } from '@lingui/core/macro';
import { Spotlight, spotlight } from '@mantine/spotlight';
import {
  IconArrowRight,
  IconBolt,
  IconBooks,
  IconEye,
  IconFile,
  IconInbox,
  IconSearch,
  IconUser,
} from '@tabler/icons-react';
import { useEffect } from 'react';
import type { Command, CommandContext } from '../base/command.ts';
import { paletteQuery } from '../base/palette-state.ts';
import { useStore } from '../base/store.ts';
import { KeyCaps } from '../ui/keys/key-caps.tsx';
import styles from './command-palette.module.css';
import { type PaletteGroup, type PaletteItem, paletteSections } from './palette-items.ts';
import { usePaletteItems } from './use-palette-items.ts';

type Props = { readonly commands: readonly Command[]; readonly context: CommandContext };

/** How people call the headings. */
const NAMES: Readonly<Record<PaletteGroup, string>> = {
  go: t`Go to`,
  do: t`Do`,
  look: t`Look`,
  assets: t`Assets`,
  kits: t`Kits`,
  requests: t`Requests`,
  people: t`People`,
};

const icons = {
  go: IconArrowRight,
  do: IconBolt,
  look: IconEye,
  assets: IconFile,
  kits: IconBooks,
  requests: IconInbox,
  people: IconUser,
} as const;

function Item({ item }: { readonly item: PaletteItem }) {
  const Drawn = icons[item.group];
  return (
    <Spotlight.Action
      label={item.label}
      {...(item.description === undefined ? {} : { description: item.description })}
      leftSection={<Drawn size={18} aria-hidden />}
      rightSection={item.keys === undefined ? null : <KeyCaps keys={item.keys} />}
      onClick={item.run}
    />
  );
}

function reachByKey(list: HTMLDivElement | null): void {
  list?.querySelector('[data-scrollarea-viewport]')?.setAttribute('tabindex', '0');
}

/** One field for screens, actions, assets, requests and people. A `>` in the search field leads here too. */
export function CommandPalette({ commands, context }: Props) {
  const wanted = useStore(paletteQuery);
  const query = wanted ?? '';
  const open = wanted !== null;
  const sections = paletteSections(usePaletteItems(commands, context, query), query);
  useEffect(() => {
    if (open) spotlight.open();
  }, [open]);
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={(next) => {
        if (paletteQuery.get() !== null) paletteQuery.set(next);
      }}
      onSpotlightClose={() => paletteQuery.set(null)}
      shortcut={null}
      scrollable
      maxHeight={420}
      transitionProps={{ duration: 100 }}
      title={t`Commands`}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      classNames={{
        header: styles.header ?? '',
        actionsGroup: styles.group ?? '',
        search: styles.search ?? '',
      }}
    >
      <Spotlight.Search
        placeholder={t`Screens, actions, assets, requests, people`}
        aria-label={t`Find a command`}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      {/* What scrolls must be reachable by key. */}
      <Spotlight.ActionsList ref={reachByKey}>
        {sections.map(({ group, items }) => (
          <Spotlight.ActionsGroup key={group} label={NAMES[group]}>
            {items.map((item) => (
              <Item key={item.key} item={item} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {sections.length === 0 && (
          <Spotlight.Empty>{t`Nothing is called that. Press Esc and search for what stands on the pages.`}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
