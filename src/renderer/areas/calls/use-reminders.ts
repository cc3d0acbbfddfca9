import { plural, t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { engine, orpc } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';
import { formatTime } from '../../ui/format.ts';

type Due = Awaited<ReturnType<typeof engine.calls.reminders>>['due'][number];

/** Whether the system tells of calls, a quarter of an hour before. */
export function useTellsOfCalls(): [boolean, (next: boolean) => void] {
  const { data } = useQuery(orpc.calls.reminders.queryOptions());
  // What was chosen shows at once; what the engine keeps counts where it could not be kept.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const set = (on: boolean): void => {
    setChosen(on);
    engine.calls.remind({ on }).catch((error: unknown) => {
      setChosen(null);
      showError(error);
    });
  };
  return [chosen ?? data?.on ?? true, set];
}

/** Has the system tell of the next call, once. A click on it opens the call. */
export function useTellOfCalls(): void {
  const due = useQuery(orpc.calls.reminders.queryOptions()).data?.due;
  useEffect(() => {
    for (const call of due ?? []) void tell(call).catch(showError);
  }, [due]);
}

/** What is being told of, so that calls asked for twice are told once. */
const telling = new Set<string>();

async function tell(due: Due): Promise<void> {
  const key = `${due.call}/${due.at}`;
  if (telling.has(key)) return;
  telling.add(key);
  try {
    const title = t`${{ time: formatTime(due.at) }}: ${{ title: due.title }}`;
    await window.kitbag.notify({
      title: title.slice(0, 200),
      body: bodyOf(due),
      link: `/calls/${due.call}`,
      quiet: true,
    });
    await engine.calls.reminded({ call: due.call });
  } catch (error) {
    telling.delete(key);
    throw error;
  }
}

function bodyOf({ ready, items, problems, missing }: Due): string {
  if (ready) return t`Ready`;
  if (items === 0) return t`Its pack is empty`;
  return problems === missing
    ? plural(missing, { one: 'One file is missing', other: '# files are missing' })
    : plural(problems, { one: 'One file isn’t ready', other: '# files aren’t ready' });
}
