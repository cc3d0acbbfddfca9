import { t } from '@lingui/core/macro';
import { Button, Textarea } from '@mantine/core';
import { IconArrowRight, IconThumbUp } from '@tabler/icons-react';
import type { FormEvent, KeyboardEvent } from 'react';
import type { RequestDetail } from '../../../contract/requests.ts';
import { useDraft } from '../../base/drafts.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { PersonMarks } from '../../ui/person-marks.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import classes from './request-screen.module.css';
import { ANSWERED } from './request-words.ts';
import type { RequestActions } from './use-request.ts';

type Entry = RequestDetail['conversation'][number];

/** Comments, answers and votes in the order in which they came, and a field for the next comment. */
export function RequestConversation({
  request,
  actions,
}: {
  readonly request: RequestDetail;
  readonly actions: RequestActions;
}) {
  return (
    <section aria-labelledby="conversation">
      <h2 id="conversation" className={classes.heading}>{t`Conversation`}</h2>
      <ol className={classes.entries}>
        {request.conversation.map((entry) => (
          <li key={`${entry.entry}-${entry.entry === 'comment' ? entry.id : `${entry.by.id}-${entry.at}`}`}>
            <ConversationEntry entry={entry} />
          </li>
        ))}
      </ol>
      {request.conversation.length === 0 ? (
        <p className={classes.quiet}>{t`Nobody has said anything yet.`}</p>
      ) : null}
      <CommentForm request={request.id} actions={actions} />
    </section>
  );
}

function ConversationEntry({ entry }: { readonly entry: Entry }) {
  if (entry.entry === 'comment') {
    return (
      <article className={classes.comment}>
        <p className={classes.by}>
          <strong>{entry.by.name}</strong> <PersonMarks person={entry.by} /> <RelativeTime at={entry.at} />
        </p>
        <p className={classes.prose}>{entry.text}</p>
      </article>
    );
  }
  const status = entry.entry === 'status';
  return (
    <p className={classes.event}>
      {status ? <IconArrowRight size={14} aria-hidden /> : <IconThumbUp size={14} aria-hidden />}
      <span>
        <strong>{entry.by.name}</strong> <PersonMarks person={entry.by} />{' '}
        {status ? t`${ANSWERED[entry.status]} it` : t`voted for it`}
        {status && entry.reason !== undefined && entry.reason !== '' ? `: ${entry.reason}` : ''}{' '}
        <RelativeTime at={entry.at} />
      </span>
    </p>
  );
}

function CommentForm({ request, actions }: { readonly request: string; readonly actions: RequestActions }) {
  const draft = useDraft(`comment.${request}`);
  const { text } = draft;
  const send = async () => {
    if (text.trim() === '') return;
    if (await actions.comment(text.trim())) draft.drop();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    performKey(event, 'form', { send: () => void send(), take: null, leave: null });
  };
  return (
    <form
      className={classes.commentForm}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send();
      }}
    >
      <Textarea
        label={t`Comment`}
        {...(draft.restored ? { description: t`You typed this before and have not sent it.` } : {})}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        value={text}
        onChange={(event) => draft.set(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Button
        type="submit"
        variant="default"
        loading={actions.busy}
        disabled={text.trim() === ''}
      >{t`Comment`}</Button>
    </form>
  );
}
