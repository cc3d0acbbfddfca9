import { t } from '@lingui/core/macro';
import { Button, type ButtonProps } from '@mantine/core';
import { IconThumbUp } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { parseAmount } from '../../../shared/amount.ts';
import { PopOver } from '../../ui/pop-over.tsx';
import { DealValueInput } from './deal-value-input.tsx';
import { whyNoDealValue } from './deal-value-words.ts';
import classes from './request-screen.module.css';

type Props = Pick<ButtonProps, 'size' | 'loading'> & {
  /** The request, where several stand below one another. */
  readonly title?: string;
  /** A deal's value that was typed already. */
  readonly dealValue?: string;
  readonly onVote: (dealValue: number | null) => void;
};

/** ‘Me too’: asks for the deal behind it, wherever one can vote. */
export function VoteButton({ title, dealValue = '', onVote, ...button }: Props) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(dealValue);
  const [error, setError] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const toggle = () => {
    setText(dealValue);
    setError(null);
    setOpen(!open);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // What opens from a form lies within it for React: this is not the form's own answer.
    event.stopPropagation();
    const read = parseAmount(text);
    if (read.read === 'unclear') {
      setError(whyNoDealValue(read.why, text));
      form.current?.querySelector('input')?.focus();
      return;
    }
    setOpen(false);
    onVote(read.read === 'amount' ? read.amount : null);
  };
  return (
    <PopOver
      opened={open}
      onClose={() => setOpen(false)}
      position="bottom-end"
      label={title === undefined ? t`Add my vote` : t`Add my vote: ${title}`}
      target={
        <Button
          {...button}
          variant="light"
          leftSection={<IconThumbUp size={button.size === undefined ? 16 : 14} aria-hidden />}
          {...(title === undefined ? {} : { 'aria-label': t`Me too: ${title}` })}
          onClick={toggle}
        >{t`Me too`}</Button>
      }
    >
      <form ref={form} className={classes.meToo} noValidate onSubmit={submit}>
        <DealValueInput
          autoFocus
          text={text}
          error={error}
          onText={(next) => {
            setText(next);
            setError(null);
          }}
        />
        <Button type="submit">{t`Add my vote`}</Button>
      </form>
    </PopOver>
  );
}
