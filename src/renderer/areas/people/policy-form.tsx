import { t } from '@lingui/core/macro';
import { Radio, Select, Stack } from '@mantine/core';
import type { Policies } from '../../../contract/people.ts';
import type { PlaceKind } from '../../../shared/hub-location.ts';
import listing from '../../ui/listing.module.css';
import { useHubState } from '../hub/sync/use-sync.ts';
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
  const [admission, chooseAdmission] = useChosen(policies.admission);
  const [searchWords, chooseWords] = useChosen(policies.searchWords);
  return (
    <div className={`${listing.panel} ${classes.panel}`}>
      <Radio.Group
        label={t`Who can join`}
        description={<span className={classes.quiet}>{ADMISSION[kind]}</span>}
        value={admission}
        onChange={(value) =>
          value === 'ask'
            ? chooseAdmission('ask', onChange({ admission: 'ask' }, t`From now on, a lead lets people in.`))
            : chooseAdmission(
                'open',
                onChange({ admission: 'open' }, t`From now on, everyone who joins is in at once, as a rep.`),
              )
        }
      >
        <Stack gap={8} mt={8}>
          <Radio value="open" disabled={!lead} label={t`Everyone who joins, at once, as a rep`} />
          <Radio value="ask" disabled={!lead} label={t`A lead lets people in`} />
        </Stack>
      </Radio.Group>
      <Radio.Group
        label={t`What leads see of searches`}
        description={
          <span
            className={classes.quiet}
          >{t`Terms reveal gaps; counts keep individual searches private.`}</span>
        }
        value={searchWords}
        onChange={(value) =>
          value === 'words'
            ? chooseWords(
                'words',
                onChange({ searchWords: 'words' }, t`From now on, search terms are shared.`),
              )
            : chooseWords(
                'counts',
                onChange({ searchWords: 'counts' }, t`From now on, only counts of searches are shared.`),
              )
        }
      >
        <Stack gap={8} mt={8}>
          <Radio value="counts" disabled={!lead} label={t`Counts and success rates only`} />
          <Radio value="words" disabled={!lead} label={t`Search terms too`} />
        </Stack>
      </Radio.Group>
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
  const [recognition, choose] = useChosen(policies.recognition);
  return (
    <Radio.Group
      label={t`Text recognition`}
      description={
        <span
          className={classes.quiet}
        >{t`Whoever publishes a scan has its text recognized on their own device. Nothing is sent anywhere else.`}</span>
      }
      value={recognition}
      onChange={(value) =>
        value === 'off'
          ? choose('off', onChange({ recognition: 'off' }, t`From now on, text in scans is not recognized.`))
          : choose('on', onChange({ recognition: 'on' }, t`From now on, text in scans is recognized.`))
      }
    >
      <Stack gap={8} mt={8}>
        <Radio value="on" disabled={!lead} label={t`Recognize text in scans and pictures`} />
        <Radio value="off" disabled={!lead} label={t`Off`} />
      </Stack>
    </Radio.Group>
  );
}

/** Whether reviewers must approve a kit before it comes out for the first time. */
function KitReviewPolicy({ policies, lead, onChange }: Props) {
  const [kitReview, choose] = useChosen(policies.kitReview);
  return (
    <Radio.Group
      label={t`Publishing kits`}
      description={
        <span
          className={classes.quiet}
        >{t`This is about a kit’s first publication. Which content types need a review is set with each type.`}</span>
      }
      value={kitReview}
      onChange={(value) =>
        value === 'needed'
          ? choose('needed', onChange({ kitReview: 'needed' }, t`From now on, new kits need a review.`))
          : choose(
              'free',
              onChange({ kitReview: 'free' }, t`From now on, kits are published without a review.`),
            )
      }
    >
      <Stack gap={8} mt={8}>
        <Radio value="free" disabled={!lead} label={t`Without a review`} />
        <Radio value="needed" disabled={!lead} label={t`A reviewer has to approve them first`} />
      </Stack>
    </Radio.Group>
  );
}
