import { t } from '@lingui/core/macro';
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { locationText } from '../../../shared/hub-location.ts';
import { ROLES, type Role } from '../../../shared/vocabulary/roles.ts';
import { showDone, showError } from '../../base/undo-toast.ts';
import { useLanguageChoice } from '../../base/use-language.ts';
import { useSession } from '../../base/use-session.ts';
import { useThemeChoice } from '../../base/use-theme.ts';
import { useWordsAreShared } from '../../base/use-words-policy.ts';
import { LabelledCheckBox } from '../../ui/check-box.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FilePath } from '../../ui/file-path.tsx';
import { offeredLanguages } from '../../ui/language.ts';
import { Note } from '../../ui/note.tsx';
import { ROLE_NAMES } from '../../ui/role-names.ts';
import { Screen } from '../../ui/screen.tsx';
import { useTellsOfCalls } from '../calls/use-reminders.ts';
import { useRecentSearches } from '../finding/saved-searches/use-recent-searches.ts';
import { ShareButton } from '../hub/place/share-hub.tsx';
import { useHubState, useIsPrivate } from '../hub/sync/use-sync.ts';
import { OfflineSettings } from '../offline/offline-settings.tsx';
import { useTellsOfRequests } from '../requests/use-request-news.ts';
import { PreferredLanguages } from '../variants/preferred-languages.tsx';
import { copyDiagnostics } from './diagnostics.ts';
import { IndexReport } from './index-report.tsx';
import { KeyHomeChoice } from './key-home.tsx';
import { Leaving } from './leaving.tsx';
import { OldDocuments } from './old-documents.tsx';
import { Recognition } from './recognition.tsx';
import styles from './settings-screen.module.css';
import { useSettings } from './use-settings.ts';
import { VerifyResult } from './verify-result.tsx';
import { WatchedFolders } from './watched-folders.tsx';

type Settings = ReturnType<typeof useSettings>;

function Section({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={name}>
      <h2 className={styles.name}>{name}</h2>
      <div className={styles.content}>{children}</div>
    </section>
  );
}

const WHAT_ROLES_DO: Readonly<Record<Role, string>> = {
  rep: t`A rep finds, rates and asks.`,
  marketer: t`A marketer also publishes and answers requests.`,
  lead: t`A content lead also sees what works and keeps the hub’s words.`,
};

function You({ settings }: { readonly settings: Settings }) {
  const { member } = useSession();
  const [name, setName] = useState(member.name);
  const isPrivate = useIsPrivate();
  const usable = name.trim() !== '' && name.trim() !== member.name;
  return (
    <Section name={t`You`}>
      <form
        className={styles.line}
        onSubmit={(event) => {
          event.preventDefault();
          if (usable) settings.rename.mutate(name.trim());
        }}
      >
        <TextInput
          label={t`Name`}
          w={280}
          maxLength={300}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          disabled={!usable || settings.rename.isPending}
        >{t`Change the name`}</Button>
      </form>
      {isPrivate ? (
        <SegmentedControl
          className={styles.choice ?? ''}
          aria-label={t`Role`}
          data={ROLES.map((role) => ({
            value: role,
            label: ROLE_NAMES[role],
          }))}
          value={member.role}
          disabled={settings.changeRole.isPending}
          onChange={(role) => settings.changeRole.mutate({ role })}
        />
      ) : (
        <Note>{t`Your role: ${ROLE_NAMES[member.role]}`}</Note>
      )}
      <Note>
        {WHAT_ROLES_DO[member.role]}{' '}
        {isPrivate
          ? t`This is your private hub: you can take any role in it.`
          : t`The content leads of the hub give the roles.`}
      </Note>
    </Section>
  );
}

/** The language of the window: the languages call themselves as their speakers do. */
function LanguageChoice() {
  const [choice, choose] = useLanguageChoice();
  return (
    <Section name={t`Language`}>
      <SegmentedControl
        className={styles.choice ?? ''}
        aria-label={t`Language`}
        data={[
          { value: 'system', label: t`Match system` },
          ...offeredLanguages().map(({ language, name }) => ({ value: language, label: name })),
        ]}
        value={choice}
        onChange={(value) => choose(value === 'en' || value === 'de' ? value : 'system')}
      />
    </Section>
  );
}

function Look() {
  const [theme, setTheme] = useThemeChoice();
  return (
    <Section name={t`Theme`}>
      <SegmentedControl
        className={styles.choice ?? ''}
        aria-label={t`Theme`}
        data={[
          { value: 'system', label: t`Match system` },
          { value: 'light', label: t`Light` },
          { value: 'dark', label: t`Dark` },
        ]}
        value={theme}
        onChange={(value) => setTheme(value === 'light' || value === 'dark' ? value : 'system')}
      />
    </Section>
  );
}

/** Of what the system tells on this device. */
function Notifications() {
  const [tells, setTells] = useTellsOfRequests();
  const [tellsOfCalls, setTellsOfCalls] = useTellsOfCalls();
  return (
    <Section name={t`Notifications`}>
      <LabelledCheckBox
        label={t`Tell me when somebody answers or comments on a request that I made or voted for`}
        checked={tells}
        onChange={(event) => setTells(event.currentTarget.checked)}
      />
      <LabelledCheckBox
        label={t`Tell me 15 minutes before a call whether everything is ready`}
        checked={tellsOfCalls}
        onChange={(event) => setTellsOfCalls(event.currentTarget.checked)}
      />
    </Section>
  );
}

/** Whether the hub is shared; leads can share it here. */
function Sharing() {
  const { data } = useHubState();
  const isPrivate = useIsPrivate();
  return (
    <Section name={t`Sharing`}>
      <Note>
        {isPrivate
          ? t`This hub is on this device only. A content lead can share it in a folder that colleagues have too.`
          : t`This hub is shared at ${data?.location === undefined ? 'a folder' : locationText(data.location)}.`}
      </Note>
      <div className={styles.line}>
        {isPrivate && data !== undefined && data.sharing !== 'no' && <ShareButton variant="default" />}
        {!isPrivate && (
          <Button variant="default" component={Link} to="/sync">{t`See how it is exchanged`}</Button>
        )}
      </div>
    </Section>
  );
}

async function copyPath(path: string): Promise<void> {
  try {
    await window.kitbag.copyText({ text: path });
    showDone(t`Copied the path.`);
  } catch (error) {
    showError(error);
  }
}

/** What is kept of one's searches, and where. */
function YourSearches() {
  const shared = useWordsAreShared();
  const { recent, forgetAll } = useRecentSearches(50);
  return (
    <Section name={t`Your searches`}>
      <Note>
        {shared
          ? t`The content leads of this hub have decided to share search terms: what you search for is recorded with your name, for marketers and leads.`
          : t`The words that you search for stay on this device. The hub only learns how many results there were and what was opened.`}
      </Note>
      <div className={styles.line}>
        <Button
          variant="default"
          disabled={recent.length === 0}
          onClick={forgetAll}
        >{t`Clear recent searches`}</Button>
      </div>
    </Section>
  );
}

function Data({ settings }: { readonly settings: Settings }) {
  const { dataFolder, keyHome, device, hub } = useSession();
  const { verify } = settings;
  const isPrivate = useIsPrivate();
  return (
    <Section name={t`Your data`}>
      <Facts>
        <dt>{t`Hub`}</dt>
        <dd>{isPrivate ? t`${hub.name}, private: on this device only` : t`${hub.name}, shared`}</dd>
        <dt>{t`Device`}</dt>
        <dd>{device.name}</dd>
        <dt>{t`Folder`}</dt>
        <dd>
          <FilePath>{dataFolder}</FilePath>
        </dd>
      </Facts>
      <KeyHomeChoice
        home={keyHome}
        keyring={settings.keyring.data?.available}
        moving={settings.moveKey.isPending}
        onMove={(to) => settings.moveKey.mutate(to)}
      />
      <div className={styles.line}>
        <Button
          variant="default"
          onClick={() => void copyPath(dataFolder)}
        >{t`Copy the folder’s path`}</Button>
        <Button
          variant="default"
          loading={verify.isPending}
          onClick={() => verify.mutate()}
        >{t`Verify now`}</Button>
      </div>
      {verify.data !== undefined && <VerifyResult report={verify.data} />}
    </Section>
  );
}

function About({ settings }: { readonly settings: Settings }) {
  const { appVersion } = useSession();
  const about = settings.about.data;
  return (
    <Section name={t`About`}>
      <Facts>
        <dt>{t`Kitbag`}</dt>
        <dd>{about?.version ?? appVersion}</dd>
        <dt>{t`Runtime`}</dt>
        <dd>
          {about === undefined
            ? ''
            : t`Electron ${about.electron}, Chromium ${about.chrome}, Node ${about.node} on ${about.platform}`}
        </dd>
      </Facts>
      <Note>{t`Diagnostics hold versions, counts and the log: no titles, names, searches or paths.`}</Note>
      <div className={styles.line}>
        <Button variant="default" onClick={() => void copyDiagnostics(true)}>{t`Copy diagnostics`}</Button>
      </div>
    </Section>
  );
}

/** For those who publish: folders that do so by themselves. */
function Watched() {
  const { can } = useSession();
  if (!can.publish) return null;
  return (
    <Section name={t`Watched folders`}>
      <WatchedFolders />
    </Section>
  );
}

/** Who one is, how it looks, where the data are and whether they are whole. */
export function SettingsScreen() {
  const settings = useSettings();
  return (
    <Screen title={t`Settings`} ready={!settings.about.isPending}>
      <div className={styles.page}>
        <You settings={settings} />
        <Look />
        <LanguageChoice />
        <Section name={t`Document languages`}>
          <PreferredLanguages />
        </Section>
        <Notifications />
        <Sharing />
        <Section name={t`What leaves this device`}>
          <Leaving />
        </Section>
        <Section name={t`On this device`}>
          <OfflineSettings />
        </Section>
        <YourSearches />
        <Watched />
        <Section name={t`Text recognition`}>
          <Recognition />
        </Section>
        <Section name={t`Search index`}>
          <IndexReport />
        </Section>
        <Section name={t`Old documents`}>
          <OldDocuments settings={settings} />
        </Section>
        <Data settings={settings} />
        <About settings={settings} />
      </div>
    </Screen>
  );
}
