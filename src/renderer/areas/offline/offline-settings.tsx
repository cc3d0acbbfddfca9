import { plural, t } from '@lingui/core/macro';
import { Button, NumberInput, Progress, SegmentedControl } from '@mantine/core';
import type { OfflineState } from '../../../contract/offline.ts';
import { say } from '../../../words/say.ts';
import { sentences } from '../../../words/sentence.ts';
import { PersonaSelect, StageSelect } from '../../base/term-select.tsx';
import { decimalSeparator, formatBytes, formatNumber, parseNumber } from '../../ui/format.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { Note } from '../../ui/note.tsx';
import styles from './offline.module.css';
import { useOffline } from './use-offline.ts';
import { removedSoon, useOfflinePolicy } from './use-offline-policy.ts';

const MEGABYTE = 1_000_000;
const GIGABYTE = 1_000_000_000;
const keeps = [
  { value: 'all', label: t`All files` },
  { value: 'small', label: t`Up to a size` },
  { value: 'chosen', label: t`What I choose` },
] as const;

/** Which files are kept on this device, how much room they may take, and what they take now. */
export function OfflineSettings() {
  const { data } = useOffline();
  if (data === undefined) return null;
  return <PolicyForm state={data} />;
}

function PolicyForm({ state }: { readonly state: OfflineState }) {
  const { policy, wouldGo, choose: set, confirm, forget, takeBack } = useOfflinePolicy(state.policy);
  return (
    <div className={styles.form}>
      <Note>{t`The text of everything comes first and stays, so search works everywhere. Other files are downloaded from the hub when you open them. What you pin to Home is always kept.`}</Note>
      <SegmentedControl
        className={styles.choice ?? ''}
        aria-label={t`Files kept on this device`}
        data={keeps.map(({ value, label }) => ({ value, label }))}
        value={policy.keep}
        onChange={(keep) => set({ keep: keeps.find(({ value }) => value === keep)?.value ?? 'all' })}
      />
      {wouldGo !== null && (
        <div className={styles.change}>
          <Note tone="warn" live>
            {removesWords(wouldGo)}
          </Note>
          <div className={styles.buttons}>
            <Button size="compact-md" color="red.9" onClick={confirm}>
              {plural(wouldGo.files, { one: 'Remove # file', other: 'Remove # files' })}
            </Button>
            <Button size="compact-md" variant="default" onClick={forget}>{t`Keep them`}</Button>
          </div>
        </div>
      )}
      {wouldGo === null && state.going !== undefined && (
        <div className={styles.change}>
          <Note tone="warn" live>
            {removedSoon(state.going)}
          </Note>
          {state.going.canTakeBack && (
            <Button size="compact-md" variant="default" onClick={takeBack}>{t`Keep them`}</Button>
          )}
        </div>
      )}
      {policy.keep === 'chosen' && (
        <>
          <div className={styles.terms}>
            <StageSelect
              multiple
              label={t`Buying stages`}
              value={policy.stages}
              onChange={(stages) => set({ stages })}
            />
            <PersonaSelect
              multiple
              label={t`Personas`}
              value={policy.personas}
              onChange={(personas) => set({ personas })}
            />
          </div>
          <Note>{t`Files for these stages or personas, files you choose to keep, and files you opened here.`}</Note>
        </>
      )}
      <div className={styles.fields}>
        {policy.keep === 'small' && (
          <AmountInput
            label={t`Largest file`}
            unit={MEGABYTE}
            suffix={` ${t`MB`}`}
            bytes={policy.maxFileBytes}
            onBytes={(maxFileBytes) => set({ maxFileBytes })}
          />
        )}
        <AmountInput
          label={t`Storage limit`}
          unit={GIGABYTE}
          suffix={` ${t`GB`}`}
          bytes={policy.budgetBytes}
          onBytes={(budgetBytes) => set({ budgetBytes })}
        />
      </div>
      <Taken state={state} />
    </div>
  );
}

function removesWords({ files, bytes }: { readonly files: number; readonly bytes: number }): string {
  const size = formatBytes(bytes);
  return plural(files, {
    one: `This removes # file (${size}) from this device. It stays in the hub, and comes back when you open it.`,
    other: `This removes # files (${size}) from this device. They stay in the hub, and come back when you open them.`,
  });
}

type AmountProps = {
  readonly label: string;
  readonly unit: number;
  readonly suffix: string;
  readonly bytes: number;
  readonly onBytes: (bytes: number) => void;
};

/** An amount of storage; taken over when one leaves the field or presses Enter. */
function AmountInput({ label, unit, suffix, bytes, onBytes }: AmountProps) {
  const take = (text: string): void => {
    const next = Math.round(parseNumber(text) * unit);
    if (Number.isFinite(next) && next > 0 && next !== bytes) onBytes(next);
  };
  return (
    <NumberInput
      key={bytes}
      label={label}
      w={160}
      min={0.1}
      max={100_000}
      step={1}
      decimalScale={1}
      decimalSeparator={decimalSeparator()}
      suffix={suffix}
      defaultValue={Math.round((bytes / unit) * 10) / 10}
      onBlur={(event) => take(event.currentTarget.value)}
      onKeyDown={(event) => {
        const { value } = event.currentTarget;
        performKey(event, 'form', { take: () => take(value), send: null, leave: null });
      }}
    />
  );
}

function Taken({ state }: { readonly state: OfflineState }) {
  const { policy, keptBytes, keptFiles, wantedFiles, wantedBytes, allFiles, allBytes } = state;
  const [kept, budget] = [formatBytes(keptBytes), formatBytes(policy.budgetBytes)];
  const [wantedSize, allSize] = [formatBytes(wantedBytes), formatBytes(allBytes)];
  const wanted = formatNumber(wantedFiles);
  const message = state.says === undefined ? '' : say(state.says);
  return (
    <>
      <Progress
        className={styles.meter ?? ''}
        value={Math.min(100, (keptBytes / policy.budgetBytes) * 100)}
        aria-label={t`${kept} of ${budget} used`}
        transitionDuration={100}
      />
      <Note live>
        {sentences(
          plural(keptFiles, {
            one: `# file here, ${kept} of ${budget}.`,
            other: `# files here, ${kept} of ${budget}.`,
          }),
          plural(allFiles, {
            one: `This setting keeps ${wanted} of # file in the hub (${wantedSize} of ${allSize}).`,
            other: `This setting keeps ${wanted} of # files in the hub (${wantedSize} of ${allSize}).`,
          }),
        )}
      </Note>
      {message !== '' && <Note tone="warn">{message}</Note>}
    </>
  );
}
