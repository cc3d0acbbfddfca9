import { t } from '@lingui/core/macro';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconGripVertical, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Picked } from '../../../contract/assembly.ts';
import { pageUrl } from '../../../contract/shell-channels.ts';
import { say } from '../../../words/say.ts';
import { orpc } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';
import classes from './tray.module.css';
import { trayShown } from './tray-state.ts';
import type { TrayRow } from './use-tray-desk.ts';

type Props = {
  readonly row: TrayRow;
  readonly index: number;
  readonly tabStop: boolean;
  readonly onFocus: () => void;
  readonly onDrag: (on: boolean) => void;
  readonly onRemove: () => void;
  readonly onReplace: (by: Picked) => void;
};

/** In pixels; twice as many are drawn, for dense screens. */
const WIDTH = 96;

/** A picked page or document: how it looks, what it is, or why it can't go out and what to take instead. */
export function TrayItem({ row, index, tabStop, onFocus, onDrag, onRemove, onReplace }: Props) {
  const { picked, checked } = row;
  const { title, held } = checked;
  return (
    <>
      <span className={classes.number}>{index + 1}</span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for the mouse alone; the keyboard moves an item by Alt with the arrows */}
      <span
        className={classes.grip}
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
      <img
        className={classes.picture}
        src={pageUrl(picked.version, picked.page ?? 1, 2 * WIDTH)}
        width={WIDTH}
        alt=""
        draggable={false}
        loading="lazy"
      />
      <span className={classes.words}>
        <Link
          className={classes.title}
          to="/asset/$assetId"
          params={{ assetId: picked.asset }}
          search={{ version: picked.version, ...(picked.page !== undefined && { page: picked.page }) }}
          data-item={row.key}
          tabIndex={tabStop ? 0 : -1}
          onFocus={onFocus}
          onClick={() => trayShown.set(false)}
        >
          {title}
        </Link>
        <span className={classes.quiet}>{placeWords(row)}</span>
        {held !== undefined && <Held row={row} held={held} onReplace={onReplace} />}
      </span>
      <Tooltip label={t`Take out (Delete)`}>
        <ActionIcon size="sm" aria-label={t`Take “${{ title }}” out`} tabIndex={-1} onClick={onRemove}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

function placeWords({ picked, checked }: TrayRow): string {
  if (picked.page === undefined) return t`All pages: ${{ pages: checked.pageCount }}`;
  return t`Page ${{ page: picked.page }} of ${{ pages: checked.pageCount }}`;
}

type HeldProps = Pick<Props, 'row' | 'onReplace'> & {
  readonly held: NonNullable<TrayRow['checked']['held']>;
};

function Held({ row: { picked }, held, onReplace }: HeldProps) {
  const client = useQueryClient();
  const { instead } = held;
  const take = async (asset: Picked['asset']): Promise<void> => {
    try {
      const { version } = await client.fetchQuery(orpc.assets.get.queryOptions({ input: { asset } }));
      const page =
        asset === picked.asset && version.pageCount >= (picked.page ?? 1) ? picked.page : undefined;
      onReplace({ asset, version: version.id, ...(page !== undefined && { page }) });
    } catch (error) {
      showError(error);
    }
  };
  return (
    <>
      <span className={classes.held}>
        <IconAlertTriangle size={16} aria-hidden />
        <span>{say(held.says)}</span>
      </span>
      {instead !== undefined && (
        <Button
          size="compact-sm"
          variant="default"
          className={classes.instead ?? ''}
          onClick={() => void take(instead.asset)}
        >
          {instead.asset === picked.asset
            ? t`Take the current version`
            : t`Take “${{ title: instead.title }}”`}
        </Button>
      )}
    </>
  );
}
