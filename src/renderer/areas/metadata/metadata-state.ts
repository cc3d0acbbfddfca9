import { t } from '@lingui/core/macro';
import type { OpenTable } from '../../../contract/metadata.ts';
import type { TableFormat } from '../../../shared/vocabulary/metadata.ts';
import { engine } from '../../base/engine-client.ts';
import { tellSaved } from '../../base/saved-toast.tsx';
import { chosenSeparator } from '../../base/separator.ts';
import { createStore, useStore } from '../../base/store.ts';
import { showError } from '../../base/undo-toast.ts';
import { spokenLanguage } from '../../ui/language.ts';

/** What is said of assets as a table: out into a file, and in from one, from anywhere. */

const opened = createStore<OpenTable | null>(null);

/** The table that is being looked at; null where none is. */
export function useOpenTable(): OpenTable | null {
  return useStore(opened);
}

/** Leaves the table. */
export function closeTable(): void {
  opened.set(null);
}

/** Lets one choose a table and shows what it would do. */
export async function chooseTable(): Promise<void> {
  try {
    const grant = await window.kitbag.chooseFiles();
    if (grant !== null) opened.set(await engine.metadata.open({ grant: grant.grant }));
  } catch (error) {
    showError(error);
  }
}

/** Saves what is said of assets where one chooses: of these, else of all. */
export async function saveMetadata(format: TableFormat, assets?: readonly string[]): Promise<void> {
  if (assets?.length === 0) {
    showError(t`There is nothing to export here.`);
    return;
  }
  try {
    const { fileName, base64 } = await engine.metadata.export({
      format,
      separator: chosenSeparator(),
      language: spokenLanguage() === 'de' ? 'de' : 'en',
      ...(assets === undefined ? {} : { assets: [...assets] }),
    });
    tellSaved(await window.kitbag.saveBytes({ suggestedName: fileName, base64 }));
  } catch (error) {
    showError(error);
  }
}
