import { t } from '@lingui/core/macro';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconLanguage, IconUnlink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { AssetDetail, VariantView } from '../../../contract/assets.ts';
import { editionName, listedEditions, shortBehind } from '../../ui/variant-words.ts';
import { unlinkEdition } from './variant-actions.ts';
import classes from './variants.module.css';
import { linkAsked } from './variants-state.ts';

/** The language editions of an asset, and for who may edit the ways to link and unlink them. */
export function EditionList({ asset }: { readonly asset: AssetDetail }) {
  return (
    <>
      {asset.variants.length > 0 && (
        <ul className={classes.editions} aria-label={t`Languages`}>
          {listedEditions(asset.variants).map((variant) => (
            <li key={variant.asset} className={classes.edition}>
              <span className={classes.words}>
                {variant.asset === asset.id ? (
                  <span className={classes.name}>{editionName(variant)}</span>
                ) : (
                  <Link
                    className={classes.name}
                    to="/asset/$assetId"
                    params={{ assetId: variant.asset }}
                    title={variant.title}
                    draggable={false}
                  >
                    {editionName(variant)}
                  </Link>
                )}
                <span className={classes.quiet}>{standingOf(variant)}</span>
              </span>
              {asset.can.edit && (
                <Tooltip label={t`Unlink`}>
                  <ActionIcon
                    aria-label={t`Unlink ${{ title: variant.title }}`}
                    onClick={() => void unlinkEdition(variant)}
                  >
                    <IconUnlink size={16} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              )}
            </li>
          ))}
        </ul>
      )}
      {asset.can.edit && (
        <div>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconLanguage size={16} aria-hidden />}
            onClick={() => linkAsked.set({ assets: [originalId(asset)] })}
          >
            {asset.variants.length === 0 ? t`Link as language versions…` : t`Link another language…`}
          </Button>
        </div>
      )}
    </>
  );
}

/** A further language is linked to the original of those that there are. */
function originalId({ id, variants }: AssetDetail): string {
  return variants.find(({ original }) => original)?.asset ?? id;
}

function standingOf({ original, behind, follows }: VariantView): string {
  if (original) return t`original`;
  if (behind > 0) return shortBehind(behind);
  return follows === undefined ? t`version not known` : t`up to date`;
}
