/**
 * Whether this is a build for people. The build writes the value in place of the variable, so that what stands behind it falls away:
 * nobody can switch it on by an environment or a switch.
 */
export const IS_PACKAGED: boolean = process.env.KITBAG_BUILD === 'packaged';
