import { t } from '@lingui/core/macro';
import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconTargetArrow } from '@tabler/icons-react';
import { type FormEvent, type RefObject, useState } from 'react';
import { useDraft } from '../../base/drafts.ts';
import { PersonaSelect, StageSelect } from '../../base/term-select.tsx';
import { useTermNames } from '../../base/use-taxonomy.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { PopOver } from '../../ui/pop-over.tsx';
import classes from './rating.module.css';
import type { RatingActions } from './use-rating.ts';

type Props = {
  readonly rating: RatingActions;
  /** So that a key can bring the comment line the focus. */
  readonly commentField: RefObject<HTMLInputElement | null>;
};

/** The values with what they mean. */
const VALUES = [
  [1, t`Not useful`],
  [2, t`Slightly useful`],
  [3, t`Somewhat useful`],
  [4, t`Useful`],
  [5, t`Very useful`],
] as const;

/** The bar under the document: was it useful, for which stage and persona, and one optional line. */
export function RatingBar({ rating, commentField }: Props) {
  const { mine } = rating;
  return (
    <section className={classes.bar} aria-label={t`Your rating`}>
      <span className={classes.question}>
        {mine === undefined ? t`Useful for this call?` : t`Your rating`}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out in the bar */}
      <span className={classes.values} role="group" aria-label={t`Usefulness from 1 to 5`}>
        {VALUES.map(([value, meaning]) => (
          <Tooltip key={value} label={`${meaning} (${value})`}>
            <button
              type="button"
              className={classes.value}
              aria-label={t`${value} of 5: ${meaning}`}
              aria-pressed={mine?.value === value}
              onClick={() => rating.give(value)}
            >
              {value}
            </button>
          </Tooltip>
        ))}
      </span>
      <RatedForButton rating={rating} />
      {mine !== undefined && (
        <>
          <CommentLine
            asset={rating.asset}
            text={mine.comment ?? ''}
            field={commentField}
            onSave={rating.comment}
          />
          <Tooltip label={t`Withdraw your rating`}>
            <ActionIcon aria-label={t`Withdraw your rating`} onClick={rating.withdraw}>
              <IconArrowBackUp size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </>
      )}
    </section>
  );
}

function CommentLine({
  asset,
  text,
  field,
  onSave,
}: {
  readonly asset: string;
  readonly text: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onSave: (text: string) => void;
}) {
  const draft = useDraft(`rating.${asset}`, text);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const said = draft.text.trim();
    draft.set(said);
    if (said !== text) onSave(said);
    field.current?.blur();
  };
  return (
    <form className={classes.comment} onSubmit={save}>
      <TextInput
        ref={field}
        size="xs"
        aria-label={t`Comment on your rating`}
        placeholder={t`Add a reason (C), Enter to save`}
        {...(draft.restored ? { description: t`Not saved yet: Enter to save, Esc to discard` } : {})}
        maxLength={2000}
        value={draft.text}
        onChange={(event) => draft.set(event.currentTarget.value)}
        onKeyDown={(event) => {
          const field = event.currentTarget;
          const leave = (): void => {
            draft.drop();
            field.blur();
          };
          if (performKey(event, 'form', { leave, send: null, take: null })) event.stopPropagation();
        }}
      />
    </form>
  );
}

function RatedForButton({ rating }: { readonly rating: RatingActions }) {
  const names = useTermNames();
  const [open, setOpen] = useState(false);
  const { stage, persona } = rating.ratedFor;
  const parts = [
    ...(stage === null ? [] : [names.stage(stage)]),
    ...(persona === null ? [] : [names.persona(persona)]),
  ];
  const words = parts.length === 0 ? t`Any call` : parts.join(' · ');
  return (
    <PopOver
      opened={open}
      onClose={() => setOpen(false)}
      label={t`Rated for`}
      position="top-start"
      width={280}
      target={
        <button
          type="button"
          className={classes.ratedFor}
          aria-label={t`Rated for: ${words}. Change`}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <IconTargetArrow size={16} aria-hidden />
          <span>{words}</span>
        </button>
      }
    >
      <div className={classes.choices}>
        <StageSelect
          label={t`Buying stage`}
          value={stage}
          onChange={(next) => rating.setRatedFor({ stage: single(next), persona })}
        />
        <PersonaSelect
          label={t`Persona`}
          value={persona}
          onChange={(next) => rating.setRatedFor({ stage, persona: single(next) })}
        />
      </div>
    </PopOver>
  );
}

function single(value: string | readonly string[] | null): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
