import { t } from '@lingui/core/macro';
import { Select } from '@mantine/core';
import { AskedDialog } from '../../base/asked-dialog.tsx';
import { RecallForm, type Replacement } from '../assets/recall-form.tsx';
import { ExpiryForm, ReassignForm, ReturnForm, SubmitForm } from '../assets/step-forms.tsx';
import {
  type KitStepAsked,
  kitStepAsked,
  reassignKit,
  recallKit,
  returnKit,
  setKitExpiry,
  submitKit,
} from './kit-steps.ts';
import { useKits } from './use-kits.ts';

/** Asks for what a step of a kit's life needs to know. */
export function KitStepDialog() {
  return (
    <AskedDialog store={kitStepAsked} titleOf={titleOf} size="lg">
      {(asked, close) => <Form key={`${asked.step} ${asked.kit.id}`} asked={asked} onClose={close} />}
    </AskedDialog>
  );
}

function titleOf({ step, kit: { name } }: KitStepAsked): string {
  const what = `“${name}”`;
  switch (step) {
    case 'submit':
      return t`Submit ${what} for review`;
    case 'return':
      return t`Return ${what}`;
    case 'recall':
      return t`Recall “${{ title: name }}”?`;
    case 'expiry':
      return t`Last day of use of ${what}`;
    case 'reassign':
      return t`Reassign ${what}`;
  }
}

type Props = { readonly asked: KitStepAsked; readonly onClose: () => void };

function Form({ asked: { kit, step }, onClose }: Props) {
  switch (step) {
    case 'submit':
      return <SubmitForm take={(review) => submitKit(kit, review)} onClose={onClose} />;
    case 'return':
      return <ReturnForm take={(reason) => returnKit(kit, reason)} onClose={onClose} />;
    case 'expiry':
      return <ExpiryForm take={(day) => setKitExpiry(kit, day)} onClose={onClose} />;
    case 'reassign':
      return <ReassignForm take={(answering) => reassignKit(kit, answering)} onClose={onClose} />;
    case 'recall':
      return (
        <RecallForm
          note={t`Nobody can present or send it as a kit anymore. Its documents stay as they are. Everyone who used it is told why, and what to use instead.`}
          except={[]}
          recall={(why) => recallKit(kit, why)}
          others={(pick) => <OtherKit except={kit.id} onPick={pick} />}
          onClose={onClose}
        />
      );
  }
}

/** Another kit that can be used. */
function OtherKit({
  except,
  onPick,
}: {
  readonly except: string;
  readonly onPick: (chosen: Replacement) => void;
}) {
  const kits = (useKits().data ?? []).filter(
    ({ id, own, state }) =>
      id !== except && !own && (state === 'published' || state === 'verified' || state === 'due-for-review'),
  );
  if (kits.length === 0) return null;
  return (
    <Select
      label={t`Kit to use instead (optional)`}
      data={kits.map(({ id, name }) => ({ value: id, label: name }))}
      value={null}
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage={t`Nothing fits`}
      onChange={(id) => {
        const chosen = kits.find((kit) => kit.id === id);
        if (chosen !== undefined) onPick({ id: chosen.id, title: chosen.name });
      }}
    />
  );
}
