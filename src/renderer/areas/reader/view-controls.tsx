import { t } from '@lingui/core/macro';
import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import {
  IconArrowAutofitWidth,
  IconArrowsMaximize,
  IconChevronLeft,
  IconChevronRight,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useStore } from '../../base/store.ts';
import { formatNumber, formatPercent } from '../../ui/format.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import type { PageWords } from '../../ui/page-words.ts';
import type { DocumentModel } from './document/document-model.ts';
import classes from './reader.module.css';

type Props = { readonly model: DocumentModel; readonly unit: PageWords };

/** The page that a person means by what was typed: its number or the document's own name for it. */
function pageMeant(text: string, labels: readonly string[] | null): number | null {
  const wanted = text.trim().toLowerCase();
  const labelled = labels?.findIndex((label) => label.toLowerCase() === wanted) ?? -1;
  if (labelled >= 0) return labelled + 1;
  const number = Number(wanted);
  return Number.isInteger(number) && number > 0 ? number : null;
}

/** Which page of how many; another one can be typed. */
export function PageControl({ model, unit }: Props) {
  const { page, pageCount, labels } = useStore(model.state);
  const controls = useStore(model.controls);
  const label = labels?.[page - 1];
  // A long name would not fit, and stands in the page list.
  const named = label !== undefined && label.length <= 6;
  const shown = named ? label : String(page);
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped(shown), [shown]);
  if (pageCount < 2) return null;
  const go = (): void => {
    const meant = pageMeant(typed, labels);
    if (meant !== null && meant <= pageCount) controls?.goToPage(meant);
    else setTyped(shown);
  };
  const onKey = (event: KeyboardEvent): void => {
    const handled = performKey(event, 'pages', {
      go,
      restore: () => setTyped(shown),
      next: null,
      previous: null,
      ...{ first: null, last: null, pick: null },
    });
    if (handled) event.stopPropagation();
  };
  return (
    <span className={classes.group}>
      <Tooltip label={unit.previous}>
        <ActionIcon
          aria-label={unit.previous}
          disabled={page <= 1}
          onClick={() => controls?.goToPage(page - 1)}
        >
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <TextInput
        size="xs"
        className={classes.pageField}
        aria-label={unit.goTo}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => setTyped(shown)}
        onKeyDown={onKey}
      />
      <span className={classes.ofPages} data-testid="page-of">
        {ofPages(pageCount, named ? page : undefined)}
      </span>
      <Tooltip label={unit.next}>
        <ActionIcon
          aria-label={unit.next}
          disabled={page >= pageCount}
          onClick={() => controls?.goToPage(page + 1)}
        >
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}

/** `of 12`; `3 of 12` where the field beside it has the name of the page. */
function ofPages(count: number, page: number | undefined): string {
  const pages = formatNumber(count);
  return page === undefined ? t`of ${pages}` : t`${{ page: formatNumber(page) }} of ${pages}`;
}

/** How large the document is shown. */
export function ZoomControl({ model }: { readonly model: DocumentModel }) {
  const { zoom } = useStore(model.state);
  const controls = useStore(model.controls);
  const change = controls?.zoom;
  if (zoom === null || change === undefined) return null;
  return (
    <span className={classes.group}>
      <Tooltip label={t`Smaller (−)`}>
        <ActionIcon aria-label={t`Zoom out`} onClick={() => change('out')}>
          <IconZoomOut size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <span className={classes.percent} data-testid="zoom">
        {formatPercent(zoom.percent / 100)}
      </span>
      <Tooltip label={t`Larger (+)`}>
        <ActionIcon aria-label={t`Zoom in`} onClick={() => change('in')}>
          <IconZoomIn size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {controls?.fits === true && (
        <>
          <Tooltip label={t`Fit width (0)`}>
            <ActionIcon
              aria-label={t`Fit width`}
              aria-pressed={zoom.fit === 'width'}
              onClick={() => change('width')}
            >
              <IconArrowAutofitWidth size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t`Fit page`}>
            <ActionIcon
              aria-label={t`Fit page`}
              aria-pressed={zoom.fit === 'page'}
              onClick={() => change('page')}
            >
              <IconArrowsMaximize size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </>
      )}
    </span>
  );
}
