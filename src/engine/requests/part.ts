import type { WithPeople } from '../people/with-people.ts';
import type { WithSeen } from '../seen/with-seen.ts';
import { RequestNewsDesk } from './request-news.ts';

/** Opens what is new about requests. */
export async function requestsPart(replica: WithPeople & WithSeen) {
  const requestNews = new RequestNewsDesk(replica);
  await requestNews.refresh();
  return { requestNews };
}
