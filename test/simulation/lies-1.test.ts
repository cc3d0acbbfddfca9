import { describeLies } from './describe-seeds.ts';

describeLies({ first: 1, count: Number(process.env.KITBAG_LYING_SEEDS ?? 1000) / 2 });
