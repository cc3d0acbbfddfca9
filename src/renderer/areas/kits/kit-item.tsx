import { t } from '@lingui/core/macro';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconGripVertical, IconPinned, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { KitDetail, KitEdit, KitItemView } from '../../../contract/kits.ts';
import { pagesText } from '../../../shared/page-runs.ts';
import { useTermNames } from '../../base/use-taxonomy.ts';
import { PagesField } from '../../ui/pages-field.tsx';
import { Pill } from '../../ui/pill.tsx';
import { SavedField } from '../../ui/saved-field.tsx';
import { AssetThumbnail } from '../../ui/thumbnail.tsx';
import { itemWarning, otherEditionWords } from './kit-words.ts';
import styles from './kits.module.css';
import { editKit } from './use-kits.ts';

type Props = {
  readonly kit: KitDetail;
  readonly item: KitItemView;
  readonly index: number;
  readonly editable: boolean;
  readonly tabStop: boolean;
  readonly onFocus: () => void;
  readonly onDrag: (on: boolean) => void;
  readonly onRemove: () => void;
};

/** An item of a kit: which document, which pages of which version, why, and what is the matter. */
export function KitItem({ kit, item, index, editable, tabStop, onFocus, onDrag, onRemove }: Props) {
  const { asset, why } = item;
  const warning = itemWarning(item);
  const title = asset?.title ?? t`A document that is not here`;
  return (
    <>
      <span className={styles.number}>{index + 1}</span>
      {editable && (
        // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse alone; the keyboard moves an item by Alt with the arrows
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
      )}
      {asset === null ? (
        <span className={styles.away} />
      ) : (
        <AssetThumbnail version={asset.version} title="" width={56} />
      )}
      <span className={styles.words}>
        <ItemTitle kit={kit} item={item} title={title} tabStop={tabStop} onFocus={onFocus} />
        <span className={styles.facts}>
          {warning !== undefined && <Pill tone="warn">{warning}</Pill>}
          <ItemFacts item={item} />
          {item.instead !== undefined && (
            <Link
              className={styles.instead}
              to="/asset/$assetId"
              params={{ assetId: item.instead.asset }}
              tabIndex={tabStop ? 0 : -1}
            >
              {t`Use instead: “${{ title: item.instead.title }}”`}
            </Link>
          )}
        </span>
        {editable ? <ItemEditors kit={kit} item={item} title={title} /> : why !== '' && <span>{why}</span>}
      </span>
      {editable && (
        <Tooltip label={t`Remove (Delete)`}>
          <ActionIcon aria-label={t`Remove ${title}`} tabIndex={-1} onClick={onRemove}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  );
}

type TitleProps = Pick<Props, 'kit' | 'item' | 'tabStop' | 'onFocus'> & { readonly title: string };

/** Opens the document at the first of its pages, as part of the kit. */
function ItemTitle({ kit, item, title, tabStop, onFocus }: TitleProps) {
  const shared = { 'data-item': item.item, tabIndex: tabStop ? 0 : -1, onFocus } as const;
  if (item.asset === null)
    return (
      <button type="button" className={styles.itemTitle} {...shared}>
        {title}
      </button>
    );
  const page = item.pages[0]?.[0];
  const version = item.version?.id;
  return (
    <Link
      className={styles.itemTitle}
      to="/asset/$assetId"
      params={{ assetId: item.asset.id }}
      search={{ kit: kit.id, ...(page !== undefined && { page }), ...(version !== undefined && { version }) }}
      draggable={false}
      {...shared}
    >
      {title}
    </Link>
  );
}

function ItemFacts({ item: { asset, inKit, pages, version } }: { readonly item: KitItemView }) {
  const names = useTermNames();
  const facts = [
    ...(asset === null ? [] : [names.type(asset.type)]),
    pages.length === 0 ? t`Whole document` : t`Pages ${{ pages: pagesText(pages) }}`,
    ...(version === null ? [] : [t`Version ${{ number: version.number }}`]),
    ...(asset === null || inKit === undefined ? [] : [otherEditionWords(asset, inKit)]),
  ];
  return <span>{facts.join(' · ')}</span>;
}

type EditorProps = Pick<Props, 'kit' | 'item'> & { readonly title: string };

function ItemEditors({ kit, item, title }: EditorProps) {
  const { asset, inKit, version } = item;
  // Pages and a version are those of the edition that one sees: it is the one that stays in the kit then.
  const edition = asset === null || inKit === undefined ? {} : { asset: asset.id };
  const change = (what: Omit<KitEdit['change'][number], 'item'>): void =>
    void editKit({ kit: kit.id, change: [{ item: item.item, ...what }] }, t`Changed “${title}”.`);
  return (
    <span className={styles.editors}>
      <SavedField
        label={t`Why ${title} is in it`}
        placeholder={t`Why it is in the kit`}
        value={item.why}
        onSave={(why) => change({ why })}
      />
      <PagesField pages={item.pages} title={title} onSave={(pages) => change({ ...edition, pages })} />
      {asset !== null && (
        <Tooltip label={version === null ? t`Stay with this version` : t`Follow the current version`}>
          <ActionIcon
            aria-label={t`Stay with this version of ${title}`}
            aria-pressed={version !== null}
            onClick={() => change({ ...edition, version: version === null ? asset.version.id : null })}
          >
            <IconPinned size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </span>
  );
}
