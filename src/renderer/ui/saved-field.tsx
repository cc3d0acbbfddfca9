import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { performKey } from './keys/perform-key.ts';

type Props = {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly narrow?: boolean;
  readonly error?: string | null;
  readonly onSave: (text: string) => void;
};

/** A line that is saved when one leaves it. */
export function SavedField({ label, placeholder, value, narrow = false, error = null, onSave }: Props) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <TextInput
      size="xs"
      aria-label={label}
      placeholder={placeholder}
      maxLength={300}
      value={text}
      error={error}
      {...(narrow ? { w: 110 } : { flex: 1 })}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text.trim() !== value) onSave(text.trim());
      }}
      onKeyDown={(event) => {
        const field = event.currentTarget;
        performKey(event, 'form', { take: () => field.blur(), send: null, leave: null });
      }}
    />
  );
}
