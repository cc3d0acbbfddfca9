import { t } from '@lingui/core/macro';
import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RowFields, StagedRow } from '../../../contract/publish-rows.ts';
import { orpc } from '../../base/engine-client.ts';
import { editionName } from '../../ui/variant-words.ts';

type Props = {
  readonly row: StagedRow;
  readonly onSet: (set: Partial<RowFields>, what: string) => void;
};

/** Of a new version of a language edition: whether it has what the original says now. Yes, unless somebody says otherwise. */
export function FollowsOriginal({ row, onSet }: Props) {
  const { versionOf, follows } = row.fields;
  const { data } = useQuery(
    orpc.variants.list.queryOptions({ input: { asset: versionOf ?? '' }, enabled: versionOf !== null }),
  );
  const original = data?.variants.find((variant) => variant.original);
  if (versionOf === null || original === undefined || original.asset === versionOf) return null;
  return (
    <Checkbox
      label={t`Up to date with the original`}
      description={t`${{ edition: editionName(original) }}, version ${{ number: original.version.number }}`}
      checked={follows !== false}
      onChange={(event) => onSet({ follows: event.currentTarget.checked }, t`Translation status changed.`)}
    />
  );
}
