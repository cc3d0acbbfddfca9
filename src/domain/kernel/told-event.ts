import type { HistoryCode } from '../../shared/says/history.ts';
import type { Says } from '../../shared/says/says.ts';
import type { History } from './define-event.ts';

/** An event as the history of what it is about tells it. */
export class ToldEvent {
  readonly #history: History<object>;
  readonly #body: object;

  constructor(history: History<object>, body: object) {
    this.#history = history;
    this.#body = body;
  }

  /** Says whether it is about a thing. */
  isAbout(subject: History<object>['of'], id: string): boolean {
    return this.#history.of === subject && this.#history.id(this.#body) === id;
  }

  /** What its author did; `undefined` where the engine tells it. */
  get what(): Says<HistoryCode> | undefined {
    return this.#history.what?.(this.#body);
  }

  /** The version that it shows. */
  get version(): string | undefined {
    return this.#history.version?.(this.#body);
  }

  /** The fields that it sets. */
  get sets(): Readonly<Record<string, unknown>> {
    return this.#history.sets?.(this.#body) ?? {};
  }

  /** Whether it would tell of a draft to those who see none. */
  tellsOfDraft(sees: (version: string) => boolean): boolean {
    return this.#history.tellsOfDraft?.(this.#body, sees) ?? false;
  }
}
