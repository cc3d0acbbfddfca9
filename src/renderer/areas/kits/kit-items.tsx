import { plural, t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { KitDetail } from '../../../contract/kits.ts';
import { Note } from '../../ui/note.tsx';
import { useOrderedList } from '../../ui/use-ordered-list.ts';
import { AssetPicker } from '../assets/asset-picker.tsx';
import { KitItem } from './kit-item.tsx';
import styles from './kits.module.css';
import { editKit } from './use-kits.ts';

type Props = { readonly kit: KitDetail };

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
              if (desk.isDragging) event.preventDefault();
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
              onDrag={(on) => desk.drag(item.item, on)}
              onRemove={() => void desk.removeRow(item.item)}
            />
          </li>
        ))}
      </ol>
      {editable && <AddItems kit={kit} />}
    </section>
  );
}

/** What keys, drags and buttons do with the items. */
function useItems({ id, contents, can, smart }: KitDetail) {
  const editable = can.edit && !smart;
  const titleOf = (item: string): string => contents.find((one) => one.item === item)?.asset?.title ?? '';
  const list = useOrderedList({
    ids: contents.map(({ item }) => item),
    editable,
    move: (item, to) => {
      const others = contents.filter((one) => one.item !== item);
      const before = others[to]?.item ?? null;
      return editKit({ kit: id, move: { items: [item], before } }, t`Moved “${{ title: titleOf(item) }}”.`);
    },
    remove: (item) => editKit({ kit: id, remove: [item] }, t`Removed “${{ title: titleOf(item) }}”.`),
  });
  return { ...list, editable };
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
