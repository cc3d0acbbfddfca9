import { t } from '@lingui/core/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useOpenView, useSharedViews } from '../areas/finding/saved-searches/use-shared-views.ts';
import type { Command, CommandContext } from '../base/command.ts';
import { orpc } from '../base/engine-client.ts';
import { useTermNames } from '../base/use-taxonomy.ts';
import { INTERNAL_WORDS } from '../ui/internal-mark.tsx';
import { commandItems, type PaletteItem, peopleItems } from './palette-items.ts';

const nothing: readonly never[] = [];

/** Everything that the palette can lead to for these words: commands, assets by title, requests and people. */
export function usePaletteItems(
  commands: readonly Command[],
  context: CommandContext,
  query: string,
): readonly PaletteItem[] {
  const navigate = useNavigate();
  const names = useTermNames();
  const asked = query.trim() !== '';
  const titles = useQuery(
    orpc.search.titles.queryOptions({
      input: { query: query.slice(0, 300), limit: 12 },
      placeholderData: keepPreviousData,
      enabled: asked,
    }),
  );
  const kits = useKitItems(query, asked);
  const requests = useQuery(orpc.requests.list.queryOptions({ input: {}, enabled: asked }));
  const views = useViewItems();
  const people = useQuery(orpc.people.list.queryOptions({ enabled: asked }));
  return [
    ...commandItems(
      commands.filter((command) => command.inPalette),
      (command) => command.perform(context),
    ),
    ...views,
    ...(titles.data ?? nothing).map(
      ({ asset, title, type, audience }): PaletteItem => ({
        key: asset,
        group: 'assets',
        label: title,
        description: [names.type(type), ...(audience === 'internal' ? [INTERNAL_WORDS] : [])].join(' · '),
        run: () => void navigate({ to: '/asset/$assetId', params: { assetId: asset } }),
      }),
    ),
    ...kits,
    ...(requests.data ?? nothing).map(
      ({ id, title }): PaletteItem => ({
        key: id,
        group: 'requests',
        label: title,
        description: t`Request`,
        run: () => void navigate({ to: '/requests/$requestId', params: { requestId: id } }),
      }),
    ),
    ...peopleItems(people.data?.people ?? nothing, {
      toAssetsOf: (name) =>
        void navigate({ to: '/library', search: { q: `owner:"${name.replaceAll('"', '')}"` } }),
      toPerson: context.can['manage-members']
        ? (person) => void navigate({ to: '/people', search: { person } })
        : undefined,
    }),
  ];
}

/** Views that leads share. */
function useViewItems(): PaletteItem[] {
  const openView = useOpenView();
  return useSharedViews().map((view) => ({
    key: view.id,
    group: 'go',
    label: view.name,
    description: t`Shared view`,
    run: () => openView(view),
  }));
}

/** Kits whose names fit. */
function useKitItems(query: string, asked: boolean): PaletteItem[] {
  const navigate = useNavigate();
  const kits = useQuery(
    orpc.search.kitNames.queryOptions({ input: { query: query.slice(0, 300), limit: 8 }, enabled: asked }),
  );
  return (kits.data ?? nothing).map(
    ({ kit, name, own }): PaletteItem => ({
      key: kit,
      group: 'kits',
      label: name,
      description: own ? t`Kit, only on this device` : t`Kit`,
      run: () => void navigate({ to: '/library/kits/$kitId', params: { kitId: kit } }),
    }),
  );
}
