import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import type { AssetDetail, VariantView } from '../../../contract/assets.ts';
import { behindWords, editionName } from '../../ui/variant-words.ts';
import { CompareLink } from '../compare/compare-link.tsx';
import { bringInStep } from './variant-actions.ts';
import classes from './variants.module.css';

type Props = { readonly asset: AssetDetail; readonly onOpen: (edition: VariantView) => void };

/** Above a language edition that its original has left behind: by how much, what changed, and where to read that. */
export function BehindNote({ asset, onOpen }: Props) {
  const variant = asset.variants.find((one) => one.asset === asset.id);
  const original = asset.variants.find((one) => one.original);
  if (variant === undefined || original === undefined || variant.behind === 0) return null;
  return (
    <div className={classes.note} role="status">
      <span>{sentence(behindWords(variant.language, variant.behind))}</span>
      <span className={classes.noteActions}>
        {variant.follows !== undefined && (
          <CompareLink
            className={classes.noteLink}
            asset={original.asset}
            from={variant.follows.id}
            to={original.version.id}
          >{t`What changed`}</CompareLink>
        )}
        <Button size="compact-xs" variant="light" onClick={() => onOpen(original)}>
          {t`Open ${{ edition: editionName(original) }}`}
        </Button>
        {asset.can.edit && (
          <Button size="compact-xs" variant="light" onClick={() => void bringInStep(variant)}>
            {t`It’s up to date`}
          </Button>
        )}
      </span>
    </div>
  );
}

/** A clause as a sentence. */
function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
