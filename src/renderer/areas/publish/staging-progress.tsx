import { plural, t } from '@lingui/core/macro';
import { Button, Progress } from '@mantine/core';
import type { StagingState } from '../../../contract/publish.ts';
import { engine } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';
import { formatDuration, formatNumber } from '../../ui/format.ts';
import classes from './staging-progress.module.css';

type Reading = NonNullable<StagingState['progress']>;
type Props = { readonly progress: Reading; readonly onCancel: () => void };

const pause = (paused: boolean) => void engine.publish.pause({ paused }).catch(showError);

/** How far reading is: count, current file, time left; the table below stays usable meanwhile. */
export function StagingProgress({ progress, onCancel }: Props) {
  const { done, total, failed, current, paused = false } = progress;
  const read = formatNumber(done);
  const part = total === 0 ? 0 : (done / total) * 100;
  return (
    <div className={classes.progress}>
      <div className={classes.line}>
        <span className={classes.count}>
          {plural(total, { one: `${read} of # file read`, other: `${read} of # files read` })}
        </span>
        {failed > 0 ? (
          <span className={classes.failed}>{plural(failed, { one: '# failed', other: '# failed' })}</span>
        ) : null}
        <span className={classes.current} title={current}>
          {current}
        </span>
        <span className={classes.left}>{restOf(progress)}</span>
        <Button size="compact-sm" variant="default" onClick={() => pause(!paused)}>
          {paused ? t`Go on` : t`Pause`}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>{t`Cancel`}</Button>
      </div>
      <Progress value={part} size="sm" aria-label={t`Files read`} transitionDuration={0} />
    </div>
  );
}

/** What is known of the rest. */
function restOf({ looking = false, paused = false, timeLeft }: Reading): string {
  if (paused) return t`Paused`;
  if (looking) return t`Looking through folders…`;
  return timeLeft === undefined ? '' : t`${{ time: formatDuration(timeLeft) }} left`;
}
