import { type BrowserWindow, screen, type WebContents } from 'electron';
import type { DisplayChoice, Presentation, Steering } from '../../contract/presentation.ts';
import type { ActionOutcome, ShellInput } from '../../contract/shell.ts';
import { nameOfError } from '../../shared/defect.ts';
import { says } from '../../shared/says/says.ts';
import { log } from '../base/log.ts';
import type { EngineHost } from '../host/engine-host.ts';
import { bringForward, sendNotice } from '../window/window.ts';
import { keepChosenDisplay, readChosenDisplay } from './chosen-display.ts';
import { RunningShow } from './running-show.ts';

/** What presenting needs of the shell. */
type Surroundings = {
  readonly engine: Pick<EngineHost, 'handOutShow' | 'noteShown'>;
  readonly preload: string;
  /** Where the display that was chosen is kept. */
  readonly file: string;
  /** The window that it begins from and goes back to. */
  readonly window: () => BrowserWindow | undefined;
  /** While it runs nothing of ours is told through the system. */
  readonly quiet: (on: boolean) => void;
};

/** Presents one thing at a time: from a ticket of the engine, whose gate is asked again, to the note of what was shown. */
export class Presenter {
  readonly #around: Surroundings;
  #running: RunningShow | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** The displays that there are, and which of them was chosen last. */
  async displays(): Promise<{ displays: DisplayChoice[]; chosen: number | null }> {
    const here = this.#windowOn();
    const displays = screen.getAllDisplays().map(({ id, label, size, scaleFactor }) => ({
      ...{ id, label, here: id === here },
      width: Math.round(size.width * scaleFactor),
      height: Math.round(size.height * scaleFactor),
    }));
    const chosen = await readChosenDisplay(this.#around.file);
    return { displays, chosen: displays.some(({ id }) => id === chosen) ? chosen : null };
  }

  /** Opens the windows of a presentation; one that runs ends before. */
  async start({ ticket, display }: ShellInput<'startPresenting'>): Promise<ActionOutcome> {
    const { engine, preload, file, quiet } = this.#around;
    const answer = await engine.handOutShow(ticket);
    if (answer === null) return { status: 'failed', says: says('presenting.no-window') };
    if (answer.outcome === 'held') return { status: 'refused', says: answer.says };
    this.end();
    const wanted = display ?? (await this.displays()).chosen;
    quiet(true);
    try {
      const show = new RunningShow({
        ...{ show: answer.show, preload, wanted, windowOn: this.#windowOn() },
        ended: (shown) => this.#ended(ticket, shown),
      });
      this.#running = show;
    } catch (error) {
      quiet(false);
      log(`presentation: not begun (${nameOfError(error)})`);
      return { status: 'failed', says: says('presenting.no-window') };
    }
    if (display !== null)
      await keepChosenDisplay(file, display).catch((error: unknown) =>
        log(`presentation: the display was not kept (${nameOfError(error)})`),
      );
    return { status: 'done' };
  }

  /** What a window shows; null where it is none of a presentation. */
  seenBy(contents: WebContents): Presentation | null {
    return this.#running?.seenBy(contents) ?? null;
  }

  /** Does what a window of the presentation asks. */
  steer(steering: Steering, from: WebContents): undefined {
    if (this.seenBy(from) !== null) this.#running?.steer(steering);
  }

  /** Ends what runs. */
  end(): void {
    this.#running?.end();
  }

  #ended(ticket: string, shown: readonly number[]): void {
    const { engine, window, quiet, file } = this.#around;
    const on = this.#running?.audienceOn;
    this.#running = undefined;
    quiet(false);
    engine.noteShown(ticket, shown);
    // Where it was moved to is where it is wanted the next time; with one display there was nothing to choose.
    if (on !== undefined && on !== null && screen.getAllDisplays().length > 1)
      void keepChosenDisplay(file, on).catch((error: unknown) =>
        log(`presentation: the display was not kept (${nameOfError(error)})`),
      );
    const main = window();
    if (main === undefined || main.isDestroyed()) return;
    bringForward(main);
    sendNotice(main.webContents, { kind: 'presentation-ended', shown: shown.length });
  }

  #windowOn(): number {
    const window = this.#around.window();
    const display =
      window === undefined || window.isDestroyed()
        ? screen.getPrimaryDisplay()
        : screen.getDisplayMatching(window.getBounds());
    return display.id;
  }
}
