import { requiredFields } from '../assets/dimension-fields.ts';
import type { Life } from '../base/parts.ts';
import { ruledFor } from '../rules/rules.ts';
import type { OpenSuggestions } from '../suggestions/with-suggestions.ts';
import { KnownFiles } from './known-files.ts';
import { SecondReading } from './second-reading.ts';
import { Staging } from './staging.ts';
import type { StagingNeeds } from './staging-needs.ts';

/** Opens the publish table, which goes on reading what it had not read, and the second reading of what is published. */
export async function publishPart({ ports, catalog, texts, summaries, tagged }: OpenSuggestions, life: Life) {
  const knownFiles = new KnownFiles(catalog);
  const secondReading = new SecondReading(ports, catalog, texts);
  life.onStart(() => secondReading.wake());
  life.onClose('second-reading-not-closed', () => secondReading.close());
  const needs: StagingNeeds = {
    ports,
    known: knownFiles,
    secondReading,
    titleOf: (asset) => {
      const summary = summaries.known(asset);
      return summary && { title: summary.title, versions: summary.versionCount };
    },
    required: () => requiredFields(catalog),
    suggesting: {
      tagged,
      textOf: (textBlob) => texts.read(textBlob),
      ruled: (folder, fileName) => ruledFor({ catalog }, folder, fileName),
    },
  };
  const staging = new Staging(needs);
  life.onClose('staging-not-closed', () => staging.close());
  await staging.restore();
  catalog.onFold(({ touched, refolded }) => {
    if (refolded || touched.written.has('taxonomy')) staging.requireAnew();
  });
  return { knownFiles, secondReading, staging, passingTable: () => new Staging({ ...needs, passing: true }) };
}
