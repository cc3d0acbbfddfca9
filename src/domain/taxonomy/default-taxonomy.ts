import type { Audience } from '../../shared/vocabulary/assets.ts';

/** The shared words that a new hub starts with; a lead can edit them. From the field's standard terms (see vocabulary). */

/** A buying stage: the buyer's side of the deal, in order. */
type StageTerm = {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly entryCriteria: string;
  readonly order: number;
};

/** Who the buyer is. */
type PersonaTerm = {
  readonly id: string;
  readonly name: string;
  readonly goals: string;
  readonly challenges: string;
  readonly order: number;
};

/** What kind of collateral it is, and whom it is for unless somebody says otherwise. */
type TypeTerm = {
  readonly id: string;
  readonly name: string;
  readonly audience: Audience;
  readonly order: number;
};

export const DEFAULT_STAGES: readonly StageTerm[] = [
  {
    id: 'awareness',
    name: 'Awareness',
    definition: 'The buyer realizes that there is a problem; content educates.',
    entryCriteria: 'Describes a pain, but not yet a kind of solution.',
    order: 1,
  },
  {
    id: 'consideration',
    name: 'Consideration',
    definition: 'The buyer compares approaches to the problem.',
    entryCriteria: 'Has named the problem and asks how others solve it.',
    order: 2,
  },
  {
    id: 'decision',
    name: 'Decision',
    definition: 'The buyer chooses among vendors and looks for proof, return and risk.',
    entryCriteria: 'Has a shortlist, a budget or a date.',
    order: 3,
  },
  {
    id: 'retention',
    name: 'Retention',
    definition: 'After the purchase: onboarding, renewal, expansion.',
    entryCriteria: 'Has signed.',
    order: 4,
  },
];

export const DEFAULT_PERSONAS: readonly PersonaTerm[] = [
  {
    id: 'cfo',
    name: 'CFO',
    goals: 'Predictable cost, fast payback',
    challenges: 'Hidden cost, weak evidence',
    order: 1,
  },
  {
    id: 'cio',
    name: 'CIO',
    goals: 'Fewer systems, clean integration',
    challenges: 'Legacy, scarce engineers',
    order: 2,
  },
  {
    id: 'head-of-operations',
    name: 'Head of operations',
    goals: 'Throughput, fewer errors',
    challenges: 'Change fatigue, manual steps',
    order: 3,
  },
  {
    id: 'it-security-lead',
    name: 'IT security lead',
    goals: 'No new risk, clear controls',
    challenges: 'Questionnaires, unknown vendors',
    order: 4,
  },
  {
    id: 'procurement-manager',
    name: 'Procurement manager',
    goals: 'Comparable offers, fair terms',
    challenges: 'Unclear pricing, renewals',
    order: 5,
  },
  {
    id: 'team-lead',
    name: 'Team lead',
    goals: 'A tool that the team likes',
    challenges: 'Training time, busy days',
    order: 6,
  },
];

const type = (id: string, name: string, audience: Audience, order: number): TypeTerm => ({
  id,
  name,
  audience,
  order,
});

export const DEFAULT_TYPES: readonly TypeTerm[] = [
  type('battlecard', 'Battlecard', 'internal', 1),
  type('sales-card', 'Sales card', 'internal', 2),
  type('one-pager', 'One-pager', 'customer', 3),
  type('solution-sheet', 'Solution sheet', 'customer', 4),
  type('data-sheet', 'Data sheet', 'customer', 5),
  type('case-study', 'Case study', 'customer', 6),
  type('white-paper', 'White paper', 'customer', 7),
  type('analyst-report', 'Analyst report', 'customer', 8),
  type('competitor-comparison', 'Competitor comparison', 'internal', 9),
  type('pitch-deck', 'Pitch deck', 'customer', 10),
  type('demo-video', 'Demo video', 'customer', 11),
  type('roi-calculator', 'ROI calculator', 'customer', 12),
  type('pricing-sheet', 'Pricing sheet', 'customer', 13),
  type('proposal-template', 'Proposal template', 'customer', 14),
  type('email-template', 'Email template', 'internal', 15),
  type('call-script', 'Call script', 'internal', 16),
  type('objection-handling', 'Objection handling', 'internal', 17),
  type('faq', 'FAQ', 'customer', 18),
  type('playbook', 'Playbook', 'internal', 19),
  type('implementation-guide', 'Implementation guide', 'customer', 20),
  type('webinar', 'Webinar', 'customer', 21),
  type('testimonial', 'Testimonial', 'customer', 22),
  type('security-pack', 'Security pack', 'customer', 23),
];
