import { t } from '@lingui/core/macro';
import { IconCloudDown } from '@tabler/icons-react';
import type { AssetVersion } from '../../../contract/assets.ts';
import { sentences } from '../../../words/sentence.ts';
import { formatBytes } from '../../ui/format.ts';
import { Pill } from '../../ui/pill.tsx';

/** Whether what is not on this device can be found by its text. */
export function textWords({ textAway }: Pick<AssetVersion, 'textAway'>): string {
  return textAway === true
    ? t`Its text hasn’t arrived yet either; until then it is found by title and tags.`
    : t`Its text is here and can be searched.`;
}

/** Says of a result that its file has to be fetched first; nothing where it is here. */
export function AwayMark({
  version,
}: {
  readonly version: Pick<AssetVersion, 'away' | 'textAway' | 'size'>;
}) {
  if (version.away !== true) return null;
  const size = formatBytes(version.size);
  return (
    <Pill
      title={sentences(t`The file (${size}) is downloaded when you open it.`, textWords(version))}
      icon={<IconCloudDown size={12} aria-hidden />}
    >{t`Not on this device`}</Pill>
  );
}
