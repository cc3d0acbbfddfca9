import { t } from '@lingui/core/macro';
import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useStore } from '../../base/store.ts';
import { formatNumber } from '../../ui/format.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import type { DocumentModel } from './document/document-model.ts';
import classes from './reader.module.css';

type Props = {
  readonly model: DocumentModel;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
};

/** Finds words in the open document: how many, which one, on to the next. */
export function FindBar({ model, text, onText, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const controls = useStore(model.controls);
  useEffect(() => field.current?.select(), []);

  const onKey = (event: KeyboardEvent): void => {
    const handled = performKey(event, 'findBar', {
      next: () => controls?.step?.(1),
      previous: () => controls?.step?.(-1),
      close: onClose,
    });
    if (handled) event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: `search` as an element is not known to every reader yet
    <div className={classes.findBar} role="search" aria-label={t`Find in document`}>
      <TextInput
        ref={field}
        size="xs"
        className={classes.findField}
        aria-label={t`Find in document`}
        placeholder={t`Find in document`}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKey}
        autoFocus
      />
      <MatchWalk model={model} />
      <Tooltip label={t`Close (Esc)`}>
        <ActionIcon aria-label={t`Close find`} onClick={onClose}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

/** Which match of how many, and on to the next or previous one. */
export function MatchWalk({ model }: { readonly model: DocumentModel }) {
  const { matches } = useStore(model.state);
  const controls = useStore(model.controls);
  if (matches === null) return null;
  const { current, total, searching } = matches;
  const at = current > 0 ? formatNumber(current) : '–';
  const found = t`${at} of ${{ total: formatNumber(total) }}`;
  const words = total > 0 ? found : searching ? t`Searching…` : t`No matches`;
  return (
    <span className={classes.walk}>
      <span className={classes.walkCount} role="status" data-testid="match-count">
        {words}
      </span>
      <Tooltip label={t`Previous match (Shift+F3)`}>
        <ActionIcon
          aria-label={t`Previous match`}
          disabled={total === 0}
          onClick={() => controls?.step?.(-1)}
        >
          <IconChevronUp size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t`Next match (F3)`}>
        <ActionIcon aria-label={t`Next match`} disabled={total === 0} onClick={() => controls?.step?.(1)}>
          <IconChevronDown size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}
