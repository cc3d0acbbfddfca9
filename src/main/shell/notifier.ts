import { Notification } from 'electron';
import type { ShellInput } from '../../contract/shell.ts';

/** Tells of something through the system. What is shown is held until it is gone: else a click on it may find nobody. */
export class Notifier {
  readonly #shown = new Set<Notification>();

  /** What came while nothing may be shown; null where everything is shown at once. */
  #held: (() => void)[] | null = null;

  /** Shows nothing from now on: others look at the screen. What comes is shown by `release`. */
  hold(): void {
    this.#held ??= [];
  }

  /** Shows what came meanwhile, and from now on what comes. */
  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const show of held) show();
  }

  /** Shows a notification, where the system has any. */
  show(said: ShellInput<'notify'>, clicked: () => void): void {
    if (this.#held === null) this.#showNow(said, clicked);
    else this.#held.push(() => this.#showNow(said, clicked));
  }

  #showNow({ title, body, quiet = false }: ShellInput<'notify'>, clicked: () => void): void {
    if (!Notification.isSupported()) return;
    const notification = new Notification({ title, body, silent: quiet });
    const done = (): void => void this.#shown.delete(notification);
    this.#shown.add(notification);
    notification.on('click', () => {
      done();
      clicked();
    });
    notification.on('close', done);
    notification.on('failed', done);
    notification.show();
  }
}
