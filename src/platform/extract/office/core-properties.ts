import { documentDate } from '../../../shared/document-date.ts';
import type { OfficePackage } from '../package/office-package.ts';
import type { Reading } from '../reading/reading.ts';
import { titleOfMetadata } from '../text/title.ts';

/** The title in a package's core properties, if a person wrote it. */
export function coreTitle(office: OfficePackage): string | undefined {
  return titleOfMetadata(coreProperties(office).get('title'));
}

/** When the document was changed last, or else made, by its own word. */
export function coreDate(office: OfficePackage): Pick<Reading, 'writtenAt'> {
  const core = coreProperties(office);
  const writtenAt = documentDate(['modified', 'created'].map((name) => Date.parse(core.get(name) ?? '')));
  return writtenAt === undefined ? {} : { writtenAt };
}

/** The core properties by their names: ECMA-376 part 2, 11.1. */
function coreProperties(office: OfficePackage): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const [part] = office.related('', 'core-properties');
  if (part === undefined) return found;
  let inside = '';
  office.read(part, {
    open: (name) => {
      inside = name;
    },
    close: () => {
      inside = '';
    },
    text: (text) => {
      const before = found.get(inside) ?? '';
      if (inside !== '' && before.length < 2_000) found.set(inside, before + text);
    },
  });
  return found;
}
