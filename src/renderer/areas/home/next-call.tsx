import { t } from '@lingui/core/macro';
import { SegmentedControl } from '@mantine/core';
import { useCallContext } from '../../base/call-context-state.ts';
import { useTaxonomy } from '../../base/use-taxonomy.ts';
import { withChoice } from '../calls/choices.ts';
import styles from './home-screen.module.css';

const ANY = '';

/** The call that one prepares for: stages as one control, personas as chips. */
export function NextCall() {
  const taxonomy = useTaxonomy();
  const [context, setContext] = useCallContext();
  const stages = taxonomy.stages.filter((stage) => !stage.retired);
  const personas = taxonomy.personas.filter((persona) => !persona.retired);
  return (
    <section className={styles.call} aria-labelledby="next-call">
      <h2 className={styles.callTitle} id="next-call">{t`Your next call`}</h2>
      <SegmentedControl
        aria-label={t`Buying stage`}
        size="sm"
        data={[
          { value: ANY, label: t`Any stage` },
          ...stages.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={context.stage ?? ANY}
        transitionDuration={100}
        onChange={(stage) => {
          const { stage: _before, ...rest } = context;
          setContext(stage === ANY ? rest : { ...rest, stage });
        }}
      />
      <ul className={styles.chips} aria-label={t`Persona`}>
        {personas.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.chip}
              aria-pressed={context.persona === id}
              onClick={() => setContext(withChoice(context, { facet: 'persona', id }))}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
