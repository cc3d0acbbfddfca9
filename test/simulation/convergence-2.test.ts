import { describeSeeds } from './describe-seeds.ts';

describeSeeds({ first: 251, count: 250 });
