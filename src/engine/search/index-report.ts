import type { AssetSummary } from '../../contract/assets.ts';
import type { SearchableReport } from '../../contract/maintenance.ts';
import type { IndexEntry } from '../ports/text-index.ts';
import { isCurrent } from './bring-in-step.ts';
import { lacksText } from './fingerprint.ts';

/** Says of every asset whether it can be found by its text. Archived ones too: they can be looked for. */
export function indexReport(
  summaries: ReadonlyMap<string, AssetSummary>,
  entries: ReadonlyMap<string, IndexEntry>,
): SearchableReport {
  const report: SearchableReport = { searchable: 0, partly: [], not: [], pages: 0 };
  for (const asset of summaries.values()) {
    const entry = entries.get(asset.id);
    report.pages += entry?.pages ?? 0;
    const { state, reason, message } = asset.version.text;
    const say = (code: string, sentence: string) => ({
      assetId: asset.id,
      title: asset.title,
      reason: code,
      message: sentence,
    });
    if (state === 'not') {
      report.not.push(say(reason ?? 'no-text', message ?? 'It has no text that could be searched.'));
    } else if (entry !== undefined && lacksText(entry.fingerprint)) {
      report.not.push(
        say(
          'text-missing',
          'Its text is not on this device or can not be read. It is found by title and tags until the text is here.',
        ),
      );
    } else if (!isCurrent(entry, asset)) {
      report.not.push(
        say('not-indexed-yet', 'It is waiting to be indexed. Its text can be searched in a moment.'),
      );
    } else if (state === 'partly') {
      report.partly.push(say(reason ?? 'partly', message ?? 'Some of its pages have no text.'));
    } else report.searchable += 1;
  }
  return report;
}
