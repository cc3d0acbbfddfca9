import { plural, t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import type { RecognitionState } from '../../../contract/recognition.ts';
import { recognitionMessage } from '../../../words/texts.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';
import { LabelledCheckBox } from '../../ui/check-box.tsx';
import { Note } from '../../ui/note.tsx';

function goingOn({ waiting, current }: RecognitionState): string {
  if (current !== undefined) {
    const { title, done, total } = current;
    return t`Recognizing ‘${{ title }}’: ${{ done }} of ${plural(total, { one: '# page', other: '# pages' })}.`;
  }
  return recognitionMessage(waiting) ?? t`Nothing is waiting.`;
}

/** Whether words on pages that are pictures are recognized on this device, and how far that is. */
export function Recognition() {
  const { data } = useQuery(orpc.recognition.state.queryOptions());
  if (data === undefined) return null;
  const set = (on: boolean) => void engine.recognition.set({ on }).catch(showError);
  return (
    <>
      <LabelledCheckBox
        label={t`Recognize text in scans and pictures that I publish`}
        checked={data.on && data.policy === 'on'}
        disabled={data.policy === 'off'}
        onChange={(event) => set(event.currentTarget.checked)}
      />
      <Note>
        {data.policy === 'off'
          ? t`The content leads have turned text recognition off for this hub.`
          : t`It happens on this device, in English, German, French and Spanish. Nothing is sent anywhere; your team can search the recognized text.`}
      </Note>
      {data.policy === 'on' && data.on && data.publishes && <Note>{goingOn(data)}</Note>}
    </>
  );
}
