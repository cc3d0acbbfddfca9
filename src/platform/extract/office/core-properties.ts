import type { OfficePackage } from '../package/office-package.ts';
import { titleOfMetadata } from '../text/title.ts';

/** The title in a package's core properties, if a person wrote it. */
export function coreTitle(office: OfficePackage): string | undefined {
  const [part] = office.related('', 'core-properties');
  if (part === undefined) return undefined;
  let inside = false;
  let title = '';
  office.read(part, {
    open: (name) => {
      inside = name === 'title';
    },
    close: () => {
      inside = false;
    },
    text: (text) => {
      if (inside && title.length < 2_000) title += text;
    },
  });
  return titleOfMetadata(title);
}
