import type { ImplementerInternalWithMiddlewares } from '@orpc/server';
import type { Contract } from '../../contract/contract.ts';

type NoContext = Record<never, never>;

/** What routers are made with: the contract's procedures, waiting for their use cases. */
export type Implementer = ImplementerInternalWithMiddlewares<Contract, NoContext, NoContext>;
