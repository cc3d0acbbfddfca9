/** LibreOffice on this device, which draws old documents as their own program would. */
export interface OfficeProgram {
  /** Where it is; undefined where it is not on this device. */
  find(): Promise<string | undefined>;
  /** Whether it may be used; said by a person, otherwise it may. */
  isUsed(): Promise<boolean>;
  use(used: boolean): Promise<void>;
}
