import { useRouter } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';
import { showError } from '../../ui/undo-toast.ts';
import type { RatingActions } from '../rating/use-rating.ts';
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

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="combobox"]') !== null)
  );
}

/** Something lies over the reader and has the keys: a dialog, a menu, a list of choices. */
function isCovered(target: EventTarget | null): boolean {
  return (
    document.querySelector('[aria-modal="true"]') !== null ||
    (target instanceof Element && target.closest('[data-portal], [role="dialog"], [role="menu"]') !== null)
  );
}

function copySelection(actions: FileActions): void {
  const text = document.getSelection()?.toString() ?? '';
  if (text.trim() === '') void actions.copy();
  else window.kitbag.copyText({ text: text.slice(0, 4_000_000) }).catch(showError);
}

/** With Ctrl or Cmd held. True when the key was one of the reader's. */
function chord(event: KeyboardEvent, options: Options): boolean {
  const { model, search, actions } = options;
  const zoom = model.controls.get()?.zoom;
  switch (event.key.toLowerCase()) {
    case 'f':
      if (model.state.get().canFind) search.openBar();
      return model.state.get().canFind;
    case 'c':
      if (isTyping(event.target)) return false;
      copySelection(actions);
      return true;
    case 'a': {
      if (isTyping(event.target)) return false;
      const box = options.stage.current?.querySelector('[data-reader-scroll]');
      if (box) document.getSelection()?.selectAllChildren(box);
      return true;
    }
    case 's':
      void actions.save();
      return true;
    case '+':
    case '=':
      zoom?.('in');
      return true;
    case '-':
      zoom?.('out');
      return true;
    case '0':
      zoom?.('actual');
      return true;
    default:
      return false;
  }
}

/** Single keys, while nobody types. True when the key was one of the reader's. */
function single(event: KeyboardEvent, options: Options, leave: () => void): boolean {
  const { model, rating, commentField, search, panes } = options;
  const controls = model.controls.get();
  const { page, pageCount } = model.state.get();
  if (/^[1-5]$/.test(event.key)) {
    if (!rating.busy && !event.repeat) rating.give(Number(event.key));
    return true;
  }
  switch (event.key) {
    case 'c':
      commentField.current?.focus();
      return commentField.current !== null;
    case 'F3':
      controls?.step?.(event.shiftKey ? -1 : 1);
      return true;
    case '+':
    case '=':
      controls?.zoom?.('in');
      return true;
    case '-':
      controls?.zoom?.('out');
      return true;
    case '0':
      controls?.zoom?.('width');
      return true;
    case 'Home':
      controls?.goToPage(1);
      return pageCount > 1;
    case 'End':
      controls?.goToPage(pageCount);
      return pageCount > 1;
    case 'ArrowRight':
    case 'ArrowLeft': {
      const area = event.target instanceof Element ? event.target.closest('[data-reader-scroll]') : null;
      const sideways = area !== null && area.scrollWidth > area.clientWidth + 1;
      const media = event.target instanceof HTMLMediaElement;
      if (pageCount < 2 || sideways || media) return false;
      controls?.goToPage(page + (event.key === 'ArrowRight' ? 1 : -1));
      return true;
    }
    case 'F5':
      options.presenting.start();
      return true;
    case 'Escape':
      if (search.barOpen) search.closeBar();
      else if (panes.detailsShown && window.innerWidth <= 1100) panes.toggleDetails();
      else leave();
      return true;
    default:
      return false;
  }
}

/** Scrolls the document by a screenful where the focus is beside it. */
function scrollDocument(event: KeyboardEvent, stage: HTMLElement | null): boolean {
  const box = stage?.querySelector('[data-reader-scroll]');
  const there = event.target instanceof Node && box?.contains(event.target) === true;
  if (!(box instanceof HTMLElement) || there) return false;
  const step = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
  if (step === 0) return false;
  box.scrollTop += step * (box.clientHeight - 40);
  return true;
}

/** The reader's keys, wherever the focus is in it. */
export function useReaderKeys(options: Options): void {
  const router = useRouter();
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    const leave = (): void => {
      if (router.history.canGoBack()) router.history.back();
      else void router.navigate({ to: '/library' });
    };
    const onKey = (event: KeyboardEvent): void => {
      const now = latest.current;
      if (event.defaultPrevented || event.altKey || now.presenting.on || isCovered(event.target)) return;
      const handled =
        event.ctrlKey || event.metaKey
          ? chord(event, now)
          : !isTyping(event.target) &&
            (single(event, now, leave) || scrollDocument(event, now.stage.current));
      if (handled) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [router]);
}
