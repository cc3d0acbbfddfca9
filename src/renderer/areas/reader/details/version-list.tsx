import { t } from '@lingui/core/macro';
import type { AssetDetail } from '../../../../contract/assets.ts';
import { kindName } from '../../../ui/document-kind.tsx';
import { formatBytes, formatDate } from '../../../ui/format.ts';
import { pageWords } from '../../../ui/page-words.ts';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { CompareAny } from '../../compare/compare-any.tsx';
import { CompareLink } from '../../compare/compare-link.tsx';
import classes from './details.module.css';

type Props = {
  readonly asset: AssetDetail;
  /** The id of the version that is read. */
  readonly reading: string;
  readonly onOpen: (version: string) => void;
};

/** The versions, the newest first; an old one opens like the current one. */
export function VersionList({ asset, reading, onOpen }: Props) {
  return (
    <>
      <ol className={classes.versions} aria-label={t`Versions`}>
        {asset.versions.map((version) => {
          const size = formatBytes(version.size);
          const pages = version.pageCount > 1 ? `${pageWords(version).count(version.pageCount)}, ` : '';
          return (
            <li key={version.id}>
              <button
                type="button"
                className={classes.version}
                aria-current={version.id === reading ? 'true' : undefined}
                onClick={() => onOpen(version.id)}
              >
                <span className={classes.versionName}>
                  {t`Version ${{ number: version.number }}`}{' '}
                  {version.id === asset.version.id && <span className={classes.quiet}>{t`(current)`}</span>}
                  {version.draft === true && <span className={classes.quiet}>{t`(draft)`}</span>}
                </span>
                <span className={classes.quiet}>
                  <RelativeTime at={version.addedAt} />
                  {version.addedBy !== undefined && `, ${version.addedBy.name}`}
                </span>
                <span className={classes.quiet}>
                  {kindName(version.kind)}, {pages}
                  {size}
                </span>
                {version.writtenAt !== undefined && (
                  <span
                    className={classes.quiet}
                  >{t`Document dated ${{ day: formatDate(version.writtenAt) }}`}</span>
                )}
                {version.note !== undefined && <span className={classes.versionNote}>{noteOf(version)}</span>}
              </button>
              {asset.versions.length > 1 && <Compare asset={asset} version={version} reading={reading} />}
            </li>
          );
        })}
      </ol>
      <CompareAny asset={asset} />
    </>
  );
}

/** Compares a version: with the one that is read or, of that one itself, with the one before. */
function Compare({
  asset,
  version,
  reading,
}: Pick<Props, 'asset' | 'reading'> & { readonly version: AssetDetail['versions'][number] }) {
  const { versions } = asset;
  const at = versions.indexOf(version);
  const other = version.id === reading ? versions[at + 1] : versions.find(({ id }) => id === reading);
  if (other === undefined) return null;
  const [from, to] = version.number < other.number ? [version, other] : [other, version];
  return (
    <CompareLink className={classes.compare} asset={asset.id} from={from.id} to={to.id}>
      {t`Compare with version ${{ number: other.number }}`}
    </CompareLink>
  );
}

function noteOf({ note, restored }: AssetDetail['versions'][number]): string | undefined {
  return restored === undefined ? note : t`Version ${restored} restored`;
}
