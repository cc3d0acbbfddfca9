import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/contract/people.ts';
import { personChoices } from '../../../src/renderer/base/person-choices.ts';

function person(name: string, more: Partial<Person> = {}): Person {
  return {
    id: name,
    name,
    state: 'member',
    role: 'marketer',
    publishes: true,
    self: false,
    since: 1,
    devices: [],
    ...more,
  };
}

const people = [
  person('Ada', { self: true }),
  person('Ben', { state: 'removed', publishes: false }),
  person('Cy', { role: 'rep', publishes: false }),
  person('Di', { state: 'waiting', role: null, publishes: false }),
];
const labels = (publishers: boolean, chosen: string | null) =>
  personChoices(people, { publishers, chosen }).map(({ label }) => label);

describe('the choice of a person', () => {
  it('offers members, neither who waits nor who was removed', () => {
    expect(labels(false, null)).toEqual(['Ada (you)', 'Cy']);
  });

  it('offers who may publish alone where a rep can’t be', () => {
    expect(labels(true, null)).toEqual(['Ada (you)']);
  });

  it('shows who is chosen, also when they were removed or may no longer publish', () => {
    expect(labels(true, 'Ben')).toEqual(['Ada (you)', 'Ben (removed)']);
    expect(labels(true, 'Cy')).toEqual(['Ada (you)', 'Cy']);
  });
});
