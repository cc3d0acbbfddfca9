import { t } from '@lingui/core/macro';
import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import type { CheckedSend, SendItem } from '../../../contract/sends.ts';
import { say } from '../../../words/say.ts';
import classes from './sends.module.css';

type Props = {
  readonly item: CheckedSend;
  /** The pages as they were typed. */
  readonly typed: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly autoFocus: boolean;
  readonly onPages: (pages: string) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly onReplace: (asset: SendItem['asset']) => void;
};

/** One thing that is to go out: all of it or some pages; or why it can't, and what to take instead. */
export function SendRow(props: Props) {
  const { item, typed, first, last, onPages, onMove, onRemove } = props;
  const { title, held, cuts } = item;
  return (
    <li className={classes.item} data-held={held !== undefined || undefined}>
      <div className={classes.itemHead}>
        <span className={classes.itemTitle}>{title}</span>
        {!(first && last) && (
          <>
            <Tooltip label={t`Move up`}>
              <ActionIcon
                size="sm"
                aria-label={t`Move “${{ title }}” up`}
                disabled={first}
                onClick={() => onMove(-1)}
              >
                <IconArrowUp size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t`Move down`}>
              <ActionIcon
                size="sm"
                aria-label={t`Move “${{ title }}” down`}
                disabled={last}
                onClick={() => onMove(1)}
              >
                <IconArrowDown size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </>
        )}
        <Tooltip label={t`Leave out`}>
          <ActionIcon size="sm" aria-label={t`Leave “${{ title }}” out`} onClick={onRemove}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <p className={classes.quiet}>{item.fileName}</p>
      {(cuts || typed !== '') && (held === undefined || held.code === 'pages') && (
        <TextInput
          size="xs"
          className={classes.pages ?? ''}
          label={t`Pages of “${{ title }}”`}
          placeholder={t`All ${{ pages: item.pageCount }} pages, or 1-3, 7`}
          maxLength={300}
          value={typed}
          error={held?.code === 'pages' ? say(held.says) : null}
          onChange={(event) => onPages(event.currentTarget.value)}
        />
      )}
      {held !== undefined && held.code !== 'pages' && <Held {...props} held={held} />}
    </li>
  );
}

function Held({
  item,
  held,
  autoFocus,
  onReplace,
}: Pick<Props, 'item' | 'autoFocus' | 'onReplace'> & { readonly held: NonNullable<CheckedSend['held']> }) {
  const { instead } = held;
  return (
    <>
      <p className={classes.held}>
        <IconAlertTriangle size={16} aria-hidden />
        <span>{say(held.says)}</span>
      </p>
      {instead !== undefined && (
        <Button
          size="compact-sm"
          variant="default"
          className={classes.instead ?? ''}
          data-autofocus={autoFocus || undefined}
          onClick={() => onReplace(instead.asset)}
        >
          {instead.asset === item.asset ? t`Send the current version` : t`Send “${{ title: instead.title }}”`}
        </Button>
      )}
    </>
  );
}
