import type { RecognitionState, WaitingToRecognize } from '../../contract/recognition.ts';
import type { Progress } from '../../contract/session.ts';
import {
  allAssetIds,
  fieldOf,
  homeOfVersion,
  knownVersion,
  standingVersionsOf,
} from '../../domain/assets/asset-selectors.ts';
import { policiesNow } from '../../domain/people/people-selectors.ts';
import { may } from '../../domain/people/permissions.ts';
import type { StandingVersion } from '../../domain/versions/versions.ts';
import { currentVersion, waitingVersion } from '../../domain/versions/versions.ts';
import { nameOfError } from '../../shared/defect.ts';
import { StorageError } from '../../shared/errors.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import type { PageTexts } from '../assets/page-texts.ts';
import { AtWork } from '../base/at-work.ts';
import type { BasePorts } from '../base/base-ports.ts';
import { CancellationSource } from '../base/cancellation-source.ts';
import type { Changes } from '../live/changes.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import type { PageText } from '../ports/extractor.ts';
import type { RecognitionNotes } from './recognition-notes.ts';
import { countWordless, isRecognizable, isSaidToWait, wordlessPages } from './recognizable.ts';
import { VersionPages } from './version-pages.ts';
import { withoutWords, withRecognized } from './with-recognized.ts';

/** Nothing has come for so long: whoever imports or opens things is done. */
const QUIET_MS = 15_000;

/** A version with pages whose words may be seen on their pictures. */
type Due = { readonly asset: string; readonly title: string; readonly version: StandingVersion };

/** What recognizing works with. */
type With = {
  readonly ports: BasePorts;
  readonly catalog: LiveCatalog;
  readonly texts: PageTexts;
  readonly changes: Changes;
  readonly notes: RecognitionNotes;
};

/**
 * Recognizes the words on pages that are pictures, one page at a time, when nothing else is to be done and nobody is at work. Only of what its
 * own person published, and only where neither the hub nor this person has turned it off. What is found goes to everybody as an event, once a
 * version has been looked at to its end; what was found until then is kept on this device.
 */
export class TextRecognition {
  readonly #with: With;
  readonly #atWork: AtWork;
  /** Of all that goes on: several may ask for all of it at once, while it goes on by itself. */
  readonly #stops = new Set<CancellationSource>();
  /** Versions that are being looked at: nothing is closed under them. */
  readonly #looking = new Set<Promise<void>>();
  #closed = false;
  #forget: (() => void) | undefined;
  #running: Promise<void> | undefined;
  #goOn = false;
  #current: RecognitionState['current'];

  constructor(needs: With) {
    this.#with = needs;
    this.#atWork = new AtWork(needs.ports.later);
    needs.catalog.onFold(({ touched, refolded }) => {
      if (!this.#isOn()) this.#cancel();
      if (refolded || this.#due(touched.entries.assets).length > 0) this.wake();
    });
  }

  /** Somebody asked for something: the next page waits until they pause. */
  looked(): void {
    this.#atWork.asked();
  }

  /** Looks in a while whether there is something to recognize. */
  wake(): void {
    if (this.#closed) return;
    this.#forget?.();
    this.#forget = this.#with.ports.later(() => {
      this.#forget = undefined;
      this.#begin();
    }, QUIET_MS);
  }

  /** Turns it on or off for this device. Off ends what is going on; its pages are kept. */
  async setOn(on: boolean): Promise<void> {
    await this.#with.notes.setOn(on);
    if (on) this.wake();
    else this.#cancel();
    this.#with.changes.emit('recognition');
  }

  /** How much waits; nothing where it is turned off. */
  async waiting(): Promise<WaitingToRecognize> {
    const waiting = { documents: 0, pages: 0 };
    for (const one of this.#isOn() ? this.#due() : []) {
      if (!(await this.#isHere(one))) continue;
      waiting.documents += 1;
      waiting.pages += countWordless(one.version.body);
    }
    return waiting;
  }

  /** What is going on and what waits. */
  async state(): Promise<RecognitionState> {
    const { notes, catalog } = this.#with;
    return {
      policy: policiesNow(catalog).recognition,
      on: notes.isOn,
      publishes: this.#publishes(),
      waiting: await this.waiting(),
      ...(this.#current && { current: this.#current }),
    };
  }

  /** Recognizes all that waits now, whoever is at work; ends where it is turned off or cancelled. */
  async *recognizeAll(): AsyncGenerator<Progress, void> {
    await this.#running;
    if (!this.#isOn()) return;
    const stop = this.#begun();
    const all = this.#due();
    try {
      for (const [done, one] of all.entries()) {
        yield { done, total: all.length, current: one.title };
        if (stop.signal.aborted) return;
        await this.#recognize(one, stop, async () => undefined);
      }
    } finally {
      this.#stops.delete(stop);
    }
  }

  /** Ends it; what was found is kept. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#forget?.();
    this.#cancel();
    this.#atWork.close();
    await Promise.allSettled([this.#running, ...this.#looking]);
  }

  #begin(): void {
    this.#goOn = this.#running !== undefined;
    this.#running ??= this.#recognizeOwn()
      .catch((error: unknown) => {
        // What was not recognized now is at the next occasion.
        this.#with.ports.logger.warn('not-recognized', { error: nameOfError(error) });
      })
      .finally(() => {
        this.#running = undefined;
        if (this.#goOn && !this.#closed) this.#begin();
      });
  }

  #begun(): CancellationSource {
    const stop = new CancellationSource();
    this.#stops.add(stop);
    if (this.#closed) stop.cancel();
    return stop;
  }

  #cancel(): void {
    for (const stop of this.#stops) stop.cancel();
  }

  async #recognizeOwn(): Promise<void> {
    const stop = this.#begun();
    try {
      for (const one of this.#due()) {
        if (stop.signal.aborted || !this.#isOn()) return;
        await this.#recognize(one, stop, () => this.#atWork.pause());
      }
    } finally {
      this.#stops.delete(stop);
    }
  }

  /** Looks at the wordless pages of a version, and tells what was found. `pause`: waited for before each page. */
  async #recognize(one: Due, { signal }: CancellationSource, pause: () => Promise<void>): Promise<void> {
    const looking = this.#look(one, signal, pause);
    this.#looking.add(looking);
    try {
      await looking;
    } finally {
      this.#looking.delete(looking);
    }
  }

  async #look(one: Due, signal: Cancellation, pause: () => Promise<void>): Promise<void> {
    const { notes, ports } = this.#with;
    const { body } = one.version;
    if (!(await this.#isHere(one))) return;
    const known = await this.#textOf(body.textBlob);
    if (known === undefined) return;
    const pages = await VersionPages.open(ports, notes, body);
    const wordless = wordlessPages(body.pageCount, known);
    for (const [done, page] of wordless.entries()) {
      this.#tell({ asset: one.asset, title: one.title, done, total: wordless.length });
      await pause();
      if (signal.aborted || !this.#isOn()) break;
      await pages.look(page, signal);
      if (signal.aborted) break;
    }
    this.#tell(undefined);
    await pages.keep();
    if (signal.aborted || !this.#isOn()) return;
    await this.#commit(one, known, pages.found());
    await notes.lookedAt(body.id);
    this.#with.changes.emit('recognition');
  }

  async #commit(
    { asset, version }: Due,
    known: readonly PageText[],
    found: ReturnType<VersionPages['found']>,
  ): Promise<void> {
    const { catalog, ports } = this.#with;
    const now = knownVersion(catalog, asset, version.body.id)?.body;
    // Somebody read it again meanwhile: what that found is the text, and pages that it found none on wait once more.
    if (now === undefined || now.textBlob !== version.body.textBlob) return;
    const { pageCount, approximatePages, readBy, words, text, hidden, textFormat, thumbnail } = now;
    const before = {
      pageCount,
      ...(approximatePages && { approximatePages }),
      ...(readBy !== undefined && { readBy }),
      words,
      text,
      ...(hidden && { hidden }),
      ...(textFormat !== undefined && { textFormat }),
      ...(thumbnail && { thumbnail }),
    };
    const recognized = found.size === 0 ? undefined : withRecognized(before, known, found);
    const reading =
      recognized === undefined
        ? withoutWords({ ...before, ...(now.textBlob !== undefined && { textBlob: now.textBlob }) })
        : { ...recognized.reading, textBlob: await ports.home.blobs.putJson(recognized.pages) };
    if (reading === undefined) return;
    const home = homeOfVersion(catalog, version.body.id) ?? asset;
    const body = { asset: home, version: version.body.id, reading, at: ports.clock.now() };
    await catalog.commit([{ kind: 'asset-version-read', body }]);
  }

  /** The text that a version has; undefined where it is not here or can't be read: it may come. */
  async #textOf(textBlob: Sha256 | undefined): Promise<readonly PageText[] | undefined> {
    try {
      return await this.#with.texts.read(textBlob);
    } catch (error) {
      if (error instanceof StorageError) return undefined;
      throw error;
    }
  }

  #tell(current: RecognitionState['current']): void {
    this.#current = current;
    this.#with.changes.emit('recognition');
  }

  #isAllowed(): boolean {
    return policiesNow(this.#with.catalog).recognition === 'on';
  }

  #isOn(): boolean {
    return this.#isAllowed() && this.#with.notes.isOn && !this.#closed;
  }

  #publishes(): boolean {
    const { catalog } = this.#with;
    const id = catalog.selfId();
    return id !== undefined && may(catalog.member(id).role, 'publish');
  }

  #isHere({ version }: Due): Promise<boolean> {
    return this.#with.ports.home.blobs.has(version.body.sha256);
  }

  /** The versions in use of the person's own that may have more words; those with the fewest pages first, as they are done soonest. */
  #due(assets: Iterable<string> = allAssetIds(this.#with.catalog)): Due[] {
    if (!this.#publishes()) return [];
    const { catalog, notes } = this.#with;
    const found: Due[] = [];
    for (const asset of assets) {
      const versions = standingVersionsOf(catalog, asset);
      for (const version of [currentVersion(versions), waitingVersion(versions)]) {
        if (version === undefined || version.member !== catalog.selfId()) continue;
        if (!isRecognizable(version.body)) continue;
        if (notes.hasLookedAt(version.body.id) && !isSaidToWait(version.body)) continue;
        found.push({ asset, title: fieldOf(catalog, asset, 'title') ?? '', version });
      }
    }
    return found.toSorted((a, b) => countWordless(a.version.body) - countWordless(b.version.body));
  }
}
