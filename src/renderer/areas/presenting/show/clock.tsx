import { t } from '@lingui/core/macro';
import { useEffect, useState } from 'react';
import { formatTime } from '../../../ui/format.ts';
import classes from './show.module.css';

/** The moment, again each second. */
function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** What time it is. */
export function Clock() {
  const now = useNow();
  return (
    <time className={classes.time} title={t`Time of day`}>
      {formatTime(now)}
    </time>
  );
}

/** How long it has gone on. */
export function Elapsed({ since }: { readonly since: number }) {
  const seconds = Math.max(0, Math.floor((useNow() - since) / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return (
    <span className={classes.time} title={t`Time elapsed`}>
      {hours === 0 ? rest : `${hours}:${rest}`}
    </span>
  );
}
