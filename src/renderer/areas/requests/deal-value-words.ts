import { t } from '@lingui/core/macro';
import type { ReadAmount, UnclearAmount } from '../../../shared/amount.ts';
import { formatNumber } from '../../ui/format.ts';

/** What a text is taken for as a deal’s value, while it is typed: half a word is no mistake yet. */
export function takenFor(read: ReadAmount): string {
  switch (read.read) {
    case 'amount':
      return t`= ${{ amount: formatNumber(read.amount) }} in your hub’s currency`;
    case 'unclear':
      return t`Not clear yet. Write it like 180k, 1.2m or 1,200,000.`;
    case 'nothing':
      return t`Optional, in your hub’s currency. Shows marketing what’s at stake.`;
  }
}

const PROBLEMS: Readonly<Record<UnclearAmount, (typed: string) => string>> = {
  unclear: (typed) => t`‘${typed}’ isn’t clear as an amount. Write it like 180k, 1.2m or 1,200,000.`,
  'below-zero': () => t`A deal’s value can’t be below zero. Write it like 180k, 1.2m or 1,200,000.`,
  'too-much': () => t`That is more than any deal. Check the zeros.`,
};

/** Why what was typed can’t be sent as a deal’s value. */
export function whyNoDealValue(why: UnclearAmount, typed: string): string {
  return PROBLEMS[why](typed.trim().slice(0, 40));
}
