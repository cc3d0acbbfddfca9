import { t } from '@lingui/core/macro';
import { Select } from '@mantine/core';
import type { Policies } from '../../../contract/people.ts';
import type { PlaceKind } from '../../../shared/hub-location.ts';
import listing from '../../ui/listing.module.css';
import { useHubState } from '../hub/sync/use-sync.ts';
import { EitherPolicy } from './either-policy.tsx';
import classes from './people.module.css';
import { useChosen } from './use-people.ts';

type Props = {
  readonly policies: Policies;
  readonly lead: boolean;
  readonly onChange: (set: Partial<Policies>, done: string) => Promise<void>;
};

/** What admission decides, and who can read the hub, whoever is let in. */
const ADMISSION: Readonly<Record<PlaceKind, string>> = {
  folder: t`Admission decides whose work counts: nobody sees the ratings and requests of people who are waiting until a lead lets them in. It hides nothing: anyone who can open the hub’s folder can read the hub, including people who are waiting. To keep somebody from reading it, stop sharing the folder with them.`,
  bucket: t`Admission decides whose work counts: nobody sees the ratings and requests of people who are waiting until a lead lets them in. It hides nothing: anyone whose keys can read the bucket can read the hub, including people who are waiting. To keep somebody from reading it, take away their keys for the bucket.`,
};

/** What the leads decide for the whole hub. */
export function PolicyForm({ policies, lead, onChange }: Props) {
  const kind = useHubState().data?.location?.kind ?? 'folder';
  return (
    <div className={`${listing.panel} ${classes.panel}`}>
      <EitherPolicy
        label={t`Who can join`}
        description={ADMISSION[kind]}
        lead={lead}
        value={policies.admission}
        choices={[
          {
            value: 'open',
            label: t`Everyone who joins, at once, as a rep`,
            done: t`From now on, everyone who joins is in at once, as a rep.`,
          },
          { value: 'ask', label: t`A lead lets people in`, done: t`From now on, a lead lets people in.` },
        ]}
        onChoose={(admission, done) => onChange({ admission }, done)}
      />
      <EitherPolicy
        label={t`What leads see of searches`}
        description={t`Terms reveal gaps; counts keep individual searches private.`}
        lead={lead}
        value={policies.searchWords}
        choices={[
          {
            value: 'counts',
            label: t`Counts and success rates only`,
            done: t`From now on, only counts of searches are shared.`,
          },
          { value: 'words', label: t`Search terms too`, done: t`From now on, search terms are shared.` },
        ]}
        onChoose={(searchWords, done) => onChange({ searchWords }, done)}
      />
      <RecognitionPolicy policies={policies} lead={lead} onChange={onChange} />
      <KitReviewPolicy policies={policies} lead={lead} onChange={onChange} />
      <TimeZonePolicy policies={policies} lead={lead} onChange={onChange} />
    </div>
  );
}

const TIME_ZONES: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'),
];

/** In which time zone days begin and end. */
function TimeZonePolicy({ policies, lead, onChange }: Props) {
  const [timeZone, choose] = useChosen(policies.timeZone);
  return (
    <Select
      label={t`Time zone of the hub`}
      description={
        <span
          className={classes.quiet}
        >{t`Release days, last days of use and reviews begin and end at midnight there, on every device.`}</span>
      }
      data={[...new Set([timeZone, ...TIME_ZONES])]}
      value={timeZone}
      searchable
      allowDeselect={false}
      disabled={!lead}
      maw={360}
      nothingFoundMessage={t`No time zone has this name.`}
      onChange={(zone) => {
        if (zone !== null)
          choose(zone, onChange({ timeZone: zone }, t`From now on, days are those of ${zone}.`));
      }}
    />
  );
}

/** Whether words on pages that are pictures are recognized. */
function RecognitionPolicy({ policies, lead, onChange }: Props) {
  return (
    <EitherPolicy
      label={t`Text recognition`}
      description={t`Whoever publishes a scan has its text recognized on their own device. Nothing is sent anywhere else.`}
      lead={lead}
      value={policies.recognition}
      choices={[
        {
          value: 'on',
          label: t`Recognize text in scans and pictures`,
          done: t`From now on, text in scans is recognized.`,
        },
        { value: 'off', label: t`Off`, done: t`From now on, text in scans is not recognized.` },
      ]}
      onChoose={(recognition, done) => onChange({ recognition }, done)}
    />
  );
}

/** Whether reviewers must approve a kit before it comes out for the first time. */
function KitReviewPolicy({ policies, lead, onChange }: Props) {
  return (
    <EitherPolicy
      label={t`Publishing kits`}
      description={t`This is about a kit’s first publication. Which content types need a review is set with each type.`}
      lead={lead}
      value={policies.kitReview}
      choices={[
        {
          value: 'free',
          label: t`Without a review`,
          done: t`From now on, kits are published without a review.`,
        },
        {
          value: 'needed',
          label: t`A reviewer has to approve them first`,
          done: t`From now on, new kits need a review.`,
        },
      ]}
      onChoose={(kitReview, done) => onChange({ kitReview }, done)}
    />
  );
}
