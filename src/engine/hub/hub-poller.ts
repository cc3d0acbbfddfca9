import { nameOfError } from '../../shared/defect.ts';
import { type HubLocation, isSameLocation } from '../../shared/hub-location.ts';
import type { ExchangeReport } from '../../sync/exchange/exchange-report.ts';
import { createPollSchedule, type PollSchedule } from '../../sync/exchange/poll-schedule.ts';
import type { BasePorts } from '../base/base-ports.ts';
import type { PlaceHints } from '../ports/hub-places.ts';
import type { HubLink } from './hub-link.ts';

/** Between exchanges while a window is open: what a colleague publishes is there within five seconds, whatever the place tells. */
const ACTIVE_MS = 2500;

/** Where every call costs, nobody is believed to look any more when no window and no command has asked for anything for so long. */
const LOOKS_MS = 2 * 60_000;

type Ports = Pick<BasePorts, 'clock' | 'random' | 'later' | 'logger'>;
type Link = Pick<HubLink, 'connected' | 'place' | 'exchange'>;

/** Keeps a replica in step with its hub: at times, soon after a change here, and sooner where the place hints at one. */
export class HubPoller {
  readonly #ports: Ports;
  readonly #link: Link;
  readonly #schedule: PollSchedule;
  #forget: () => void = () => undefined;
  #hints: PlaceHints | undefined;
  #watched: HubLocation | undefined;
  #running: Promise<void> | undefined;
  #closed = false;
  /** When somebody asked for something last, by the clock. */
  #lookedAt: number;
  #resting = false;
  /** What the log was told last. */
  #noted = '';

  constructor(ports: Ports, link: Link) {
    this.#ports = ports;
    this.#link = link;
    this.#schedule = createPollSchedule(ports.clock.now(), {
      random: () => (ports.random.bytes(1)[0] ?? 0) / 256,
      activeMs: ACTIVE_MS,
    });
    this.#lookedAt = ports.clock.now();
    this.#schedule.setActive(this.#lookedAt, true);
  }

  /** Begins, or goes on after the hub has come or moved. */
  start(): void {
    void this.#link.connected().then(() => {
      if (this.#closed) return;
      this.#watch();
      this.#wait();
    });
  }

  /** Something was written here. */
  committed(): void {
    this.#hinted('commit');
  }

  /** Somebody works with the hub. */
  looked(): void {
    this.#lookedAt = this.#ports.clock.now();
    if (!this.#resting) return;
    this.#resting = false;
    this.#schedule.setActive(this.#lookedAt, true);
    this.#wait();
  }

  /** Ends, after what runs has ended. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#forget();
    this.#hints?.close();
    await this.#running;
  }

  #hinted(hint: 'commit' | 'change'): void {
    this.#schedule.hinted(this.#ports.clock.now(), hint);
    this.#wait();
  }

  #watch(): void {
    const { place } = this.#link;
    if (isSameLocation(place?.location, this.#watched)) return;
    this.#hints?.close();
    this.#watched = place?.location;
    this.#hints = place?.watch(() => this.#hinted('change'));
  }

  #wait(): void {
    this.#forget();
    if (this.#closed || this.#link.place === undefined) return;
    const wait = this.#schedule.waitMs(this.#ports.clock.now());
    if (wait === undefined) return;
    this.#forget = this.#ports.later(() => {
      this.#running = this.#round();
    }, wait);
  }

  /** A clock that was set back only makes it sooner. */
  #restWhereItCosts(): void {
    const now = this.#ports.clock.now();
    if (this.#link.place?.store.metered === undefined || Math.abs(now - this.#lookedAt) < LOOKS_MS) return;
    this.#resting = true;
    this.#schedule.setActive(now, false);
  }

  /** An exchange in which something moved or stopped is worth a line; an idle one every few seconds is not. */
  #note(report: ExchangeReport | undefined): void {
    if (report === undefined) return;
    const { outcome, reason, pushed, pulled, blobs, ms } = report;
    const state = `${outcome} ${reason ?? ''}`;
    if (state === this.#noted && pushed + pulled + blobs === 0) return;
    this.#noted = state;
    this.#ports.logger.info('exchange', { outcome, ...(reason && { reason }), pushed, pulled, blobs, ms });
  }

  async #round(): Promise<void> {
    this.#schedule.started();
    let end: 'reached' | 'unreachable' = 'reached';
    try {
      const report = await this.#link.exchange();
      if (report?.outcome === 'offline') end = 'unreachable';
      else await this.#hints?.refresh();
      this.#note(report);
    } catch (error) {
      // The disk of this device refused, or a defect: told in the log, and tried again with the next round.
      this.#ports.logger.error('exchange-failed', { error: nameOfError(error) });
      end = 'unreachable';
    }
    this.#running = undefined;
    this.#restWhereItCosts();
    this.#schedule.finished(this.#ports.clock.now(), end);
    this.#wait();
  }
}
