import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { CallList } from '../calls/call-list.tsx';
import { preparing } from '../calls/prepare-state.ts';
import { useCalls } from '../calls/use-calls.ts';
import { Answer, Section } from './home-sections.tsx';

/** The calls that one prepares for, and a way to prepare the next. */
export function CallsSection() {
  const calls = useCalls();
  return (
    <Section
      title={t`Calls`}
      aside={
        <Button
          size="compact-sm"
          variant="subtle"
          title={t`Ctrl+Shift+M`}
          onClick={() => preparing.set({})}
        >{t`Prepare a call`}</Button>
      }
    >
      <Answer query={calls} rows={1}>
        {(all) => <CallList calls={all} />}
      </Answer>
    </Section>
  );
}
