import { plural, t } from '@lingui/core/macro';
import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { KitTemplate, NewKitItem } from '../../../contract/kits.ts';
import { say } from '../../../words/say.ts';
import { useCallContext } from '../../base/call-context-state.ts';
import { orpc } from '../../base/engine-client.ts';
import { useStore } from '../../base/store.ts';
import { PersonaSelect, StageSelect } from '../../base/term-select.tsx';
import { useSession } from '../../base/use-session.ts';
import { type KitBeginning, newKit } from './kit-dialogs-state.ts';
import styles from './kits.module.css';
import { makeKit } from './use-kits.ts';

/** How many documents a smart kit shows. */
const SMART_LIMIT = 10;

/** Makes a kit: empty, from the best for a stage and a persona, of what was selected, or of what a search finds. */
export function MakeKitDialog() {
  const beginning = useStore(newKit);
  const close = (): void => newKit.set(null);
  return (
    <Modal
      opened={beginning !== null}
      onClose={close}
      title={t`Make a kit`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      returnFocus
    >
      {beginning !== null && <MakeForm beginning={beginning} onClose={close} />}
    </Modal>
  );
}

type Way = 'template' | 'empty';
type FormProps = { readonly beginning: KitBeginning; readonly onClose: () => void };

function useTemplate(stage: string | null, persona: string | null): KitTemplate | undefined {
  const query = orpc.kits.template.queryOptions({ input: { stage: stage ?? '', persona: persona ?? '' } });
  return useQuery({ ...query, enabled: stage !== null && persona !== null }).data;
}

function single(value: string | readonly string[] | null): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function useMaking({ beginning, onClose }: FormProps) {
  const { can } = useSession();
  const navigate = useNavigate();
  const [context] = useCallContext();
  const isPlain = beginning.items === undefined && beginning.search === undefined;
  const [way, setWay] = useState<Way>(isPlain ? 'template' : 'empty');
  const [typed, setTyped] = useState<string | null>(beginning.search?.query ?? null);
  const [stage, setStage] = useState(context.stage ?? null);
  const [persona, setPersona] = useState(context.persona ?? null);
  const template = useTemplate(way === 'template' ? stage : null, persona);
  const name = typed ?? template?.name ?? '';
  const items: readonly NewKitItem[] =
    way === 'template'
      ? (template?.items ?? []).map(({ asset, why }) => ({ asset: asset.id, why: say(why).slice(0, 300) }))
      : (beginning.items ?? []);
  const make = async (): Promise<void> => {
    if (name.trim() === '') return;
    const { search } = beginning;
    const set = {
      name: name.trim(),
      ...(stage !== null && { stages: [stage] }),
      ...(persona !== null && { personas: [persona] }),
      ...(search !== undefined && { smart: { ...search, limit: SMART_LIMIT } }),
    };
    const kit = await makeKit(!can.publish, set, items);
    if (kit === undefined) return;
    onClose();
    await navigate({ to: '/library/kits/$kitId', params: { kitId: kit } });
  };
  const fields = { name, setTyped, stage, setStage, persona, setPersona };
  return { isPlain, way, setWay, template, items, make, isOwn: !can.publish, ...fields };
}

function MakeForm(props: FormProps) {
  const { beginning, onClose } = props;
  const making = useMaking(props);
  const { isPlain, way, isOwn } = making;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void making.make();
      }}
    >
      {isPlain && (
        <SegmentedControl
          aria-label={t`Begin with`}
          value={way}
          data={[
            { value: 'template', label: t`The best for a call` },
            { value: 'empty', label: t`Nothing` },
          ]}
          onChange={(value) => making.setWay(value === 'empty' ? 'empty' : 'template')}
        />
      )}
      <TextInput
        data-autofocus
        label={t`Name`}
        placeholder={t`First meeting with a CFO`}
        withAsterisk
        maxLength={300}
        value={making.name}
        onChange={(event) => making.setTyped(event.currentTarget.value)}
      />
      <StageSelect
        label={t`Buying stage`}
        value={making.stage}
        onChange={(value) => making.setStage(single(value))}
      />
      <PersonaSelect
        label={t`Persona`}
        value={making.persona}
        onChange={(value) => making.setPersona(single(value))}
      />
      <p className={styles.quiet}>{contentsWords(beginning, making)}</p>
      {way === 'template' && making.template !== undefined && (
        <ol className={styles.preview}>
          {making.template.items.map(({ asset, why }) => (
            <li key={asset.id}>
              <strong>{asset.title}</strong> <span className={styles.quiet}>{say(why)}</span>
            </li>
          ))}
        </ol>
      )}
      {isOwn && <p className={styles.quiet}>{t`It stays on this device until you propose it.`}</p>}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>{t`Cancel`}</Button>
        <Button type="submit" disabled={making.name.trim() === ''}>{t`Make the kit`}</Button>
      </div>
    </form>
  );
}

/** What the new kit begins with, in a sentence. */
function contentsWords(
  { search }: KitBeginning,
  { way, template, items }: Pick<ReturnType<typeof useMaking>, 'way' | 'template' | 'items'>,
): string {
  if (search !== undefined)
    return t`It always shows what this search finds, the best ${{ limit: SMART_LIMIT }}.`;
  if (way === 'template' && template === undefined)
    return t`Choose a stage and a persona to see what it begins with.`;
  if (items.length === 0) return t`It begins empty.`;
  return plural(items.length, { one: 'It begins with # document:', other: 'It begins with # documents:' });
}
