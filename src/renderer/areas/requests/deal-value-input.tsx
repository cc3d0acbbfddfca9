import { t } from '@lingui/core/macro';
import { TextInput } from '@mantine/core';
import { parseAmount, type ReadAmount } from '../../../shared/amount.ts';
import { formatNumber } from '../../ui/format.ts';

type Props = {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Why what was typed can't be sent, once somebody tried. */
  readonly error: string | null;
  readonly autoFocus?: boolean;
};

/** What a text is taken for, while it is typed: half a word is no mistake yet. */
function describe(read: ReadAmount): string {
  switch (read.read) {
    case 'amount':
      return `= ${formatNumber(read.amount)} in your hub’s currency`;
    case 'unclear':
      return t`Not clear yet. Write it like 180k, 1.2m or 1,200,000.`;
    case 'nothing':
      return t`Optional, in your hub’s currency. Shows marketing what’s at stake.`;
  }
}

/** The value of a deal, typed as people write it; what it is taken for stands below. */
export function DealValueInput({ text, onText, error, autoFocus = false }: Props) {
  return (
    <TextInput
      label={t`Deal value`}
      placeholder={t`180k, 1.2m or 1,200,000`}
      description={describe(parseAmount(text))}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="off"
      maxLength={40}
      value={text}
      error={error}
      {...(autoFocus ? { 'data-autofocus': true } : {})}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
}
