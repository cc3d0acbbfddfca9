import type { ImportedFile, ImportOptions, ImportOutline } from '../../contract/import.ts';
import { says } from '../../shared/says/says.ts';

/** What an import would tell of its files, without doing it. */

/** A line of an import that was not done: nothing has an id yet. */
export type WouldBe = Pick<ImportedFile, 'file' | 'status'> & {
  readonly reason?: string;
  readonly says?: Extract<ImportedFile, { status: 'failed' }>['says'];
  readonly dryRun: true;
};

/** The lines of an import that would take what is outlined. */
export function wouldBe(outline: ImportOutline, { draft, plan = false }: ImportOptions): WouldBe[] {
  const earlier = new Set(plan ? outline.families.flatMap((family) => family.earlier) : []);
  const line = (file: string, status: WouldBe['status']): WouldBe => ({ file, status, dryRun: true });
  return [
    ...outline.left.map(({ file, reason, says: why }): WouldBe => {
      if (reason === 'in-library') return line(file, 'duplicate');
      return { ...line(file, 'failed'), reason, says: why ?? says('publish.not-ready', { file }) };
    }),
    ...outline.groups.flatMap(({ files }) =>
      files.map((file) => line(file, earlier.has(file) ? 'version' : draft ? 'draft' : 'published')),
    ),
    ...outline.duplicates.flatMap(({ same }) => same.map((file) => line(file, 'duplicate'))),
  ];
}
