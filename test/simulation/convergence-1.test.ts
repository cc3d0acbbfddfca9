import { describeSeeds } from './describe-seeds.ts';

describeSeeds({ first: 1, count: 250 });
