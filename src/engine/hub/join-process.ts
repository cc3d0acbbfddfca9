import type { JoiningHeld, JoinProgress } from '../../contract/hub.ts';
import type { SessionState } from '../../contract/session.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import { type Says, says } from '../../shared/says/says.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import type { BasePorts } from '../base/base-ports.ts';
import { CancellationSource } from '../base/cancellation-source.ts';
import { invalid, Refusal } from '../base/refusal.ts';
import { stepsOf } from '../base/steps.ts';
import type { Changes } from '../live/changes.ts';
import type { HubPlace } from '../ports/hub-places.ts';
import { type Attempt, FirstContact } from './first-contact.ts';
import { heldByPlace } from './held-up.ts';
import { forgetReplaced, type Joining, type Newcomer, saveJoining } from './hub-settings.ts';
import { beginJoining, checkNewcomer, sayImpostor } from './join-hub.ts';
import { lookAtPlace } from './look-at-place.ts';
import { blockedBy } from './what-holds-up.ts';

/** Between two attempts: at first often, as what copies a hub is done in a minute or two. Milliseconds. */
const SOON_MS = 2000;
const LATER_MS = 10_000;
const SOON_ATTEMPTS = 60;

/** Why a joining does not go on: by itself later (`held`), or not without somebody (`says`). */
type JoiningTrouble = { readonly held?: JoiningHeld; readonly says?: Says | undefined };

/**
 * Somebody on their way into a shared hub: a state of the replica that survives restarts, and ends when they are in or give up. Windows and the command
 * line follow the same one; attempts come one after the other, whoever asks.
 */
export class JoinProcess {
  readonly #ports: BasePorts;
  readonly #changes: Changes;
  readonly #ended = new CancellationSource();
  #contact: FirstContact;
  #trouble: JoiningTrouble = {};
  #work: Promise<unknown> = Promise.resolve();
  #attempts = 0;
  #isIn = false;

  constructor(ports: BasePorts, changes: Changes, joining: Joining) {
    this.#ports = ports;
    this.#changes = changes;
    this.#contact = new FirstContact(ports, changes, joining);
  }

  get joining(): Joining {
    return this.#contact.joining;
  }

  /** Where it stands, for windows and the command line. */
  get state(): Omit<Extract<SessionState, { readonly state: 'joining' }>, 'dataFolder'> {
    const { hub, location } = this.joining;
    return {
      state: 'joining',
      hub: hub?.name ?? '',
      ...(hub !== undefined && { hubId: hub.hub }),
      location,
      ...this.#trouble,
    };
  }

  /** Whether the person is in: then the replica may be opened. */
  get isIn(): boolean {
    return this.#isIn;
  }

  /**
   * Tries until the person is in, telling what it waits for. Ends early when it is given up or the engine ends. Throws `Refusal` where somebody has to do
   * something.
   */
  async *run(anyway: boolean, signal?: Cancellation): AsyncGenerator<JoinProgress, void> {
    const stopped = (): boolean => this.#ended.signal.aborted || signal?.aborted === true;
    while (!this.#isIn && !stopped()) {
      let held: JoiningHeld | undefined;
      yield* stepsOf<JoinProgress>(async (tell) => {
        held = await this.#inTurn(() => this.#attempt(anyway, tell));
      });
      if (held === undefined) continue;
      yield { phase: 'held', held, done: held.of - held.missing, total: held.of, bytes: 0, assets: 0 };
      await this.#pause(signal);
    }
  }

  /** The hub is there, and somebody says anew who they are. Begins anew where another hub was on its way. Throws `Refusal`. */
  redirect(place: HubPlace, who: Newcomer): Promise<void> {
    checkNewcomer(this.#ports, who);
    return this.#inTurn(async () => {
      const { joining } = this;
      const said = await this.#contact.firstWord();
      await this.#contact.close();
      this.#trouble = {};
      if (said === 'lost' || (said === 'waits' && who.code !== joining.who.code)) {
        // It is another device by this: what the first one said of itself came to nothing, and can't be said again.
        await this.#ports.home.discard();
        const begun = await beginJoining(this.#ports, place, who);
        this.#contact = new FirstContact(this.#ports, this.#changes, begun);
        return;
      }
      const next = { ...joining, who, location: place.location };
      this.#contact = new FirstContact(this.#ports, this.#changes, next);
      await saveJoining(this.#ports.home, next);
      await forgetReplaced(this.#ports.home.secrets, joining.location, next.location);
    });
  }

  /** The device that comes in. */
  ownDevice(): Promise<DeviceId> {
    return this.#inTurn(() => this.#contact.ownDevice());
  }

  /** Ends it and takes away what it left on this device. */
  async giveUp(): Promise<void> {
    if (await this.#inTurn(() => this.#contact.hasOwnWork())) throw invalid(says('hub.own-work-here'));
    await this.close();
    await this.#ports.home.discard();
  }

  /** Ends what runs; the state stays for the next start. */
  async close(): Promise<void> {
    this.#ended.cancel();
    await this.#contact.close();
    await this.#work.catch(() => undefined);
    await this.#contact.close();
  }

  async #attempt(anyway: boolean, tell: (progress: JoinProgress) => void): Promise<JoiningHeld | undefined> {
    if (this.#isIn || this.#ended.signal.aborted) return undefined;
    this.#attempts += 1;
    try {
      const attempt = await this.#tryOnce(anyway, tell);
      if (attempt.outcome === 'in') {
        await this.#contact.close();
        this.#isIn = true;
        return undefined;
      }
      this.#trouble = { held: attempt.held };
      return attempt.held;
    } catch (error) {
      if (error instanceof Refusal) this.#trouble = { says: error.data.says };
      throw error;
    } finally {
      this.#changes.emit('session');
    }
  }

  /** One attempt; where another hub lies at the place by now, everything is begun anew with that one: nothing was written to any hub. */
  async #tryOnce(
    anyway: boolean,
    tell: (progress: JoinProgress) => void,
  ): Promise<Exclude<Attempt, { readonly outcome: 'other-hub' }>> {
    const { location, who } = this.joining;
    const opened = await this.#ports.places.open(location);
    if (!opened.ok) return { outcome: 'held', held: heldByPlace('place', opened.error) };
    const { kind } = location;
    const attempt = await this.#contact.attempt(opened.value, anyway, tell);
    if (attempt.outcome !== 'other-hub') return attempt;
    const found = await lookAtPlace(opened.value, this.#ports.crypto);
    if (found.found !== 'hub' || (await this.#contact.hasOwnWork())) {
      const why = found.found === 'unusable' ? found.says : blockedBy('other-hub', kind);
      return { outcome: 'held', held: heldByPlace('other-hub', why) };
    }
    const impostor = sayImpostor(who, found.hub, this.#ports.crypto);
    if (impostor !== undefined) return { outcome: 'held', held: heldByPlace('other-hub', impostor) };
    await this.#contact.close();
    await this.#ports.home.discard();
    this.#contact = new FirstContact(
      this.#ports,
      this.#changes,
      await beginJoining(this.#ports, opened.value, who),
    );
    const again = await this.#contact.attempt(opened.value, anyway, tell);
    return again.outcome === 'other-hub'
      ? { outcome: 'held', held: heldByPlace('unreachable', says(`${kind}.joining-offline`)) }
      : again;
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#work.then(work, work);
    this.#work = turn.catch(() => undefined);
    return turn;
  }

  /** Ends early with the process or with the signal. */
  #pause(signal: Cancellation | undefined): Promise<void> {
    const ending = [this.#ended.signal, ...(signal === undefined ? [] : [signal])];
    if (ending.some(({ aborted }) => aborted)) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        forget();
        for (const one of ending) one.removeEventListener('abort', done);
        resolve();
      };
      const forget = this.#ports.later(done, this.#attempts < SOON_ATTEMPTS ? SOON_MS : LATER_MS);
      for (const one of ending) one.addEventListener('abort', done);
    });
  }
}
