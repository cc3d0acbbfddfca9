import { plural, t } from '@lingui/core/macro';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { KitSummary, NewKitItem } from '../../../contract/kits.ts';
import { AskedDialog } from '../../base/asked-dialog.tsx';
import { useSession } from '../../base/use-session.ts';
import { walkOptions } from '../../ui/keys/perform-key.ts';
import { KitCover } from './kit-cover.tsx';
import { newKit, type ToAdd, toAdd } from './kit-dialogs-state.ts';
import { itemsText } from './kit-words.ts';
import styles from './kits.module.css';
import { editKit, useKits } from './use-kits.ts';

/** Asks to which kit something is added: one that is there, or a new one. */
export function AddToKitDialog() {
  return (
    <AskedDialog store={toAdd} titleOf={titleOf}>
      {(asked, close) => <Picker key={asked.assets.join()} asked={asked} onClose={close} />}
    </AskedDialog>
  );
}

function titleOf({ title, assets }: ToAdd): string {
  return title === undefined
    ? plural(assets.length, { one: 'Add # asset to a kit', other: 'Add # assets to a kit' })
    : t`Add “${title}” to a kit`;
}

type PickerProps = { readonly asked: ToAdd; readonly onClose: () => void };

function Picker({ asked, onClose }: PickerProps) {
  const { can } = useSession();
  const [query, setQuery] = useState('');
  const [onlyPage, setOnlyPage] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const words = query.trim().toLowerCase();
  // One adds to kits that one may change: those of the hub, or one's own.
  const kits = (useKits().data ?? []).filter(
    ({ own, smart, state, name }) =>
      (own || can.publish) && !smart && state !== 'archived' && name.toLowerCase().includes(words),
  );
  const { page } = asked;
  const items: NewKitItem[] = asked.assets.map((asset) => ({
    asset,
    ...(onlyPage && page !== undefined && { pages: [[page, page]] }),
  }));
  const add = async ({ id, name }: KitSummary): Promise<void> => {
    const message =
      asked.title === undefined
        ? plural(items.length, { one: `Added # asset to “${name}”.`, other: `Added # assets to “${name}”.` })
        : t`Added “${{ title: asked.title }}” to “${name}”.`;
    if (await editKit({ kit: id, add: items }, message)) {
      onClose();
      asked.done?.();
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: field and options have the focus; their arrow keys are handled here
    <div className={styles.form} ref={box} onKeyDown={(event) => walk(box.current, event)}>
      <TextInput
        data-autofocus
        label={t`Find a kit`}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {page !== undefined && (
        <Checkbox
          label={t`Only page ${page}`}
          checked={onlyPage}
          onChange={(event) => setOnlyPage(event.currentTarget.checked)}
        />
      )}
      <Options kits={kits} onPick={(kit) => void add(kit)} />
      <Button
        variant="default"
        data-kit-option
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => {
          onClose();
          asked.done?.();
          newKit.set({ items });
        }}
      >{t`New kit with it`}</Button>
    </div>
  );
}

/** The arrows go through the field and the kits below it. */
function walk(box: HTMLElement | null, event: KeyboardEvent): void {
  walkOptions(event, [
    ...(box?.querySelectorAll<HTMLElement>('input[type="text"], [data-kit-option]') ?? []),
  ]);
}

type OptionsProps = { readonly kits: readonly KitSummary[]; readonly onPick: (kit: KitSummary) => void };

function Options({ kits, onPick }: OptionsProps) {
  return (
    <ul className={styles.options} aria-label={t`Kits found`}>
      {kits.map((kit) => (
        <li key={kit.id}>
          <button type="button" data-kit-option className={styles.option} onClick={() => onPick(kit)}>
            <KitCover cover={kit.cover} width={40} />
            <span className={styles.words}>
              <span className={styles.name}>{kit.name}</span>
              <span className={styles.facts}>{itemsText(kit)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
