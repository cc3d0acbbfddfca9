import { Button, NumberInput, Popover } from '@mantine/core';
import { IconThumbUp } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { RequestDetail } from '../../../contract/requests.ts';
import { showError } from '../../ui/undo-toast.ts';
import classes from './request-screen.module.css';
import type { RequestActions } from './use-request.ts';

/** 'Me too', with the deal behind it if one likes to say; or taking it back, or one's own request. */
export function MeToo({
  request,
  actions,
}: {
  readonly request: RequestDetail;
  readonly actions: RequestActions;
}) {
  const [open, setOpen] = useState(false);
  const [value, setValue] = useState<string | number>('');
  if (request.can.withdraw && request.mine) {
    const withdraw = () =>
      actions
        .answer({ status: 'declined', message: 'Your request is withdrawn.' })
        .then((problem) => problem && showError(problem.message));
    return (
      <Button variant="default" loading={actions.busy} onClick={() => void withdraw()}>
        Withdraw request
      </Button>
    );
  }
  if (request.can.withdraw) {
    return (
      <Button variant="default" loading={actions.busy} onClick={() => void actions.withdrawVote()}>
        Withdraw ‘me too’
      </Button>
    );
  }
  if (!request.can.vote) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setOpen(false);
    void actions.vote(typeof value === 'number' ? value : null);
  };
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      trapFocus
      returnFocus
      shadow="md"
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          variant="light"
          loading={actions.busy}
          leftSection={<IconThumbUp size={16} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          Me too
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={classes.meToo} onSubmit={submit}>
          <NumberInput
            data-autofocus
            label="Deal value"
            description="Optional. It helps marketing to see what is at stake."
            min={0}
            max={1e12}
            thousandSeparator=","
            hideControls
            value={value}
            onChange={setValue}
          />
          <Button type="submit">Say ‘me too’</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
