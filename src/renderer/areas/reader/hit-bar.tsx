import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useStore } from '../../base/store.ts';
import type { PageWords } from '../../ui/page-words.ts';
import type { DocumentModel } from './document/document-model.ts';
import { MatchWalk } from './find-bar.tsx';
import classes from './reader.module.css';

type Props = {
  readonly model: DocumentModel;
  readonly q: string | undefined;
  readonly shown: boolean;
  readonly unit: PageWords;
  readonly onClear: () => void;
};

/** After a search: what is marked, on how many pages, and on to the next match. */
export function HitBar({ model, q, shown, unit, onClear }: Props) {
  const { matches, matchesByPage, pageCount } = useStore(model.state);
  if (!shown || q === undefined || q.trim() === '' || matches === null) return null;
  const pages = pageCount > 1 ? matchesByPage.size : 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: `search` as an element is not known to every reader yet
    <div className={classes.findBar} role="search" aria-label={t`Matches of your search`}>
      <span className={classes.hitWords}>
        <Trans>
          Highlighted: <b>{q}</b>
        </Trans>{' '}
        {pages > 0 && unit.where(pages)}
      </span>
      <MatchWalk model={model} />
      <Tooltip label={t`Clear highlights`}>
        <ActionIcon aria-label={t`Clear highlights`} onClick={onClear}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
