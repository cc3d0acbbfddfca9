import { type BrowserWindow, powerSaveBlocker, screen, type WebContents } from 'electron';
import type { Presentation, PresentationState, Steering } from '../../contract/presentation.ts';
import type { Show } from '../../contract/presenting.ts';
import { sendNotice } from '../window/window.ts';
import { placeShow } from './place-show.ts';
import { Looked, steered } from './show-state.ts';
import { openShowWindow } from './show-window.ts';

type Role = Presentation['role'];

/** What a presentation is begun with; `ended` hears once which slides were looked at. */
type Begun = {
  readonly show: Show;
  readonly preload: string;
  /** The display that is wanted for the audience, and that of the window which began it. */
  readonly wanted: number | null;
  readonly windowOn: number;
  readonly ended: (shown: readonly number[]) => void;
};

/** A presentation from its beginning to its end: its windows, where it stands, which displays there are. */
export class RunningShow {
  readonly #begun: Begun;
  readonly #looked: Looked;
  readonly #awake = powerSaveBlocker.start('prevent-display-sleep');
  readonly #windows = new Map<Role, BrowserWindow>();
  #state: PresentationState;
  /** The display that the pages are on, or were on before it was unplugged. */
  #audienceOn: number | null;
  #over = false;

  constructor(begun: Begun) {
    this.#begun = begun;
    this.#looked = new Looked(begun.show.at, Date.now);
    this.#audienceOn = begun.wanted;
    this.#state = {
      ...{ at: begun.show.at, black: false, point: null, since: Date.now() },
      ...{ displayGone: false, undrawn: [], canSwap: false },
    };
    screen.on('display-removed', this.#displaysChanged);
    screen.on('display-added', this.#displaysChanged);
    screen.on('display-metrics-changed', this.#displaysMoved);
    this.#place();
  }

  /** The display of the audience. */
  get audienceOn(): number | null {
    return this.#audienceOn;
  }

  /** What a window of it shows; null for windows that are not of it. */
  seenBy(contents: WebContents): Presentation | null {
    for (const [role, window] of this.#windows)
      if (window.webContents === contents) return { role, show: this.#begun.show, state: this.#state };
    return null;
  }

  /** Does what one of its windows asks. */
  steer(steering: Steering): void {
    if (steering.to === 'end') this.end();
    else if (steering.to === 'swap') this.#swap();
    else if (steering.to === 'here') this.#place();
    else this.#set(steered(this.#state, steering, this.#begun.show.slides.length));
  }

  /** Closes its windows and says what was looked at. Once. */
  end(): void {
    if (this.#over) return;
    this.#over = true;
    screen.off('display-removed', this.#displaysChanged);
    screen.off('display-added', this.#displaysChanged);
    screen.off('display-metrics-changed', this.#displaysMoved);
    powerSaveBlocker.stop(this.#awake);
    const shown = this.#looked.all();
    this.#closeWindows();
    this.#begun.ended(shown);
  }

  /** Opens its windows where they belong. */
  #place(): void {
    this.#closeWindows();
    const displays = screen.getAllDisplays();
    const placed = placeShow(displays, this.#audienceOn, this.#begun.windowOn);
    if (placed === undefined) return;
    this.#audienceOn = placed.audience.id;
    this.#state = { ...this.#state, displayGone: false, canSwap: placed.presenter !== undefined };
    this.#open('audience', placed.audience.id);
    if (placed.presenter !== undefined) this.#open('presenter', placed.presenter.id);
  }

  #open(role: Role, on: number): void {
    const display = screen.getAllDisplays().find(({ id }) => id === on) ?? screen.getPrimaryDisplay();
    const window = openShowWindow(this.#begun.preload, role, display);
    this.#windows.set(role, window);
    // One of them closed by its owner ends it.
    window.on('closed', () => {
      if (this.#windows.get(role) === window) this.end();
    });
    // The keys are heard by whoever has the notes, else by the pages.
    window.once('show', () => (this.#windows.get('presenter') ?? window).focus());
  }

  #closeWindows(): void {
    const windows = [...this.#windows.values()];
    this.#windows.clear();
    for (const window of windows) if (!window.isDestroyed()) window.destroy();
  }

  #swap(): void {
    const other = screen.getAllDisplays().find(({ id }) => id !== this.#audienceOn);
    if (other === undefined) return;
    this.#audienceOn = other.id;
    this.#place();
  }

  readonly #displaysChanged = (): void => {
    const displays = screen.getAllDisplays();
    const there = displays.some(({ id }) => id === this.#audienceOn);
    if (there) {
      // It is back, or the presenter's came or went.
      this.#place();
      return;
    }
    const presenter = this.#windows.get('presenter');
    if (presenter === undefined) this.#place();
    else {
      // The pages do not come up by themselves over the notes: whoever presents says where.
      const audience = this.#windows.get('audience');
      this.#windows.delete('audience');
      audience?.destroy();
      this.#set({ ...this.#state, displayGone: true, canSwap: false });
    }
  };

  /** A display got another size or place: what fills it follows. */
  readonly #displaysMoved = (
    _event: unknown,
    display: { readonly id: number; readonly bounds: Electron.Rectangle },
  ) => {
    if (display.id === this.#audienceOn) this.#windows.get('audience')?.setBounds(display.bounds);
  };

  #set(state: PresentationState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#looked.turn(state.at);
    for (const { webContents } of this.#windows.values())
      sendNotice(webContents, { kind: 'presentation-changed', state });
  }
}
