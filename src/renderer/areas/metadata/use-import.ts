import { plural } from '@lingui/core/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ColumnTarget, Imported, OpenTable } from '../../../contract/metadata.ts';
import { sayError } from '../../../words/say.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';
import { closeTable } from './metadata-state.ts';

/** A table on its way into the library: what its columns are, what that would do, and doing it. */
export type TableImport = {
  readonly columns: readonly (ColumnTarget | null)[];
  readonly setColumn: (at: number, target: ColumnTarget | null) => void;
  /** What it would do; undefined until that is known. */
  readonly effect: Imported | undefined;
  /** Why it can't be done with these columns. */
  readonly problem: string | null;
  readonly busy: boolean;
  readonly apply: () => Promise<void>;
};

/** Follows what is chosen of a table's columns. */
export function useImport({ table, columns: taken }: OpenTable): TableImport {
  const [columns, setColumns] = useState<readonly (ColumnTarget | null)[]>(taken.map(({ target }) => target));
  const [busy, setBusy] = useState(false);
  const input = { table, columns: [...columns] };
  const preview = useQuery({
    ...orpc.metadata.import.queryOptions({ input: { ...input, dryRun: true } }),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  const apply = async (): Promise<void> => {
    setBusy(true);
    try {
      const { changed, undo } = await engine.metadata.import(input);
      const message = plural(changed.length, { one: 'Changed # asset', other: 'Changed # assets' });
      if (changed.length > 0) showChanged({ message, undo });
      closeTable();
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    columns,
    setColumn: (at, target) =>
      setColumns((before) => before.map((one, index) => (index === at ? target : one))),
    effect: preview.isError ? undefined : preview.data,
    problem: preview.isError ? sayError(preview.error) : null,
    busy,
    apply,
  };
}
