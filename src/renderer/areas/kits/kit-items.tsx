import { plural, t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { KitDetail, KitItemView } from '../../../contract/kits.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { Note } from '../../ui/note.tsx';
import { AssetPicker } from '../assets/asset-picker.tsx';
import { KitItem } from './kit-item.tsx';
import styles from './kits.module.css';
import { editKit } from './use-kits.ts';

type Props = { readonly kit: KitDetail };

/** Moves an item to a place among the others: `to` counts places between rows. */
function useMoving({ id, contents }: KitDetail, focus: (item: string) => void) {
  return async (item: KitItemView, to: number): Promise<void> => {
    const others = contents.filter((one) => one.item !== item.item);
    const place = Math.max(0, Math.min(others.length, to));
    if (contents[place]?.item === item.item) return;
    const before = others[place]?.item ?? null;
    const title = item.asset?.title ?? '';
    if (await editKit({ kit: id, move: { items: [item.item], before } }, t`Moved “${title}”.`))
      focus(item.item);
  };
}

/** What a kit holds, in order: moved by drag or Alt with the arrows, taken out by Delete, each with undo. */
export function KitItems({ kit }: Props) {
  const { contents } = kit;
  const desk = useItems(kit);
  const { editable, list, stop, dropOn } = desk;
  return (
    <section aria-label={t`Items`}>
      <h2 className={styles.heading}>{plural(contents.length, { one: '# item', other: '# items' })}</h2>
      {contents.length === 0 && (
        <Note>{t`Nothing in it yet. Add documents from here, from results or while reading.`}</Note>
      )}
      <ol className={styles.items} ref={list} onKeyDown={desk.onKeyDown}>
        {contents.map((item, index) => (
          <li
            key={item.item}
            className={styles.item}
            onDragOver={(event) => {
              if (desk.dragged !== null) event.preventDefault();
            }}
            onDrop={dropOn(index)}
          >
            <KitItem
              kit={kit}
              item={item}
              index={index}
              editable={editable}
              tabStop={index === stop}
              onFocus={() => desk.setAt(index)}
              onDrag={(on) => desk.drag(item, on)}
              onRemove={() => void desk.remove(item)}
            />
          </li>
        ))}
      </ol>
      {editable && <AddItems kit={kit} />}
    </section>
  );
}

/** The item that the keyboard is on, what is being dragged, and what the keys do. */
function useItems(kit: KitDetail) {
  const { contents, can, smart } = kit;
  const editable = can.edit && !smart;
  const list = useRef<HTMLOListElement>(null);
  const [at, setAt] = useState(0);
  const [dragged, setDragged] = useState<KitItemView | null>(null);
  const stop = Math.min(at, contents.length - 1);
  const focus = (item: string): void => {
    // After what was changed has come back and is drawn.
    setTimeout(() => list.current?.querySelector<HTMLElement>(`[data-item="${item}"]`)?.focus(), 150);
  };
  const move = useMoving(kit, focus);
  const remove = async (item: KitItemView): Promise<void> => {
    const title = item.asset?.title ?? '';
    const here = contents.indexOf(item);
    const next = contents[here + 1] ?? contents[here - 1];
    if (await editKit({ kit: kit.id, remove: [item.item] }, t`Removed “${title}”.`)) focus(next?.item ?? '');
  };
  const to = (next: number) => () => {
    const item = contents[next];
    if (item === undefined) return false;
    list.current?.querySelector<HTMLElement>(`[data-item="${item.item}"]`)?.focus();
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { target } = event;
    // By the row that has the focus: it keeps it while it moves.
    const here = contents.findIndex(
      ({ item }) => target instanceof HTMLElement && item === target.dataset.item,
    );
    const item = contents[here];
    if (item === undefined) return;
    performKey(event, 'kitItems', {
      next: to(here + 1),
      previous: to(here - 1),
      first: to(0),
      last: to(contents.length - 1),
      moveDown: editable ? () => void move(item, here + 1) : null,
      moveUp: editable ? () => void move(item, here - 1) : null,
      remove: editable ? () => void remove(item) : null,
    });
  };
  const dropOn = (index: number) => (event: DragEvent) => {
    event.preventDefault();
    if (dragged === null) return;
    void move(dragged, index);
    setDragged(null);
  };
  const drag = (item: KitItemView, on: boolean): void => setDragged(on ? item : null);
  return { editable, list, stop, dragged, onKeyDown, dropOn, drag, remove, setAt };
}

/** Finds more for it in place. */
function AddItems({ kit }: Props) {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button
        variant="default"
        size="compact-md"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >{t`Add documents`}</Button>
    );
  return (
    <div className={styles.picker}>
      <AssetPicker
        autoFocus
        label={t`Add to this kit`}
        value={null}
        except={kit.contents.flatMap(({ asset, inKit }) =>
          [asset?.id, inKit?.asset].filter((id) => id !== undefined),
        )}
        onPick={({ id, title }) => void editKit({ kit: kit.id, add: [{ asset: id }] }, t`Added “${title}”.`)}
      />
      <Button variant="subtle" size="compact-md" onClick={() => setOpen(false)}>{t`Done`}</Button>
    </div>
  );
}
