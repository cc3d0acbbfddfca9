import { plural, t } from '@lingui/core/macro';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { takeBackChange } from '../../base/changed-toast.ts';
import { engine } from '../../base/engine-client.ts';
import { showError, showUndo } from '../../base/undo-toast.ts';
import { describeError } from '../../base/wire-error.ts';
import { askForLanguages } from '../variants/variants-state.ts';
import { showPublished } from './published-toast.tsx';
import { publishedWords, whereShown } from './published-words.ts';
import { rowsComeBack } from './use-plan-view.ts';
import type { RowChanges } from './use-row-changes.ts';

/** How long rows that were taken off the table can be put back, in milliseconds. */
const DISCARD_DELAY = 8000;

/** What can be done with rows as a whole. */
export type PublishActions = {
  readonly publishing: boolean;
  /** Rows that were taken off and can still be put back: not to be shown. */
  readonly hidden: ReadonlySet<string>;
  readonly publish: (rows: readonly string[], draft: boolean) => Promise<PublishOutcome>;
  readonly discard: (rows: readonly string[]) => void;
  readonly retry: (rows: readonly string[]) => void;
  readonly cancel: () => void;
};

/** What came of publishing; a refusal's sentence is shown next to the table. */
type PublishOutcome =
  | { readonly outcome: 'published' }
  | { readonly outcome: 'refused'; readonly message: string };

/** Taking rows off the table waits until undo is no longer offered, because the engine forgets them for good. */
function useDiscard(remember: RowChanges['remember']) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Map<readonly string[], ReturnType<typeof setTimeout>>());

  const carryOut = (rows: readonly string[]) => {
    waiting.current.delete(rows);
    engine.publish.discard({ rows: [...rows] }).catch((error: unknown) => {
      setHidden((now) => new Set([...now].filter((id) => !rows.includes(id))));
      showError(error);
    });
  };
  const latest = useRef(carryOut);
  latest.current = carryOut;

  useEffect(() => {
    const pending = waiting.current;
    return () => {
      for (const [rows, timer] of pending) {
        clearTimeout(timer);
        latest.current(rows);
      }
    };
  }, []);

  const discard = (rows: readonly string[]) => {
    if (rows.length === 0) return;
    setHidden((now) => new Set([...now, ...rows]));
    const message = plural(rows.length, {
      one: '# row removed. The file on disk stays.',
      other: '# rows removed. The files on disk stay.',
    });
    let forget: () => void = () => undefined;
    const timer = setTimeout(() => {
      forget();
      latest.current(rows);
    }, DISCARD_DELAY);
    waiting.current.set(rows, timer);
    const undo = async () => {
      if (!waiting.current.has(rows)) {
        showError(t`These rows are already gone. Their files are still where they were: drop them again.`);
        return;
      }
      clearTimeout(timer);
      waiting.current.delete(rows);
      setHidden((now) => new Set([...now].filter((id) => !rows.includes(id))));
    };
    forget = remember(message, undo);
    showUndo({ message, undo });
  };
  return { hidden, discard };
}

/** Publishing, taking off, reading again and stopping. */
export function usePublishActions(remember: RowChanges['remember']): PublishActions {
  const navigate = useNavigate();
  const [publishing, setPublishing] = useState(false);
  const { hidden, discard } = useDiscard(remember);

  /** What takes a publication back: by its toast, or by Ctrl+Z. */
  const taker = (message: string, name: string) => {
    const undo = async () => {
      rowsComeBack.set(true);
      const undone = await takeBackChange(name).catch((error: unknown) => {
        rowsComeBack.set(false);
        throw error;
      });
      if (undone === 0) rowsComeBack.set(false);
    };
    const forget = remember(message, undo);
    return () => {
      forget();
      undo().catch(showError);
    };
  };
  const publish = async (rows: readonly string[], draft: boolean): Promise<PublishOutcome> => {
    setPublishing(true);
    try {
      const { published, languages, undo } = await engine.publish.publish({ rows: [...rows], draft });
      const message = publishedWords(published, draft);
      showPublished(
        message,
        () => void navigate({ to: '/library', search: whereShown(published, draft) }),
        undo === undefined ? null : taker(message, undo),
        languages.length === 0 ? null : () => askForLanguages(languages),
      );
      return { outcome: 'published' };
    } catch (error) {
      return { outcome: 'refused', message: describeError(error).message };
    } finally {
      setPublishing(false);
    }
  };
  const report = (call: Promise<unknown>) => void call.catch(showError);
  return {
    publishing,
    hidden,
    publish,
    discard,
    retry: (rows) => report(engine.publish.retry({ rows: [...rows] })),
    cancel: () => report(engine.publish.cancel()),
  };
}
