import { t } from '@lingui/core/macro';
import { Button, Textarea, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { RequestDetail } from '../../../contract/requests.ts';
import { orpc } from '../../base/engine-client.ts';
import { AssetPicker } from '../assets/asset-picker.tsx';
import classes from './request-screen.module.css';
import { isOpen, STATUS_WORDS, votesText } from './request-words.ts';
import type { RequestActions } from './use-request.ts';

type Props = { readonly actions: RequestActions; readonly onClose: () => void };

/** Declining wants a reason: the one who asked has to know what to do instead. */
export function DeclinePanel({ actions, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') {
      setError(t`Give a reason, so that whoever asked knows what to do instead.`);
      return;
    }
    const problem = await actions.answer({
      status: 'declined',
      reason: reason.trim(),
      message: t`Declined.`,
    });
    if (problem) setError(problem.message);
    else onClose();
  };
  return (
    <form className={classes.panel} onSubmit={(event) => void submit(event)} noValidate>
      <Textarea
        data-autofocus
        autoFocus
        label={t`Reason`}
        withAsterisk
        autosize
        minRows={2}
        maxRows={6}
        maxLength={10_000}
        value={reason}
        error={error}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setError(null);
        }}
      />
      <div className={classes.buttons}>
        <Button type="submit" color="red" loading={actions.busy}>{t`Decline`}</Button>
        <Button variant="default" onClick={onClose}>{t`Cancel`}</Button>
      </div>
    </form>
  );
}

/** Finds the asset that answers the request, without leaving it. */
export function FulfillPanel({ request, actions, onClose }: Props & { readonly request: RequestDetail }) {
  const [error, setError] = useState<string | null>(null);
  return (
    <div className={classes.panel}>
      <AssetPicker
        label={t`Find the asset that answers it`}
        value={null}
        initialQuery={request.title}
        {...(request.stage === undefined ? {} : { initialStage: request.stage })}
        {...(request.persona === undefined ? {} : { initialPersona: request.persona })}
        autoFocus
        onPick={(asset) =>
          void actions
            .answer({
              status: 'fulfilled',
              asset: asset.id,
              message: t`Fulfilled with ‘${{ asset: asset.title }}’.`,
            })
            .then((problem) => (problem ? setError(problem.message) : onClose()))
        }
      />
      {error === null ? null : (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>{t`Cancel`}</Button>
      </div>
    </div>
  );
}

/** Finds the request that asks for the same; its votes and deals then count there. */
export function MergePanel({ request, actions, onClose }: Props & { readonly request: RequestDetail }) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const all = useQuery(orpc.requests.list.queryOptions({ input: {} })).data ?? [];
  const similar = useQuery(
    orpc.requests.similar.queryOptions({
      input: { title: request.title, need: request.need, except: request.id },
    }),
  ).data;
  const rank = new Map((similar?.requests ?? []).map((other, index) => [other.id, index]));
  const found = all
    .filter((other) => other.id !== request.id && isOpen(other))
    .filter((other) => other.title.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()))
    .sort((a, b) => (rank.get(a.id) ?? 1000) - (rank.get(b.id) ?? 1000))
    .slice(0, 20);
  return (
    <div className={classes.panel}>
      <TextInput
        autoFocus
        label={t`Merge into`}
        placeholder={t`Words from the other request’s title`}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        error={error}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul className={classes.options} aria-label={t`Open requests`}>
        {found.map((other) => (
          <li key={other.id}>
            <button
              type="button"
              className={classes.option}
              onClick={() =>
                void actions
                  .answer({
                    status: 'merged',
                    into: other.id,
                    message: t`Merged into ‘${{ request: other.title }}’.`,
                  })
                  .then((problem) => (problem ? setError(problem.message) : onClose()))
              }
            >
              <span>{other.title}</span>
              <span className={classes.quiet}>
                {STATUS_WORDS[other.status]} · {votesText(other)}
                {rank.has(other.id) && <> · {t`similar`}</>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 ? (
        <p className={classes.quiet}>{t`No other open request has these words.`}</p>
      ) : null}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>{t`Cancel`}</Button>
      </div>
    </div>
  );
}
