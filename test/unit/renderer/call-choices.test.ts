import { describe, expect, it } from 'vitest';
import type { Taxonomy } from '../../../src/contract/taxonomy.ts';
import { choicesOf, withChoice } from '../../../src/renderer/areas/calls/choices.ts';

function taxonomyOf(stages: number, personas: number): Taxonomy {
  const term = (id: string, order: number) => ({ id, name: id, order, retired: false });
  return {
    stages: Array.from({ length: stages }, (_, at) => ({
      ...term(`stage-${at}`, at),
      definition: '',
      entryCriteria: '',
    })),
    personas: Array.from({ length: personas }, (_, at) => ({
      ...term(`persona-${at}`, at),
      goals: '',
      challenges: '',
    })),
    types: [],
    products: [],
    dimensions: [],
    synonyms: [],
    tags: [],
    languages: [],
  };
}

describe('the call that one prepares for', () => {
  it('gives stages and then personas the keys 1 to 9, 0 and the letters', () => {
    const keys = choicesOf(taxonomyOf(4, 8)).map((choice) => choice.key);
    expect(keys.join('')).toBe('1234567890ab');
  });

  it('leaves out terms that are retired', () => {
    const taxonomy = taxonomyOf(2, 1);
    const [first, second] = taxonomy.stages;
    if (first === undefined || second === undefined) throw new Error('two stages were made');
    const choices = choicesOf({ ...taxonomy, stages: [{ ...first, retired: true }, second] });
    expect(choices.map((choice) => choice.id)).toEqual(['stage-1', 'persona-0']);
  });

  it('takes a choice back when it is made again, and keeps the other one', () => {
    const both = { stage: 'decision', persona: 'cfo' };
    expect(withChoice(both, { facet: 'stage', id: 'decision' })).toEqual({ persona: 'cfo' });
    expect(withChoice(both, { facet: 'stage', id: 'retention' })).toEqual({
      stage: 'retention',
      persona: 'cfo',
    });
  });
});
