import { Notification } from 'electron';
import type { ShellInput } from '../../contract/shell.ts';

/** Tells of something through the system. What is shown is held until it is gone: else a click on it may find nobody. */
export class Notifier {
  readonly #shown = new Set<Notification>();

  /** Shows a notification, where the system has any. */
  show({ title, body, quiet = false }: ShellInput<'notify'>, clicked: () => void): void {
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
