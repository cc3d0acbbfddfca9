import { t } from '@lingui/core/macro';
import { Pill } from './pill.tsx';

/** What one should know of somebody beside their name where something of theirs weighs: that they are new, whose name theirs looks like. */
export function PersonMarks({
  person,
}: {
  readonly person: { readonly isNew?: boolean | undefined; readonly looksLike?: string | undefined };
}) {
  return (
    <>
      {person.isNew === true ? <Pill title={t`Joined in the last 24 hours`}>{t`New member`}</Pill> : null}{' '}
      {person.looksLike === undefined ? null : (
        <Pill tone="warn">{t`Looks like ${{ looksLike: person.looksLike }}`}</Pill>
      )}
    </>
  );
}
