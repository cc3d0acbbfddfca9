import { checkFlight } from './flight-check.ts';
import type { WithCalls } from './with-calls.ts';

/** The calls of which the system is to tell now, each with what its pack lacks. */
export async function dueReminders(replica: WithCalls) {
  const due = [];
  for (const { id, title, at } of replica.reminders.due()) {
    const { ready, items } = await checkFlight(replica, id);
    const waiting = items.filter(({ ok }) => !ok);
    const away = waiting.filter(({ problems }) => problems.every(({ code }) => code === 'missing'));
    due.push({
      call: id,
      ...{ title, at, ready },
      items: items.length,
      problems: waiting.length,
      missing: away.length,
    });
  }
  return { on: replica.calls.reminds, due };
}
