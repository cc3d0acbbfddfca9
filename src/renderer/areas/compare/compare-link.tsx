import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';

type Props = {
  readonly asset: string;
  /** Ids of versions; absent: the current one, and the one before. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly className?: string | undefined;
  readonly children?: string;
};

/** Opens two versions side by side. */
export function CompareLink({ asset, from, to, className, children }: Props) {
  return (
    <Link
      className={className}
      to="/asset/$assetId/compare"
      params={{ assetId: asset }}
      search={{ ...(from !== undefined && { from }), ...(to !== undefined && { to }) }}
      draggable={false}
    >
      {children ?? t`Compare`}
    </Link>
  );
}
