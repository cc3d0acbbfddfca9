import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import { useCallContext } from '../../base/call-context-state.ts';
import { useSession } from '../../base/use-session.ts';
import { useTermNames } from '../../base/use-taxonomy.ts';
import { newSince } from '../../ui/format.ts';
import { Screen } from '../../ui/screen.tsx';
import { AssetRow } from '../assets/asset-row.tsx';
import { PinButton } from '../finding/pins/pin-button.tsx';
import { usePins } from '../finding/pins/use-pins.ts';
import { SavedSearchList } from '../finding/saved-searches/saved-search-list.tsx';
import { useOpenSaved, useSavedSearches } from '../finding/saved-searches/use-saved-searches.ts';
import { KitList } from '../kits/kit-list.tsx';
import { useKits } from '../kits/use-kits.ts';
import { ArrivalsLine } from './arrivals-line.tsx';
import { BestCard } from './best-card.tsx';
import { CallsSection } from './calls-section.tsx';
import { Due } from './due.tsx';
import { FourNumbers, Waiting } from './for-publishers.tsx';
import styles from './home-screen.module.css';
import { Answer, AssetRows, MyRequests, Section } from './home-sections.tsx';
import { NewVersions } from './new-versions.tsx';
import { NextCall } from './next-call.tsx';
import { OverwrittenEdits } from './overwritten.tsx';
import { Recalls } from './recalls.tsx';
import { useBestForCall, useMyRequests, useRecent, useWhatIsNew } from './use-home.ts';
import { whyHere } from './why-here.ts';

function BestForCall() {
  const { can } = useSession();
  const [context] = useCallContext();
  const names = useTermNames();
  const best = useBestForCall(context);
  const set = context.stage !== undefined || context.persona !== undefined;
  return (
    <Section
      title={set ? t`Best for this call` : t`Best overall`}
      aside={<Link className={styles.all} to="/library">{t`See the library`}</Link>}
    >
      <Answer query={best} rows={4}>
        {(data) =>
          data.hits.length === 0 ? (
            <p className={styles.none}>
              {t`Nothing is published yet.`}{' '}
              {can.publish && <Link className={styles.all} to="/publish">{t`Publish documents`}</Link>}
            </p>
          ) : (
            <ul className={styles.cards}>
              {data.hits.map((hit) => (
                <li key={hit.asset.id}>
                  <BestCard hit={hit} why={whyHere(hit, context, names)} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Section>
  );
}

/** What one keeps at hand; nothing where nothing is pinned. */
function Pinned() {
  const pins = usePins();
  if (pins.data === undefined || pins.data.length === 0) return null;
  return (
    <Section title={t`Pinned`}>
      <ul className={styles.pins}>
        {pins.data.map((asset) => (
          <li key={asset.id} className={styles.pin}>
            <AssetRow asset={asset} />
            <PinButton asset={asset} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Kits that are kept here; nothing where there are none. */
function PinnedKits() {
  const kits = (useKits().data ?? []).filter(({ pinned }) => pinned);
  if (kits.length === 0) return null;
  return (
    <Section
      title={t`Your kits`}
      aside={<Link className={styles.all} to="/library/kits">{t`All kits`}</Link>}
    >
      <KitList kits={kits} />
    </Section>
  );
}

/** Searches that one keeps, those with something new first; nothing where there are none. */
function Saved() {
  const { searches } = useSavedSearches();
  const show = useOpenSaved();
  if (searches.length === 0) return null;
  return (
    <Section title={t`Saved searches`}>
      <SavedSearchList searches={searches} onOpen={(saved) => void show(saved)} />
    </Section>
  );
}

function New() {
  const fresh = useWhatIsNew();
  const since = fresh.data === undefined || fresh.data.since === 0 ? null : fresh.data.since;
  return (
    <Section title={since === null ? t`New` : newSince(since, Date.now())}>
      <ArrivalsLine />
      <Answer query={fresh}>
        {(data) => <AssetRows assets={data.assets} none={t`Nothing new since you were here.`} />}
      </Answer>
    </Section>
  );
}

function Recent() {
  const recent = useRecent();
  return (
    <Section title={t`Recently used`}>
      <Answer query={recent}>
        {(assets) => <AssetRows assets={assets} none={t`What you open, copy or save appears here.`} />}
      </Answer>
    </Section>
  );
}

/** Where one starts: what is best for the next call, and what has changed. */
export function HomeScreen() {
  const { can } = useSession();
  const [context] = useCallContext();
  const best = useBestForCall(context);
  const mine = useMyRequests();
  return (
    <Screen title={t`Home`} hideTitle ready={!best.isPending && !mine.isPending}>
      <div className={styles.home}>
        <Recalls />
        <NewVersions />
        {can.edit && <OverwrittenEdits />}
        <NextCall />
        <CallsSection />
        {can.oversee && <FourNumbers />}
        {can.edit && <Due />}
        {can.edit && <Waiting />}
        <BestForCall />
        <Pinned />
        <PinnedKits />
        <div className={styles.columns}>
          <New />
          <Recent />
          <MyRequests query={mine} />
          <Saved />
        </div>
      </div>
    </Screen>
  );
}
