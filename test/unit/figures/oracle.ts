import type { FoldEvent } from '../../../src/domain/kernel/fold-event.ts';

/**
 * What the figures are, worked out a second time: straight from the raw events, one loop a figure, nothing remembered, nothing shared with
 * the domain but the shape of an event. Slow and plain on purpose. Events come in the order of their stamps.
 */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PROMISED: Record<string, number> = { small: 3, medium: 7, large: 15 };

type Body = Record<string, unknown> & {
  readonly at: number;
  readonly asset: string;
  readonly request: string;
  readonly id: string;
};
type Raw = Omit<FoldEvent, 'body'> & { readonly body: Body; readonly place: number; readonly role: string };

/** What the oracle looks at. */
export type Question = {
  readonly events: readonly FoldEvent[];
  readonly now: number;
  readonly from: number;
  readonly to: number;
  /** At which place a search finds an asset; null where it does not. */
  readonly placeOf: (query: string, asset: string) => number | null;
};

/** The answers, one a figure of the table of definitions. */
export class Oracle {
  readonly #all: readonly Raw[];
  readonly #now: number;
  readonly #from: number;
  readonly #to: number;
  readonly #placeOf: Question['placeOf'];

  constructor({ events, now, from, to, placeOf }: Question) {
    this.#all = events.map((event, place) => ({
      ...event,
      body: event.body as Body,
      place,
      role: roleAt(events, event.member, place),
    }));
    this.#now = now;
    this.#from = from;
    this.#to = to;
    this.#placeOf = placeOf;
  }

  // Who did what.

  #of(...kinds: string[]): Raw[] {
    return this.#all.filter(({ kind }) => kinds.includes(kind));
  }

  #byMarketing(...kinds: string[]): Raw[] {
    return this.#of(...kinds).filter((event) => event.role !== 'rep' && this.#isFirst(event));
  }

  /** An asset is added once: a later adding of the same one changes nothing. */
  #isFirst(event: Raw): boolean {
    if (event.kind !== 'asset-added') return true;
    const adding = this.#of('asset-added').filter(({ role }) => role !== 'rep');
    return adding.find(({ body }) => body.asset === event.body.asset) === event;
  }

  #terms(kind: string): Body[] {
    const defined = this.#of(kind).filter(({ role }) => role === 'lead');
    return [...new Set(defined.map(({ body }) => body.id))].map(
      (id) => defined.findLast(({ body }) => body.id === id)?.body as Body,
    );
  }

  #live(kind: string): string[] {
    return this.#terms(kind)
      .filter(({ retired }) => retired !== true)
      .map(({ id }) => id);
  }

  #now_(kind: string, id: string): string {
    const path = [id];
    for (;;) {
      const term = this.#terms(kind).find((one) => one.id === path.at(-1));
      const next = term?.retired === true ? (term.successor as string | undefined) : undefined;
      if (next === undefined || !this.#terms(kind).some((one) => one.id === next))
        return path.at(-1) as string;
      if (path.includes(next)) return id;
      path.push(next);
    }
  }

  // Assets.

  #assets(): string[] {
    return [...new Set(this.#byMarketing('asset-added').map(({ body }) => body.asset))];
  }

  #field(asset: string, name: string): unknown {
    const set = this.#byMarketing('asset-added', 'asset-edited')
      .filter(({ body }) => body.asset === asset)
      .map(({ body }) => (body.fields ?? body.set) as Record<string, unknown>)
      .filter((fields) => fields[name] !== undefined);
    return set.at(-1)?.[name];
  }

  #versions(asset: string): { id: string; at: number; place: number }[] {
    const added = this.#byMarketing('asset-added', 'asset-version-added').filter(
      ({ body }) => body.asset === asset,
    );
    return added.map(({ body, place }) => ({
      id: (body.version as { id: string }).id,
      at: body.at,
      place,
    }));
  }

  /** The start of freshness of what was current at a time. */
  #freshSince(asset: string, time: number): number | undefined {
    const current = this.#versions(asset).findLast(({ at }) => at <= time);
    if (current === undefined) return undefined;
    const verified = this.#byMarketing('asset-verified')
      .filter(({ body, place }) => body.asset === asset && place > current.place)
      .at(-1);
    return Math.max(current.at, verified !== undefined && verified.body.at <= time ? verified.body.at : 0);
  }

  #endOfToday(): number {
    return Math.floor(this.#now / DAY) * DAY + DAY - 1;
  }

  #published(): string[] {
    const today = new Date(this.#now).toISOString().slice(0, 10);
    return this.#assets().filter((asset) => {
      const expires = this.#field(asset, 'expiresOn') as string | undefined;
      return this.#field(asset, 'status') === 'published' && !(expires !== undefined && expires < today);
    });
  }

  #isFresh(asset: string): boolean {
    return this.#endOfToday() - (this.#freshSince(asset, this.#endOfToday()) ?? 0) <= 90 * DAY;
  }

  freshness(): Record<string, string> {
    return Object.fromEntries(
      this.#published().map((asset) => [asset, this.#isFresh(asset) ? 'fresh' : 'stale']),
    );
  }

  // Use and searches, by reps.

  #uses(asset: string, from: number, to: number): number {
    return this.#of('asset-viewed', 'asset-shared').filter(
      ({ body, role }) => role === 'rep' && body.asset === asset && body.at >= from && body.at < to,
    ).length;
  }

  #searches(from: number, to: number): Raw[] {
    return this.#of('searched').filter(({ body, role }) => role === 'rep' && body.at >= from && body.at < to);
  }

  uses(): Record<string, number> {
    return Object.fromEntries(
      this.#published().map((asset) => [asset, this.#uses(asset, this.#from, this.#to)]),
    );
  }

  usesEver(): Record<string, number> {
    return Object.fromEntries(
      this.#published().map((asset) => [asset, this.#uses(asset, 0, Number.MAX_VALUE)]),
    );
  }

  #publishedBefore(to: number): string[] {
    return this.#published().filter((asset) => {
      const out = this.#byMarketing('asset-added', 'asset-edited').find(({ body }) => {
        const fields = (body.fields ?? body.set) as { status?: string };
        return body.asset === asset && fields.status === 'published';
      });
      return out !== undefined && out.body.at < to;
    });
  }

  #adoption(from: number, to: number): [number, number] {
    const there = this.#publishedBefore(to);
    return [there.filter((asset) => this.#uses(asset, from, to) > 0).length, there.length];
  }

  adoption() {
    const before = this.#from - (this.#to - this.#from);
    const wasUsed = this.#of('asset-viewed', 'asset-shared').some(
      ({ body, role }) => role === 'rep' && body.at >= before && body.at < this.#from,
    );
    const compared = this.#compared((from, to) => this.#adoption(from, to));
    return wasUsed ? compared : { ...compared, previous: null };
  }

  unused(): string[] {
    return this.#publishedBefore(this.#to)
      .filter((asset) => this.#uses(asset, this.#from, this.#to) === 0)
      .sort();
  }

  staleButHot(): string[] {
    const counts = this.#published().map((asset) => this.#uses(asset, this.#from, this.#to));
    const middle = counts.sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    return this.#published()
      .filter((asset) => !this.#isFresh(asset))
      .filter((asset) => this.#uses(asset, this.#from, this.#to) >= Math.max(1, middle))
      .sort();
  }

  noResultRate() {
    return this.#compared((from, to) => {
      const all = this.#searches(from, to);
      const vain = all.filter(({ body }) => body.results === 0 && body.opened === undefined);
      return [vain.length, all.length];
    });
  }

  clickThrough() {
    const all = this.#searches(this.#from, this.#to);
    return { part: all.filter(({ body }) => body.opened !== undefined).length, whole: all.length };
  }

  #places(): number[] {
    return this.#searches(this.#from, this.#to).flatMap(
      ({ body }) => (body.position as number | undefined) ?? [],
    );
  }

  clickPosition(): number | null {
    return mean(this.#places());
  }

  mrr(): number | null {
    return mean(this.#places().map((place) => 1 / place));
  }

  goldenMrr(): number | null {
    const queries = this.#terms('golden-query-defined').filter(({ retired }) => retired !== true);
    return mean(
      queries.map((body) => {
        const places = (body.assets as string[]).flatMap(
          (asset) => this.#placeOf(body.query as string, asset) ?? [],
        );
        return places.length === 0 ? 0 : 1 / Math.min(...places);
      }),
    );
  }

  // Coverage and demand.

  #coveredAt(fresh: (asset: string) => boolean): [number, number] {
    const cells = this.#cells();
    const covered = cells.filter(([stage, persona]) =>
      this.#published().some((asset) => fresh(asset) && this.#isFor(asset, stage, persona)),
    );
    return [covered.length, cells.length];
  }

  #cells(): [string, string][] {
    return this.#live('stage-defined').flatMap((stage) =>
      this.#live('persona-defined').map((persona): [string, string] => [stage, persona]),
    );
  }

  #isFor(asset: string, stage: string, persona: string): boolean {
    const [stages, personas] = [this.#field(asset, 'stages'), this.#field(asset, 'personas')];
    return (stages as string[]).includes(stage) && (personas as string[]).includes(persona);
  }

  coverage() {
    const [part, whole] = this.#coveredAt((asset) => this.#isFresh(asset));
    const [before] = this.#coveredAt((asset) => {
      const since = this.#freshSince(asset, this.#from);
      return since !== undefined && this.#from - since <= 90 * DAY;
    });
    const had = this.#founded() <= this.#from && whole > 0;
    return { part, whole, value: share(part, whole), previous: had ? share(before, whole) : null };
  }

  #demand(stage: string, persona: string): number {
    const isHere = (body: Body): boolean =>
      body.stage !== undefined &&
      body.persona !== undefined &&
      this.#now_('stage-defined', body.stage as string) === stage &&
      this.#now_('persona-defined', body.persona as string) === persona;
    const searches = this.#searches(this.#from, this.#to).filter(({ body }) => isHere(body)).length;
    const asked = this.#requests()
      .filter(({ body }) => isHere(body))
      .map(({ body, member }) => {
        const voters = [1, 2, 3, 4].filter((number) => {
          const voter = `m_${number.toString().padStart(16, '0')}`;
          const last = this.#of('request-voted', 'request-vote-withdrawn').findLast(
            (event) => event.member === voter && event.body.request === body.request,
          );
          return voter !== member && last?.kind === 'request-voted' && this.#isIn(last.body.at);
        });
        return voters.length + (this.#isIn(body.at) ? 1 : 0);
      });
    return searches + asked.reduce((sum, count) => sum + count, 0);
  }

  demand(): Record<string, number> {
    return Object.fromEntries(
      this.#cells().map(([stage, persona]) => [`${stage} ${persona}`, this.#demand(stage, persona)]),
    );
  }

  gap(): Record<string, number> {
    return Object.fromEntries(
      this.#cells().map(([stage, persona]) => {
        const supply = this.#published()
          .filter((asset) => this.#isFor(asset, stage, persona))
          .map((asset) => {
            const rated = this.#ratings(asset).length >= 3;
            const quality = rated ? (this.#score(asset).score - 1) / 4 : 0.5;
            return this.#isFresh(asset) ? quality : quality / 2;
          });
        return [`${stage} ${persona}`, this.#demand(stage, persona) * (1 - Math.max(0, ...supply))];
      }),
    );
  }

  // Ratings.

  #ratings(asset: string): { value: number; at: number; version: string }[] {
    return [1, 2, 3, 4].flatMap((number) => {
      const last = this.#of('rating-given', 'rating-withdrawn').findLast(
        ({ member, body }) => member === `m_${number.toString().padStart(16, '0')}` && body.asset === asset,
      );
      if (last?.kind !== 'rating-given') return [];
      const { value, at, version } = last.body as unknown as { value: number; at: number; version: string };
      return [{ value, at, version }];
    });
  }

  /** By the formula of the vocabulary, and the bound by the variance of a Dirichlet-multinomial. */
  #score(asset: string): { score: number; least: number } {
    const rated = new Set(this.#of('rating-given').map(({ body }) => body.asset));
    const everything = [...rated].flatMap((one) => this.#ratings(one).map(({ value }) => value));
    const m = mean(everything) ?? 3;
    const current = this.#versions(asset).at(-1)?.id;
    const own = this.#ratings(asset).map(({ value, at, version }) => ({
      value,
      weight: 0.5 ** (Math.max(0, this.#endOfToday() - at) / (180 * DAY)) * (version === current ? 1 : 0.5),
    }));
    const weight = own.reduce((sum, one) => sum + one.weight, 0);
    const score = (5 * m + own.reduce((sum, one) => sum + one.weight * one.value, 0)) / (5 + weight);
    const variance = [1, 2, 3, 4, 5]
      .map((value) => {
        const prior = (everything.filter((one) => one === value).length + 1) / (everything.length + 5);
        const mine = own.filter((one) => one.value === value).reduce((sum, one) => sum + one.weight, 0);
        return ((5 * prior + mine) / (5 + weight)) * (value - score) * (value - score);
      })
      .reduce((sum, part) => sum + part, 0);
    return { score, least: Math.max(1, score - 1.65 * Math.sqrt(variance / (5 + weight + 1))) };
  }

  #perAsset<Value>(of: (asset: string) => Value): Record<string, Value> {
    return Object.fromEntries(this.#published().map((asset) => [asset, of(asset)]));
  }

  usefulness() {
    return this.#perAsset((asset) => (this.#ratings(asset).length < 3 ? null : this.#score(asset).score));
  }

  lowerBound() {
    return this.#perAsset((asset) => (this.#ratings(asset).length < 3 ? null : this.#score(asset).least));
  }

  ratings() {
    return this.#perAsset((asset) => this.#ratings(asset).length);
  }

  foundUseful() {
    return this.#perAsset((asset) => this.#ratings(asset).filter(({ value }) => value > 3).length);
  }

  ratedLow(): string[] {
    return this.#published()
      .filter((asset) => (mean(this.#ratings(asset).map(({ value }) => value)) ?? 5) < 3)
      .sort();
  }

  // Requests.

  #requests(): Raw[] {
    return this.#of('request-made').filter(
      (made, index, all) => all.findIndex(({ body }) => body.request === made.body.request) === index,
    );
  }

  #answers({ body, member }: Raw): Raw[] {
    return this.#of('request-answered')
      .filter((answer) => answer.body.request === body.request)
      .filter(
        (answer) =>
          answer.role !== 'rep' ||
          (answer.member === member && ['declined', 'new'].includes(answer.body.status as string)),
      );
  }

  #dueAt(made: Raw): number {
    const sized = this.#of('request-answered').findLast(
      ({ body, role }) => body.request === made.body.request && role !== 'rep' && body.size !== undefined,
    );
    const hours = 24 * (PROMISED[(sized?.body.size as string | undefined) ?? 'medium'] as number);
    let passed = 0;
    for (let at = made.body.at; ; at += HOUR) {
      const isWeekend = [0, 6].includes(new Date(at).getUTCDay());
      if (passed >= hours && !isWeekend) return at;
      if (!isWeekend) passed += 1;
    }
  }

  #hits(from: number, to: number): [number, number] {
    const outcomes = this.#requests().flatMap((made) => {
      const due = this.#dueAt(made);
      if (due > this.#now || due < from || due >= to) return [];
      const last = this.#answers(made).findLast(({ body }) => body.at <= due);
      const status = last?.body.status;
      if (status === 'merged' || (status === 'declined' && last?.member === made.member)) return [];
      return [status === 'fulfilled'];
    });
    return [outcomes.filter((kept) => kept).length, outcomes.length];
  }

  slaHitRate() {
    return this.#compared((from, to) => this.#hits(from, to));
  }

  /** Days since it was asked, until it was closed and until it was fulfilled, of requests that the period touches. */
  #times(of: (asked: number, closed: number | null, status: string) => number | null) {
    return Object.fromEntries(
      this.#requests().flatMap((made) => {
        const last = this.#answers(made).at(-1);
        const status = (last?.body.status as string | undefined) ?? 'new';
        const closed = ['fulfilled', 'declined', 'merged'].includes(status) ? (last?.body.at ?? null) : null;
        if (closed !== null && !this.#isIn(closed) && !this.#isIn(made.body.at)) return [];
        return [[made.body.request, of(made.body.at, closed, status)]];
      }),
    );
  }

  requestAge() {
    return this.#times((asked) => Math.floor((this.#now - asked) / DAY));
  }

  timeTaken() {
    return this.#times((asked, closed) => (closed === null ? null : Math.max(0, closed - asked) / DAY));
  }

  cycleTime() {
    return this.#times((asked, closed, status) =>
      status === 'fulfilled' && closed !== null ? Math.max(0, closed - asked) / DAY : null,
    );
  }

  // Periods.

  #isIn(time: number): boolean {
    return time >= this.#from && time < this.#to;
  }

  #founded(): number {
    return Number.parseInt((this.#all[0] as Raw).hlc.slice(0, 12), 16);
  }

  #compared(of: (from: number, to: number) => [number, number]) {
    const [part, whole] = of(this.#from, this.#to);
    const before = this.#from - (this.#to - this.#from);
    const previous = this.#founded() <= before ? share(...of(before, this.#from)) : null;
    return { part, whole, value: share(part, whole), previous };
  }
}

/** The role that somebody had when they wrote the event at a place. */
function roleAt(events: readonly FoldEvent[], member: string, place: number): string {
  const said = events
    .slice(0, place)
    .filter(({ kind }) => kind === 'member-added' || kind === 'role-granted')
    .map(({ body }) => body as { member: string; role: string })
    .filter((body) => body.member === member);
  return said.at(-1)?.role ?? 'lead';
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
