import type { RequestCounts } from './measured-bucket.ts';

/** List prices of AWS S3 Standard in us-east-1, November 2026, in dollars a request. Removing is free. */
const PRICE = { get: 0.0004 / 1000, list: 0.005 / 1000, put: 0.005 / 1000 } as const;

/** A working month of a device: how long its window is looked at, how long it is open beside other work. */
const DAYS = 22;
const LOOKED_AT_HOURS = 2;
const OPEN_HOURS = 6;
const LOOKED_AT_SECONDS = 2.5;
const OPEN_SECONDS = 30;
/** Things that a device sends a day, each of which every other device fetches; many of them come at one look. */
const PUSHES_A_DAY = 5;

type Counted = {
  readonly start: RequestCounts;
  readonly idle: RequestCounts;
  readonly rating: RequestCounts;
};

/** What hubs of some sizes cost a month in requests, from what was counted. Dollars. */
export function monthlyCosts({ start, idle, rating }: Counted) {
  const looks = DAYS * 3600 * (LOOKED_AT_HOURS / LOOKED_AT_SECONDS + OPEN_HOURS / OPEN_SECONDS);
  const costOf = ({ get, list, put }: RequestCounts) => get * PRICE.get + list * PRICE.list + put * PRICE.put;
  return Object.fromEntries(
    [50, 500, 5000].map((devices) => {
      const polling = looks * costOf(idle);
      const pushes = devices * PUSHES_A_DAY * DAYS;
      // Whoever looks fetches everything new of the last look at once: a listing a look at most, and a head and a segment each.
      const news = Math.min(pushes, looks) * (PRICE.list + PRICE.get) + pushes * 2 * PRICE.get;
      const own = PUSHES_A_DAY * DAYS * costOf(rating) + DAYS * costOf(start);
      const round = (dollars: number) => Math.round(dollars * 1000) / 1000;
      return [
        `${devices} devices`,
        {
          pollingEach: round(polling),
          newsEach: round(news),
          ownEach: round(own),
          allDevices: Math.round(devices * (polling + news + own) * 100) / 100,
        },
      ];
    }),
  );
}
