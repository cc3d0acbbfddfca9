import { t } from '@lingui/core/macro';
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';

type Props = {
  readonly name: string;
  readonly retired: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly onEdit: () => void;
  readonly onMove: (by: -1 | 1) => void;
  /** Absent where there is nothing to split. */
  readonly onSplit?: (() => void) | undefined;
  readonly onRetire: () => void;
  readonly onBringBack: () => void;
};

/** What can be done with a row of the hub's words: moved, edited, split, retired; a retired one is only brought back. */
export function RowActions({
  name,
  retired,
  first,
  last,
  onEdit,
  onMove,
  onSplit,
  onRetire,
  onBringBack,
}: Props) {
  return (
    <>
      {retired ? null : (
        <>
          <ActionIcon size="md" aria-label={t`Move ${name} up`} disabled={first} onClick={() => onMove(-1)}>
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon size="md" aria-label={t`Move ${name} down`} disabled={last} onClick={() => onMove(1)}>
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
          <Act word={t`Edit`} label={t`Edit ${name}`} onClick={onEdit} />
        </>
      )}
      {retired || onSplit === undefined ? null : (
        <Act word={t`Split`} label={t`Split ${name}`} onClick={onSplit} />
      )}
      {retired ? (
        <Act word={t`Bring back`} label={t`Bring back ${name}`} onClick={onBringBack} />
      ) : (
        <Act word={t`Retire`} label={t`Retire ${name}`} onClick={onRetire} />
      )}
    </>
  );
}

type ActProps = { readonly word: string; readonly label: string; readonly onClick: () => void };

function Act({ word, label, onClick }: ActProps) {
  return (
    <Button size="compact-sm" variant="subtle" color="gray" aria-label={label} onClick={onClick}>
      {word}
    </Button>
  );
}
