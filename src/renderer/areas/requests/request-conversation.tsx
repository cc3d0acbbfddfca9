import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { IconArrowRight, IconThumbUp } from '@tabler/icons-react';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import type { RequestDetail } from '../../../contract/requests.ts';
import { useDraft } from '../../base/drafts.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { PersonMarks } from '../../ui/person-marks.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import classes from './request-screen.module.css';
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
        {did(entry)}
        {status && entry.reason !== undefined && entry.reason !== '' ? `: ${entry.reason}` : ''}{' '}
        <RelativeTime at={entry.at} />
      </span>
    </p>
  );
}

/** What somebody did, as a sentence about the request that one sees. */
function did(entry: Exclude<Entry, { entry: 'comment' }>): ReactNode {
  const who = (
    <>
      <strong>{entry.by.name}</strong> <PersonMarks person={entry.by} />
    </>
  );
  if (entry.entry === 'vote') return <Trans>{who} voted for it</Trans>;
  switch (entry.status) {
    case 'new':
      return <Trans>{who} reopened it</Trans>;
    case 'accepted':
      return <Trans>{who} accepted it</Trans>;
    case 'in-progress':
      return <Trans>{who} is working on it</Trans>;
    case 'in-review':
      return <Trans>{who} sent it for review</Trans>;
    case 'fulfilled':
      return <Trans>{who} fulfilled it</Trans>;
    case 'declined':
      return <Trans>{who} declined it</Trans>;
    case 'merged':
      return <Trans>{who} merged it</Trans>;
  }
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
        {...(draft.restored ? { description: t`You typed this earlier and haven’t sent it.` } : {})}
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
