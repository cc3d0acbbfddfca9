import { t } from '@lingui/core/macro';
import type { AssetVersion } from '../../../contract/assets.ts';
import { type Says, says } from '../../../shared/says/says.ts';
import { say } from '../../../words/say.ts';
import { ensureHere } from '../../base/ensure-here.ts';
import { showDone, showError } from '../../base/undo-toast.ts';
import { ask, askGate, sayWhyNot } from './ask-gate.ts';
import { recordShared, type TakenBy } from './record-use.ts';

/** Files leaving Kitbag: the gate is asked, the bytes are fetched where they are not here, and that it happened counts as use. */

/** What of a version is needed to take its file out. */
type FileOf = Pick<AssetVersion, 'id' | 'sha256'>;

type Outcome =
  | { readonly done: TakenBy; readonly said?: string; readonly saved?: string }
  | { readonly says: Says }
  /** Another application could run it: the other way to it. */
  | { readonly instead: 'save'; readonly title: Says; readonly says: Says }
  | { readonly nothing: true };

const COPIED = { file: t`Copied the file.`, image: t`Copied the picture.` } as const;

const LEAVES: Readonly<Record<'open' | 'save' | 'copy', (version: string) => Promise<Outcome>>> = {
  open: async (version) => {
    const outcome = await window.kitbag.openInApplication({ version });
    if (outcome.status === 'not-opened') return { ...outcome, instead: 'save' };
    return outcome.status === 'done' ? { done: 'opened' } : outcome;
  },
  save: async (version) => {
    const outcome = await window.kitbag.saveCopy({ version });
    if (outcome.status === 'cancelled') return { nothing: true };
    if (outcome.status !== 'saved') return outcome;
    return { done: 'saved', said: t`Saved as ${outcome.fileName}.`, saved: outcome.saved };
  },
  copy: async (version) => {
    const outcome = await window.kitbag.copyFile({ version });
    return outcome.status === 'done' ? { done: 'copied', said: COPIED[outcome.as] } : outcome;
  },
};

/** Opens, saves or copies the file of a version, if it may leave. What is not opened elsewhere can be saved instead, and is then shown. */
export async function takeOut(way: keyof typeof LEAVES, asset: string, version: FileOf): Promise<void> {
  try {
    const outcome = await leave(way, asset, version);
    if (outcome === undefined || !('instead' in outcome)) return;
    const { title, says: why } = outcome;
    const confirm = says('gate.save-a-copy');
    if (!(await ask({ verdict: 'ask', grave: false, title, says: why, confirm }))) return;
    const saved = await leave(outcome.instead, asset, version);
    if (saved !== undefined && 'saved' in saved && saved.saved !== undefined) {
      await window.kitbag.showInFolder({ saved: saved.saved });
    }
  } catch (error) {
    showError(error);
  }
}

/** What came of it, which the person has been told; nothing where the gate or the person said no. */
async function leave(way: keyof typeof LEAVES, asset: string, version: FileOf): Promise<Outcome | undefined> {
  if (!(await askGate(version.id, way)) || !(await ensureHere(version))) return undefined;
  const outcome = await LEAVES[way](version.id);
  if ('says' in outcome && !('instead' in outcome)) showError(say(outcome.says));
  if (!('done' in outcome)) return outcome;
  if (outcome.said !== undefined) showDone(outcome.said);
  await recordShared(asset, version.id, outcome.done);
  return outcome;
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
      showDone(t`The file is here now. Drag it again.`);
      return;
    }
    const outcome = await window.kitbag.startDrag({ version: version.id });
    if (outcome.status === 'done') await recordShared(asset, version.id, 'dragged');
    else if (outcome.status === 'refused') await sayWhyNot(version.id, 'drag');
    else showError(say(outcome.says));
  } catch (error) {
    showError(error);
  }
}
