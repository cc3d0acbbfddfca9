import { say } from '../../words/say.ts';
import { engine } from './engine-client.ts';
import { showDone, showNotice, showUndo } from './undo-toast.ts';

type Name = string | undefined;

type Changed = {
  /** What was done, as a sentence: `Archived 3 assets`. */
  readonly message: string;
  /** Under which names the engine takes it back; without any there is nothing to take back. */
  readonly undo: Name | readonly Name[];
  /** Toasts with the same id replace each other. */
  readonly id?: string;
  /** Takes it back in its turn, where other changes may be on their way. */
  readonly inTurn?: (work: () => Promise<void>) => Promise<unknown>;
};

/** Says what was changed and offers to take it back. What somebody has changed since is left alone, and that is said. */
export function showChanged({ message, undo, id, inTurn = (work) => work() }: Changed): void {
  const names = [undo].flat().filter((name) => name !== undefined);
  if (names.length === 0) {
    showDone(message);
    return;
  }
  const takeBack = async (): Promise<void> => {
    await takeBackChange(...names);
  };
  showUndo({ message, ...(id !== undefined && { id }), undo: () => inTurn(takeBack) });
}

/** Takes changes back; what somebody has changed since is left alone, and that is said. Answers how much was taken back. */
export async function takeBackChange(...names: readonly string[]): Promise<number> {
  const { undone, says: left } = await engine.undo.take({ undo: [...names] });
  if (left !== undefined) showNotice(say(left));
  return undone;
}
