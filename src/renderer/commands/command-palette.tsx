import { Spotlight } from '@mantine/spotlight';
import { IconArrowRight, IconBolt, IconEye, IconFile, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { orpc } from '../app/engine-client.ts';
import { useTermNames } from '../app/use-taxonomy.ts';
import type { Command, CommandContext } from './command.ts';
import styles from './command-palette.module.css';
import { KeyCaps } from './key-caps.tsx';

type Props = { readonly commands: readonly Command[]; readonly context: CommandContext };

const groups = ['Go to', 'Do', 'Look'] as const;
const icons = { 'Go to': IconArrowRight, Do: IconBolt, Look: IconEye } as const;

function fits(command: Command, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${command.name} ${command.group} ${command.keywords}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function Assets({ query }: { readonly query: string }) {
  const navigate = useNavigate();
  const names = useTermNames();
  const found = useQuery(
    orpc.search.titles.queryOptions({
      input: { query: query.slice(0, 300), limit: 8 },
      placeholderData: keepPreviousData,
      enabled: query.trim() !== '',
    }),
  );
  const assets = query.trim() === '' ? [] : (found.data ?? []);
  if (assets.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label="Assets">
      {assets.map((asset) => (
        <Spotlight.Action
          key={asset.asset}
          label={asset.title}
          description={names.type(asset.type)}
          leftSection={<IconFile size={18} aria-hidden />}
          onClick={() => void navigate({ to: '/asset/$assetId', params: { assetId: asset.asset } })}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

function reachByKey(list: HTMLDivElement | null): void {
  list?.querySelector('[data-scrollarea-viewport]')?.setAttribute('tabindex', '0');
}

/** One field for screens, actions and assets. */
export function CommandPalette({ commands, context }: Props) {
  const [query, setQuery] = useState('');
  const fitting = commands.filter((command) => command.id !== 'palette' && fits(command, query));
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={420}
      transitionProps={{ duration: 100 }}
      title="Commands"
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      classNames={{
        header: styles.header ?? '',
        actionsGroup: styles.group ?? '',
        search: styles.search ?? '',
      }}
    >
      <Spotlight.Search
        placeholder="Screens, actions, assets"
        aria-label="Find a command"
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      {/* What scrolls must be reachable by key. */}
      <Spotlight.ActionsList ref={reachByKey}>
        {groups.map((group) => {
          const Drawn = icons[group];
          const own = fitting.filter((command) => command.group === group);
          if (own.length === 0) return null;
          return (
            <Spotlight.ActionsGroup key={group} label={group}>
              {own.map((command) => (
                <Spotlight.Action
                  key={command.id}
                  label={command.name}
                  leftSection={<Drawn size={18} aria-hidden />}
                  rightSection={command.keys[0] === undefined ? null : <KeyCaps keys={command.keys[0]} />}
                  onClick={() => command.perform(context)}
                />
              ))}
            </Spotlight.ActionsGroup>
          );
        })}
        <Assets query={query} />
        {fitting.length === 0 && query.trim() === '' && <Spotlight.Empty>Nothing fits</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
