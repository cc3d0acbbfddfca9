import { plural, t } from '@lingui/core/macro';
import { Button, Modal, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import type { DisplayChoice } from '../../../contract/presentation.ts';
import { say } from '../../../words/say.ts';
import { useStore } from '../../base/store.ts';
import { showError } from '../../base/undo-toast.ts';
import { presentAsked, startOn } from './present.ts';
import classes from './presenting.module.css';

/** Asks on which display to present, and tells what is left out and why. */
export function PresentDialog() {
  const asked = useStore(presentAsked);
  return asked === null ? null : <Questions key={asked.ticket} asked={asked} />;
}

type Asked = NonNullable<ReturnType<typeof presentAsked.get>>;

function Questions({ asked: { ticket, pages, left, displays, display } }: { readonly asked: Asked }) {
  const [on, setOn] = useState(display);
  const choose = displays.length > 1;
  const close = (): void => presentAsked.set(null);
  const start = (): void => {
    close();
    startOn(ticket, choose ? on : null).catch(showError);
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t`Present`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      returnFocus
    >
      {left.length > 0 && (
        <section className={classes.left} aria-label={t`Left out`}>
          <p>
            {plural(left.length, {
              one: 'One document can’t be shown and is left out:',
              other: '# documents can’t be shown and are left out:',
            })}
          </p>
          <ul>
            {left.map((one) => (
              <li key={one.asset}>{say(one.says)}</li>
            ))}
          </ul>
        </section>
      )}
      {choose && (
        <Radio.Group
          label={t`Show the pages on`}
          description={t`Your notes and the next page are on the other one.`}
          value={String(on)}
          onChange={(value) => setOn(Number(value))}
        >
          <Stack gap="xs" mt="xs">
            {displays.map((one, index) => (
              <Radio key={one.id} value={String(one.id)} label={nameOf(one, index)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={close}>{t`Cancel`}</Button>
        <Button data-autofocus onClick={start}>
          {plural(pages, { one: 'Present # page', other: 'Present # pages' })}
        </Button>
      </div>
    </Modal>
  );
}

/** `2: DELL U2720Q, 3840 × 2160 (this window)` */
function nameOf({ label, width, height, here }: DisplayChoice, index: number): string {
  const number = index + 1;
  const size = `${width} × ${height}`;
  const name = label === '' ? t`Display ${number}, ${size}` : t`Display ${number}: ${label}, ${size}`;
  return here ? t`${name} (this window)` : name;
}
