import { useRouter } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { isTextField } from '../../ui/keys/keys.ts';
import { type KeyActions, performKey } from '../../ui/keys/perform-key.ts';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import type { RatingActions } from '../ratings/use-rating.ts';
import type { DocumentModel } from './document/document-model.ts';
import type { FileActions } from './file-actions.ts';
import type { FindState } from './use-find.ts';
import type { Panes } from './use-panes.ts';
import type { Presenting } from './use-presenting.ts';

type Options = {
  readonly model: DocumentModel;
  readonly rating: RatingActions;
  readonly commentField: RefObject<HTMLInputElement | null>;
  readonly search: FindState;
  readonly presenting: Presenting;
  readonly panes: Panes;
  readonly actions: FileActions;
  readonly stage: RefObject<HTMLElement | null>;
};

function copySelection(actions: FileActions): void {
  const text = document.getSelection()?.toString() ?? '';
  if (text.trim() === '') void actions.copy();
  else void actions.copyWords(text);
}

/** What each key does now: with the focus in a field only those that write nothing there. */
function actionsOf(event: KeyboardEvent, options: Options, leave: () => void): KeyActions<'reader'> {
  const { model, search, actions } = options;
  const controls = model.controls.get();
  const writing = isTextField(event.target);
  const plain = <Action extends () => unknown>(action: Action): Action | null => (writing ? null : action);
  const zoom = controls?.zoom;
  return {
    ...ratingKeys(event, options, writing),
    ...pageKeys(event, options, writing),
    // The zoom keys with Ctrl are the document's also from its fields.
    zoomIn: writing && !event.ctrlKey && !event.metaKey ? null : () => zoom?.('in'),
    zoomOut: writing && !event.ctrlKey && !event.metaKey ? null : () => zoom?.('out'),
    actualSize: () => zoom?.('actual'),
    fitWidth: plain(() => zoom?.('width')),
    find: model.state.get().canFind ? search.openBar : null,
    nextMatch: plain(() => controls?.step?.(1)),
    previousMatch: plain(() => controls?.step?.(-1)),
    present: plain(options.presenting.start),
    copy: plain(() => copySelection(actions)),
    selectText: plain(() => selectText(options.stage.current)),
    save: () => void actions.save(),
    send: plain(actions.send),
    tray: plain(() => actions.pick(model.state.get().page)),
    leave: plain(() => leaveStep(options, leave)),
  };
}

type RatingKey = 'rate1' | 'rate2' | 'rate3' | 'rate4' | 'rate5' | 'comment';

function ratingKeys(
  event: KeyboardEvent,
  { rating, commentField }: Options,
  writing: boolean,
): Pick<KeyActions<'reader'>, RatingKey> {
  const give = (value: number) =>
    writing
      ? null
      : () => {
          if (!event.repeat) rating.give(value);
        };
  const comment = (): boolean => {
    commentField.current?.focus();
    return commentField.current !== null;
  };
  return {
    rate1: give(1),
    rate2: give(2),
    rate3: give(3),
    rate4: give(4),
    rate5: give(5),
    comment: writing ? null : comment,
  };
}

type PageKey = 'nextPage' | 'previousPage' | 'firstPage' | 'lastPage' | 'screenDown' | 'screenUp';

function pageKeys(
  { target }: KeyboardEvent,
  { model, stage }: Options,
  writing: boolean,
): Pick<KeyActions<'reader'>, PageKey> {
  const { page, pageCount } = model.state.get();
  const area = target instanceof Element ? target.closest('[data-reader-scroll]') : null;
  const sideways = area !== null && area.scrollWidth > area.clientWidth + 1;
  const turns = !writing && pageCount > 1;
  const to = (next: number) => () => model.controls.get()?.goToPage(next);
  const aside = !turns || sideways || target instanceof HTMLMediaElement;
  const scroll = (screens: number) => (writing ? null : () => scrollDocument(target, stage.current, screens));
  return {
    nextPage: aside ? null : to(page + 1),
    previousPage: aside ? null : to(page - 1),
    firstPage: turns ? to(1) : null,
    lastPage: turns ? to(pageCount) : null,
    screenDown: scroll(1),
    screenUp: scroll(-1),
  };
}

function selectText(stage: HTMLElement | null): void {
  const box = stage?.querySelector('[data-reader-scroll]');
  if (box) document.getSelection()?.selectAllChildren(box);
}

/** Closes what lies over the document, one thing at a time, then the document. */
function leaveStep({ search, panes }: Options, leave: () => void): void {
  if (search.barOpen) search.closeBar();
  else if (panes.detailsShown && window.innerWidth <= 1100) panes.toggleDetails();
  else leave();
}

/** Scrolls the document by screens where the focus is beside it. */
function scrollDocument(target: EventTarget | null, stage: HTMLElement | null, screens: number): boolean {
  const box = stage?.querySelector('[data-reader-scroll]');
  const there = target instanceof Node && box?.contains(target) === true;
  if (!(box instanceof HTMLElement) || there) return false;
  box.scrollTop += screens * (box.clientHeight - 40);
  return true;
}

/** The reader's keys, wherever the focus is in it. */
export function useReaderKeys(options: Options): void {
  const router = useRouter();
  const leave = (): void => {
    if (router.history.canGoBack()) router.history.back();
    else void router.navigate({ to: '/library' });
  };
  usePageKeys(
    (event) => {
      if (!options.presenting.on) performKey(event, 'reader', actionsOf(event, options, leave));
    },
    { whileWriting: true },
  );
}
