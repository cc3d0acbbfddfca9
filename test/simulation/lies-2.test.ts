import { describeLies } from './describe-seeds.ts';

const half = Number(process.env.KITBAG_LYING_SEEDS ?? 1000) / 2;
describeLies({ first: 1 + half, count: half });
