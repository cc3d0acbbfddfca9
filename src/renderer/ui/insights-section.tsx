import type { ReactNode } from 'react';
import { DefinitionHint } from './definition-hint.tsx';
import classes from './report.module.css';

type Props = {
  readonly id: string;
  readonly title: string;
  /** The figure that this is about, explained beside the title. */
  readonly of?: { readonly name: string; readonly definition: string };
  /** How to use it, or what stands out, in a sentence. */
  readonly text?: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

/** A part of the page that the numbers lead to. */
export function InsightsSection({ id, title, of, text = '', action, children }: Props) {
  return (
    <section className={classes.section} aria-labelledby={`${id}-title`}>
      <header className={classes.sectionHead}>
        <h2 id={`${id}-title`} className={classes.sectionTitle} tabIndex={-1}>
          {title}
        </h2>
        {of !== undefined && <DefinitionHint name={of.name} definition={of.definition} />}
        <p className={classes.sectionText}>{text}</p>
        {action}
      </header>
      {children}
    </section>
  );
}

/** Leads to a part of the page and puts the keyboard there. */
export function goToSection(id: string): void {
  const title = document.getElementById(`${id}-title`);
  title?.scrollIntoView({ block: 'start' });
  title?.focus({ preventScroll: true });
}
