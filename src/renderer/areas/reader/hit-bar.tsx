import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useStore } from '../../base/store.ts';
import { plural } from '../../ui/plural.ts';
import type { DocumentModel } from './document/document-model.ts';
import { MatchWalk } from './find-bar.tsx';
import classes from './reader.module.css';

type Props = {
  readonly model: DocumentModel;
  readonly q: string | undefined;
  readonly shown: boolean;
  readonly word: string;
  readonly onClear: () => void;
};

/** After a search: what is marked, on how many pages, and on to the next match. */
export function HitBar({ model, q, shown, word, onClear }: Props) {
  const { matches, matchesByPage, pageCount } = useStore(model.state);
  if (!shown || q === undefined || q.trim() === '' || matches === null) return null;
  const pages = pageCount > 1 && matchesByPage.size > 0 ? ` on ${plural(matchesByPage.size, word)}` : '';
  return (
    // biome-ignore lint/a11y/useSemanticElements: `search` as an element is not known to every reader yet
    <div className={classes.findBar} role="search" aria-label="Matches of your search">
      <span className={classes.hitWords}>
        Marked: <b>{q}</b>
        {pages}
      </span>
      <MatchWalk model={model} />
      <Tooltip label="Clear highlights">
        <ActionIcon aria-label="Clear highlights" onClick={onClear}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
