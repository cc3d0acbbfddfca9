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
    const { text } = asset.version;
    const because = (reason: string) => ({ assetId: asset.id, title: asset.title, reason });
    if (text.state === 'not') report.not.push(because(text.reason));
    else if (entry !== undefined && lacksText(entry.fingerprint)) report.not.push(because('text-missing'));
    else if (!isCurrent(entry, asset)) report.not.push(because('not-indexed-yet'));
    else if (text.state === 'partly') {
      const { reason, missing } = text;
      report.partly.push({ ...because(reason), ...(missing && { missing }) });
    } else report.searchable += 1;
  }
  return report;
}
