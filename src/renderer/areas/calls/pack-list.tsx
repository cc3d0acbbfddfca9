import { plural, t } from '@lingui/core/macro';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconGripVertical, IconPlus, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { CallDetail, PackItem } from '../../../contract/calls.ts';
import { pagesText } from '../../../shared/page-runs.ts';
import { say } from '../../../words/say.ts';
import { Note } from '../../ui/note.tsx';
import { PagesField } from '../../ui/pages-field.tsx';
import { AssetThumbnail } from '../../ui/thumbnail.tsx';
import { useOrderedList } from '../../ui/use-ordered-list.ts';
import { AssetPicker } from '../assets/asset-picker.tsx';
import styles from './calls.module.css';
import { addressOf } from './pack-address.ts';
import { changeCall, inputOf } from './use-calls.ts';

type Props = {
  readonly call: CallDetail;
  /** Whether one looks for more, in place. */
  readonly adding: boolean;
  readonly onAdding: (adding: boolean) => void;
};

/** What goes into the call, in order: moved by drag or Alt with the arrows, taken out by Delete, each with undo. */
export function PackList({ call, adding, onAdding }: Props) {
  const { pack } = call;
  const desk = usePack(call);
  return (
    <section aria-label={t`Pack`}>
      <h2 className={styles.heading}>
        {plural(pack.length, { one: 'Pack: # document', other: 'Pack: # documents' })}
      </h2>
      {pack.length === 0 && <Note>{t`Nothing in it yet. Add what you will show.`}</Note>}
      <ol className={styles.items} ref={desk.list} onKeyDown={desk.onKeyDown}>
        {pack.map((item, index) => (
          <li
            key={item.id}
            className={styles.item}
            onDragOver={(event) => {
              if (desk.isDragging) event.preventDefault();
            }}
            onDrop={desk.dropOn(index)}
          >
            <PackRow
              call={call}
              item={item}
              index={index}
              tabStop={index === desk.stop}
              onFocus={() => desk.setAt(index)}
              onDrag={(on) => desk.drag(item.id, on)}
              onRemove={() => void desk.removeRow(item.id)}
            />
          </li>
        ))}
      </ol>
      {adding ? (
        <AddToPack call={call} onDone={() => onAdding(false)} />
      ) : (
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={16} aria-hidden />}
          title={t`Add documents (A)`}
          onClick={() => onAdding(true)}
        >{t`Add documents`}</Button>
      )}
    </section>
  );
}

function usePack(call: CallDetail) {
  const { id, pack } = call;
  const titleOf = (item: string): string => {
    const found = pack.find((one) => one.id === item);
    return found?.asset?.title ?? found?.title ?? '';
  };
  const keep = (items: readonly PackItem[], message: string): Promise<boolean> =>
    changeCall(id, { pack: items.map(inputOf) }, message);
  return useOrderedList({
    ids: pack.map((item) => item.id),
    editable: true,
    move: async (item, to) => {
      const moved = pack.find((one) => one.id === item);
      if (moved === undefined) return false;
      const others = pack.filter((one) => one !== moved);
      return keep(others.toSpliced(to, 0, moved), t`Moved “${{ title: titleOf(item) }}”.`);
    },
    remove: (item) =>
      keep(
        pack.filter((one) => one.id !== item),
        t`Removed “${{ title: titleOf(item) }}”.`,
      ),
  });
}

type RowProps = {
  readonly call: CallDetail;
  readonly item: PackItem;
  readonly index: number;
  readonly tabStop: boolean;
  readonly onFocus: () => void;
  readonly onDrag: (on: boolean) => void;
  readonly onRemove: () => void;
};

function PackRow({ call, item, index, tabStop, onFocus, onDrag, onRemove }: RowProps) {
  const { asset, why } = item;
  const title = asset?.title ?? item.title;
  return (
    <>
      <span className={styles.number}>{index + 1}</span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for the mouse alone; the keyboard moves an item by Alt with the arrows */}
      <span
        className={styles.grip}
        draggable
        title={t`Drag to move (Alt+↑ and Alt+↓)`}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          onDrag(true);
        }}
        onDragEnd={() => onDrag(false)}
      >
        <IconGripVertical size={16} aria-hidden />
      </span>
      {asset === null ? (
        <span className={styles.away} />
      ) : (
        <AssetThumbnail version={asset.version} title="" width={56} />
      )}
      <span className={styles.words}>
        <Link
          className={styles.itemTitle}
          {...addressOf(call.id, item)}
          data-item={item.id}
          tabIndex={tabStop ? 0 : -1}
          onFocus={onFocus}
          draggable={false}
        >
          {title}
        </Link>
        <span className={styles.facts}>
          {item.pages.length === 0 ? t`Whole document` : t`Pages ${{ pages: pagesText(item.pages) }}`}
          {why !== undefined && ` · ${say(why)}`}
        </span>
      </span>
      {asset?.version.kind === 'pdf' && <PackPages call={call} item={item} title={title} />}
      <Tooltip label={t`Remove (Delete)`}>
        <ActionIcon aria-label={t`Remove ${title}`} tabIndex={-1} onClick={onRemove}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

type PagesProps = Pick<RowProps, 'call' | 'item'> & { readonly title: string };

function PackPages({ call, item, title }: PagesProps) {
  return (
    <PagesField
      pages={item.pages}
      title={title}
      onSave={(pages) =>
        void changeCall(
          call.id,
          { pack: call.pack.map((one) => (one === item ? { ...inputOf(one), pages } : inputOf(one))) },
          t`Changed “${title}”.`,
        )
      }
    />
  );
}

/** Finds more for the call in place, the best for its stage and persona first. */
function AddToPack({ call, onDone }: { readonly call: CallDetail; readonly onDone: () => void }) {
  const { stage, personas, pack } = call;
  const [persona] = personas;
  return (
    <div className={styles.picker}>
      <AssetPicker
        autoFocus
        label={t`Add to the pack`}
        value={null}
        {...(stage !== null && { initialStage: stage })}
        {...(persona !== undefined && { initialPersona: persona })}
        except={pack.map(({ id }) => id)}
        onPick={({ id, title }) =>
          void changeCall(call.id, { pack: [...pack.map(inputOf), { asset: id }] }, t`Added “${title}”.`)
        }
      />
      <Button variant="subtle" size="compact-md" onClick={onDone}>{t`Done`}</Button>
    </div>
  );
}
