import type { KeyringRefusal, KeyVault } from '../../shared/ports/key-vault.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { KeyringAnswer, KeyringQuestion } from './engine-messages.ts';

/** A person may have to type the keyring's password first. */
const answerTimeoutMs = 120_000;

/** The keyring as the engine's process reaches it: by asking main, one message a question. */
export class MainKeyring implements KeyVault {
  readonly #ask: (id: number, question: KeyringQuestion) => void;
  readonly #timeoutMs: number;
  readonly #waiting = new Map<number, (answer: Result<string, KeyringRefusal>) => void>();
  #nextId = 1;

  constructor(ask: (id: number, question: KeyringQuestion) => void, timeoutMs = answerTimeoutMs) {
    this.#ask = ask;
    this.#timeoutMs = timeoutMs;
  }

  async available(): Promise<boolean> {
    return (await this.#answerTo({ ask: 'available' })).ok;
  }

  protect(secret: string): Promise<Result<string, KeyringRefusal>> {
    return this.#answerTo({ ask: 'protect', secret });
  }

  reveal(sealed: string): Promise<Result<string, KeyringRefusal>> {
    return this.#answerTo({ ask: 'reveal', sealed });
  }

  /** Takes an answer of main; one that comes too late, or that nobody asked for, is left alone. */
  hear(id: number, answer: KeyringAnswer): void {
    this.#waiting.get(id)?.(answer.outcome === 'done' ? ok(answer.text) : err(answer.why));
  }

  #answerTo(question: KeyringQuestion): Promise<Result<string, KeyringRefusal>> {
    const id = this.#nextId++;
    return new Promise((resolve) => {
      const settle = (answer: Result<string, KeyringRefusal>): void => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(answer);
      };
      const timer = setTimeout(() => settle(err('no-answer')), this.#timeoutMs);
      this.#waiting.set(id, settle);
      this.#ask(id, question);
    });
  }
}
