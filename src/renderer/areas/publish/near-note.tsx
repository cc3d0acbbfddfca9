import { plural, t } from '@lingui/core/macro';
import { Alert, Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { NearAsset } from '../../../contract/publish.ts';
import type { RowFields, StagedRow } from '../../../contract/publish-rows.ts';
import { listed } from '../../../words/sentence.ts';
import { orpc } from '../../base/engine-client.ts';
import { formatNumber } from '../../ui/format.ts';
import { pageRange, pageWords } from '../../ui/page-words.ts';
import classes from './row-preview.module.css';

/** Runs of pages that are named of one asset. */
const NAMED = 3;

type Props = {
  readonly row: StagedRow;
  readonly found: NonNullable<StagedRow['found']>;
  readonly onSet: (set: Partial<RowFields>, what: string) => void;
};

/** What the pages of a row say that neither its title nor its name does: of what it may be a version, and where else its pages are. */
export function NearNote({ row, found, onSet }: Props) {
  const { data = [] } = useQuery({
    ...orpc.publish.nearTo.queryOptions({ input: { row: row.id } }),
    enabled: row.state === 'ready' && found.words > 0,
  });
  if (row.state !== 'ready') return null;
  const others = data.filter(({ asset }) => asset !== row.looksLike?.asset);
  const [version] = others.filter(({ whole }) => whole);
  const sharing = others.filter((one) => one !== version);
  return (
    <>
      {version === undefined ? null : <MaybeVersion row={row} found={found} near={version} onSet={onSet} />}
      {sharing.length === 0 ? null : (
        <Alert variant="light" color="gray" title={t`Pages that are in the library already`}>
          <ul className={classes.copies}>
            {sharing.map((near) => (
              <li key={near.asset}>
                <Anchor component={Link} to={`/asset/${near.asset}`} size="sm" className={classes.place}>
                  {alsoIn(found, near)}
                </Anchor>
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}

function MaybeVersion({ row, found, near, onSet }: Props & { readonly near: NearAsset }) {
  const asVersion = row.fields.versionOf === near.asset;
  const all = pageWords(found).count(found.pageCount);
  return (
    <Alert
      variant="light"
      color="teal"
      title={t`Looks like version ${{ number: formatNumber(near.versions + 1) }} of ‘${{ asset: near.title }}’`}
    >
      <p className={classes.sentence}>
        {t`${{ count: formatNumber(near.pages) }} of ${{ all }} are nearly the same there.`}
      </p>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() =>
          asVersion
            ? onSet({ versionOf: null }, t`Set as new asset.`)
            : onSet({ versionOf: near.asset }, t`Set as new version.`)
        }
      >
        {asVersion ? t`Publish as a new asset` : t`Publish as a new version`}
      </Button>
    </Alert>
  );
}

/** `Slides 4–9 also in ‘Pitch deck’`. */
function alsoIn(found: Props['found'], { title, runs }: NearAsset): string {
  const words = pageWords(found);
  const named = runs.slice(0, NAMED).map(({ a }) => pageRange(words, a));
  const rest = runs.length - named.length;
  const more = rest > 0 ? [plural(rest, { one: '# more place', other: '# more places' })] : [];
  return t`${{ pages: listed([...named, ...more]) }} also in ‘${{ title }}’`;
}
