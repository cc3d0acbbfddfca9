import { plural, t } from '@lingui/core/macro';
import { AskedDialog } from '../../base/asked-dialog.tsx';
import { CompleteForm } from './complete-form.tsx';
import { type StepAsked, stepAsked } from './step-asked.ts';
import { ArchiveForm, ExpiryForm, ReassignForm, ReturnForm, SubmitForm } from './step-forms.tsx';
import { change, giveBack, submit } from './steps.ts';

/** Asks for what a step of an asset's life needs to know. */
export function StepDialog() {
  return (
    <AskedDialog store={stepAsked} titleOf={titleOf}>
      {(asked, close) => <Form key={`${asked.step} ${asked.assets.join()}`} asked={asked} onClose={close} />}
    </AskedDialog>
  );
}

function Form({ asked, onClose }: { readonly asked: StepAsked; readonly onClose: () => void }) {
  switch (asked.step) {
    case 'submit':
      return <SubmitForm take={(review) => submit(asked, review)} onClose={onClose} />;
    case 'return':
      return <ReturnForm take={(reason) => giveBack(asked, reason)} onClose={onClose} />;
    case 'expiry':
      return <ExpiryForm take={(expiresOn) => change(asked, { expiresOn })} onClose={onClose} />;
    case 'reassign':
      return <ReassignForm take={(set) => change(asked, set)} onClose={onClose} />;
    case 'archive':
      return <ArchiveForm asked={asked} effect={asked.effect} onClose={onClose} />;
    case 'complete':
      return <CompleteForm asked={asked} onClose={onClose} />;
  }
}

function titleOf({ step, title, assets }: StepAsked): string {
  const what =
    title === undefined ? plural(assets.length, { one: '# asset', other: '# assets' }) : `“${title}”`;
  switch (step) {
    case 'submit':
      return t`Submit ${what} for review`;
    case 'return':
      return t`Return ${what}`;
    case 'expiry':
      return t`Last day of use of ${what}`;
    case 'reassign':
      return t`Reassign ${what}`;
    case 'archive':
      return t`Archive ${what}?`;
    case 'complete':
      return t`What is missing for ${what}`;
  }
}
