import { t } from '@lingui/core/macro';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { StepFrame } from './step-frame.tsx';

type Props = {
  /** Who reads the reason. */
  readonly name: string;
  /** What the reason begins with. */
  readonly begin?: string;
  readonly placeholder?: string;
  /** Declines for that reason; answers whether it was done. */
  readonly decline: (reason: string) => Promise<boolean>;
  readonly onClose: () => void;
};

/** Asks why something is declined. */
export function DeclineForm({ name, begin = '', placeholder, decline, onClose }: Props) {
  const [reason, setReason] = useState(begin);
  const said = reason.trim();
  return (
    <StepFrame ready={said !== ''} word={t`Decline`} take={() => decline(said)} onClose={onClose}>
      <TextInput
        data-autofocus
        label={t`Reason`}
        description={t`${{ name }} reads it.`}
        placeholder={placeholder}
        withAsterisk
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </StepFrame>
  );
}
