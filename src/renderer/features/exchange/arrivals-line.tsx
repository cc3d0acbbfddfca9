import { useEffect, useRef } from 'react';
import styles from './arrivals-line.module.css';
import { arrivalsSentence, useArrivals } from './use-arrivals.ts';

/** On Home: what came just now, said once and quietly; it is seen when one goes elsewhere. */
export function ArrivalsLine() {
  const { assets, look } = useArrivals();
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => () => latest.current(), []);
  return (
    <p className={styles.line} role="status">
      {assets.length === 0 ? '' : `${arrivalsSentence(assets)} just now`}
    </p>
  );
}
