import type { DragEvent } from 'react';
import type { AssetVersion } from '../../../contract/assets.ts';
import { showDone, showError } from '../../ui/undo-toast.ts';
import { ensureHere } from '../offline/ensure-here.ts';
import { recordShared, type Shared } from './record-use.ts';

/** What can be done with the file of the version that is open, and how the button for its own application is called. */
export type FileActions = {
  readonly openLabel: string;
  readonly open: () => Promise<void>;
  readonly save: () => Promise<void>;
  readonly copy: () => Promise<void>;
  readonly drag: (event: DragEvent) => void;
};

const applications: readonly (readonly [RegExp, string])[] = [
  [/\.(?:pptx?|ppsx?|pptm|potx)$/i, 'PowerPoint'],
  [/\.(?:docx?|docm|dotx)$/i, 'Word'],
  [/\.(?:xlsx?|xlsm|xltx)$/i, 'Excel'],
];
const byKind: Readonly<Partial<Record<AssetVersion['kind'], string>>> = {
  pptx: 'PowerPoint',
  docx: 'Word',
  xlsx: 'Excel',
};

/** The application that people have for such a file, as the button says it. */
export function openLabel(version: Pick<AssetVersion, 'kind' | 'fileName'>): string {
  const named = applications.find(([ending]) => ending.test(version.fileName))?.[1];
  return `Open in ${byKind[version.kind] ?? named ?? 'its own application'}`;
}

/** Makes the actions of one version; each tells the engine that the file was taken out. */
export function fileActions(asset: string, version: AssetVersion): FileActions {
  const file = { sha256: version.sha256, fileName: version.fileName };
  const here = async (): Promise<boolean> => {
    if (version.away !== true) return true;
    try {
      return await ensureHere(version);
    } catch (error) {
      showError(error);
      return false;
    }
  };
  const record = (how: Shared): void => void recordShared(asset, how);
  return {
    openLabel: openLabel(version),
    open: async () => {
      if (!(await here())) return;
      const outcome = await window.kitbag.openInApplication(file);
      if (outcome.status === 'done') record('opened');
      else showError(outcome.message);
    },
    save: async () => {
      if (!(await here())) return;
      const outcome = await window.kitbag.saveCopy(file);
      if (outcome.status === 'failed') showError(outcome.message);
      if (outcome.status !== 'saved') return;
      record('saved');
      showDone(`Saved as ${outcome.fileName}.`);
    },
    copy: async () => {
      if (!(await here())) return;
      const outcome = await window.kitbag.copyFile({ ...file, mediaType: version.mediaType });
      if (outcome.status === 'failed') return showError(outcome.message);
      record('copied');
      const what = { file: 'The file is', image: 'The picture is', text: 'The text is' }[outcome.as];
      showDone(`${what} on the clipboard.`);
    },
    drag: (event) => {
      event.preventDefault();
      if (version.away === true) {
        showError('This file is not on this device yet. Get it first, then drag it.');
        return;
      }
      const icon = version.thumbnail === undefined ? {} : { iconSha256: version.thumbnail.sha256 };
      window.kitbag.startDrag({ ...file, ...icon }).then((outcome) => {
        if (outcome.status === 'done') record('dragged');
        else showError(outcome.message);
      }, showError);
    },
  };
}
