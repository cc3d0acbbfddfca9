import { t } from '@lingui/core/macro';
import type { DragEvent } from 'react';
import type { AssetVersion } from '../../../contract/assets.ts';
import { copyWords, dragOut, takeOut } from '../gate/take-out.ts';
import { openSend } from '../sends/send-state.ts';
import { togglePicked } from '../tray/tray-state.ts';

/** What can be done with the file of the version that is open, and how the button for its own application is called. */
export type FileActions = {
  readonly openLabel: string;
  readonly open: () => Promise<void>;
  readonly save: () => Promise<void>;
  readonly copy: () => Promise<void>;
  /** Opens the drawer in which it is sent. */
  readonly send: () => void;
  /** Puts a page, or a document that has only one, into the tray, or takes it out. */
  readonly pick: (page: number) => void;
  /** Words that were selected in it. */
  readonly copyWords: (text: string) => Promise<void>;
  readonly drag: (event: DragEvent) => void;
};

const applications: readonly (readonly [RegExp, string])[] = [
  [/\.(?:pptx|ppsx|potx)$/i, 'PowerPoint'],
  [/\.(?:docx|dotx)$/i, 'Word'],
  [/\.(?:xlsx|xltx)$/i, 'Excel'],
];
const byKind: Readonly<Partial<Record<AssetVersion['kind'], string>>> = {
  pptx: 'PowerPoint',
  docx: 'Word',
  xlsx: 'Excel',
};

/** The application that people have for such a file, as the button says it. */
export function openLabel(version: Pick<AssetVersion, 'kind' | 'fileName'>): string {
  const named = applications.find(([ending]) => ending.test(version.fileName))?.[1];
  const application = byKind[version.kind] ?? named;
  return application === undefined ? t`Open in default app` : t`Open in ${application}`;
}

/** Makes the actions of one version. */
export function fileActions(asset: string, version: AssetVersion): FileActions {
  return {
    openLabel: openLabel(version),
    open: () => takeOut('open', asset, version),
    save: () => takeOut('save', asset, version),
    copy: () => takeOut('copy', asset, version),
    send: () => void openSend([{ asset, version: version.id }]),
    pick: (page) => togglePicked({ asset, version: version.id, ...(version.pageCount > 1 && { page }) }),
    copyWords: (text) => copyWords(version, text),
    drag: (event) => {
      event.preventDefault();
      void dragOut(asset, version);
    },
  };
}
