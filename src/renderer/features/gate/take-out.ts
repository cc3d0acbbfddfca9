import type { AssetVersion } from '../../../contract/assets.ts';
import { showDone, showError } from '../../ui/undo-toast.ts';
import { ensureHere } from '../offline/ensure-here.ts';
import { recordShared, type Shared } from '../reader/record-use.ts';
import { askGate, sayWhyNot } from './ask-gate.ts';

/** Files leaving Kitbag: the gate is asked, the bytes are fetched where they are not here, and that it happened counts as use. */

/** What of a version is needed to take its file out. */
export type FileOf = Pick<AssetVersion, 'id' | 'sha256'>;

type Outcome =
  | { readonly done: Shared; readonly said?: string }
  | { readonly message: string }
  | { readonly nothing: true };

const COPIED = { file: 'Copied the file.', image: 'Copied the picture.' } as const;

const LEAVES: Readonly<Record<'open' | 'save' | 'copy', (version: string) => Promise<Outcome>>> = {
  open: async (version) => {
    const outcome = await window.kitbag.openInApplication({ version });
    return outcome.status === 'done' ? { done: 'opened' } : outcome;
  },
  save: async (version) => {
    const outcome = await window.kitbag.saveCopy({ version });
    if (outcome.status === 'cancelled') return { nothing: true };
    return outcome.status === 'saved' ? { done: 'saved', said: `Saved as ${outcome.fileName}.` } : outcome;
  },
  copy: async (version) => {
    const outcome = await window.kitbag.copyFile({ version });
    return outcome.status === 'done' ? { done: 'copied', said: COPIED[outcome.as] } : outcome;
  },
};

/** Opens, saves or copies the file of a version, if it may leave. */
export async function takeOut(way: keyof typeof LEAVES, asset: string, version: FileOf): Promise<void> {
  try {
    if (!(await askGate(version.id, way)) || !(await ensureHere(version))) return;
    const outcome = await LEAVES[way](version.id);
    if ('message' in outcome) showError(outcome.message);
    if (!('done' in outcome)) return;
    if (outcome.said !== undefined) showDone(outcome.said);
    await recordShared(asset, outcome.done);
  } catch (error) {
    showError(error);
  }
}

/** Puts words of a document on the clipboard, if its file may be copied. */
export async function copyWords(version: FileOf, text: string): Promise<void> {
  try {
    if (!(await askGate(version.id, 'copy'))) return;
    await window.kitbag.copyText({ text: text.slice(0, 4_000_000) });
  } catch (error) {
    showError(error);
  }
}

/** Drags the file of a version out. The shell asks the gate: a drag that has begun can't wait for an answer. */
export async function dragOut(
  asset: string,
  version: FileOf & { readonly away?: boolean | undefined },
): Promise<void> {
  try {
    if (version.away === true) {
      if (!(await ensureHere(version))) return;
      showDone('The file is here now. Drag it again.');
      return;
    }
    const outcome = await window.kitbag.startDrag({ version: version.id });
    if (outcome.status === 'done') await recordShared(asset, 'dragged');
    else if (outcome.status === 'refused') await sayWhyNot(version.id, 'drag');
    else showError(outcome.message);
  } catch (error) {
    showError(error);
  }
}
