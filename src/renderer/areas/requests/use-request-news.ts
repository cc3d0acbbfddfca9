import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { z } from 'zod';
import type { RequestNews } from '../../../contract/requests.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { useRemembered } from '../../base/remembered.ts';
import { showError } from '../../base/undo-toast.ts';
import { newsSentence } from './request-words.ts';

const nothing: readonly RequestNews[] = [];

/** What is new about the requests that one made or voted for. */
export function useRequestNews(): readonly RequestNews[] {
  return useQuery(orpc.requests.news.queryOptions()).data ?? nothing;
}

/** Whether the system tells of it; a habit of this device. */
export function useTellsOfRequests(): [boolean, (next: boolean) => void] {
  return useRemembered('requests.notifications', z.boolean(), true);
}

/** Has the system tell of answers and comments that came, each once. A click on it opens the request. */
export function useTellOfRequestNews(): void {
  const news = useRequestNews();
  const [tells] = useTellsOfRequests();
  const router = useRouter();
  useEffect(() => {
    for (const entry of news) {
      if (entry.untold) void tell(entry, tells, router.state.location.pathname).catch(showError);
    }
  }, [news, tells, router]);
}

/** What is being told of, so that news asked for twice are told once. */
const telling = new Set<string>();

async function tell(entry: RequestNews, tells: boolean, screen: string): Promise<void> {
  const key = `${entry.request}/${entry.said}`;
  if (telling.has(key)) return;
  telling.add(key);
  try {
    const link = `/requests/${entry.request}`;
    // Whoever looks at it sees it come.
    const inSight = screen === link && document.hasFocus();
    if (tells && !inSight) {
      const body = entry.text.replace(/\s+/g, ' ').trim().slice(0, 300);
      await window.kitbag.notify({ title: newsSentence(entry).slice(0, 200), body, link });
    }
    // Also where nobody wants to be told: what came meanwhile is not told later, all at once.
    await engine.requests.told({ request: entry.request, said: entry.said });
  } finally {
    telling.delete(key);
  }
}
