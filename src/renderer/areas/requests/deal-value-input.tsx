import { t } from '@lingui/core/macro';
import { TextInput } from '@mantine/core';
import { parseAmount } from '../../../shared/amount.ts';
import { takenFor } from './deal-value-words.ts';

type Props = {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Why what was typed can't be sent, once somebody tried. */
  readonly error: string | null;
  readonly autoFocus?: boolean;
};

/** The value of a deal, typed as people write it; what it is taken for stands below. */
export function DealValueInput({ text, onText, error, autoFocus = false }: Props) {
  return (
    <TextInput
      label={t`Deal value`}
      placeholder={t`180k, 1.2m or 1,200,000`}
      description={takenFor(parseAmount(text))}
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
