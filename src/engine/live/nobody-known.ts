/** The mark says that there is a replica, but no journal says whose device this is. */
export class NobodyKnown extends Error {
  /** Whether at least the hub's founding is here. */
  readonly isFounded: boolean;

  constructor(isFounded: boolean) {
    super('nobody is known on this device');
    this.isFounded = isFounded;
  }
}
