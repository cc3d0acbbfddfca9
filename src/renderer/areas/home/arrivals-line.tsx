import { useEffect, useRef } from 'react';
import styles from './arrivals-line.module.css';
import { arrivedJustNow, useArrivals } from './use-arrivals.ts';

/** On Home: what came just now, said once and quietly; it is seen when one goes elsewhere. */
export function ArrivalsLine() {
  const arrivals = useArrivals();
  const latest = useRef(arrivals);
  latest.current = arrivals;
  useEffect(() => () => latest.current.look(), []);
  return (
    <p className={styles.line} role="status">
      {arrivals.total === 0 ? '' : arrivedJustNow(arrivals)}
    </p>
  );
}
