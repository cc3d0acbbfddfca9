import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';
import { HubPage } from './hub-page.ts';

type Filled = {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly secret: string;
};

/** Sharing and joining a hub in a bucket. */
export class BucketPage {
  readonly name: Locator;
  readonly secret: Locator;
  readonly alert: Locator;
  readonly #page: Page;
  readonly #hub: HubPage;

  constructor(kitbag: RunningKitbag) {
    this.#page = kitbag.window;
    this.#hub = new HubPage(kitbag);
    this.alert = this.#page.getByRole('alert');
    this.name = this.#field('Bucket');
    this.secret = this.#page.getByLabel('Secret access key', { exact: true });
  }

  /** Opens the form of the dialog that shares the private hub. */
  async beginSharing(): Promise<void> {
    await this.#hub.openSync();
    await this.#button('Share this hub').click();
    await this.#button('Use a bucket…').click();
  }

  /** Opens the form, on the first start. */
  async beginJoining(): Promise<void> {
    await this.#button('Use its bucket…').click();
  }

  /** Fills in the form. */
  async fill({ endpoint, region, bucket, prefix, secret }: Filled): Promise<void> {
    await this.name.fill(bucket);
    await this.#field('Path in the bucket').fill(prefix);
    await this.#field('Address of the store').fill(endpoint);
    await this.#field('Region').fill(region);
    await this.#field('Access key ID').fill('kitbag');
    await this.secret.fill(secret);
  }

  test(): Promise<void> {
    return this.#button('Test connection').click();
  }

  goOn(): Promise<void> {
    return this.#button('Continue').click();
  }

  /** Shares there; answers the invitation with the keys, and its password. */
  async share(
    name: string,
    look: () => Promise<void> | undefined = () => undefined,
  ): Promise<{ readonly text: string; readonly password: string }> {
    await this.goOn();
    await this.#field('Name of the hub').fill(name);
    await this.#button('Share here').click();
    await expect(this.said(`${name} is shared.`)).toBeVisible();
    await this.#page.getByLabel('Include this device’s keys for the bucket').check();
    const password = this.#page.getByTestId('invitation-password');
    await expect(password).toHaveText(/^\w{5}(-\w{5}){3}$/);
    const text = await this.#page.getByTestId('invitation').innerText();
    const shown = { text, password: await password.innerText() };
    await look();
    await this.#button('Done').click();
    return shown;
  }

  /** Pastes an invitation, on the first start. */
  async useInvitation(text: string): Promise<void> {
    await this.#button('Use an invitation…').click();
    await expect(this.#field('Invitation')).toBeFocused();
    await this.#field('Invitation').fill(text);
    await this.goOn();
  }

  /** Enters the password of the keys in the invitation. */
  async password(text: string): Promise<void> {
    await this.#field('Password of the invitation').fill(text);
    await this.goOn();
  }

  /** Says who one is, and joins. */
  async join(name: string): Promise<void> {
    await this.#field('Your name').fill(name);
    await this.#button('Join').and(this.#page.locator('[type=submit]')).click();
  }

  /** Has the policy of a device shown that the hub does not know. */
  async policyOfNewDevice(name: string): Promise<void> {
    await this.#page.getByLabel('For the keys of').selectOption('A device that isn’t in the hub yet');
    await this.#field('Name of the device').fill(name);
  }

  said(text: string | RegExp): Locator {
    return this.#page.getByText(text);
  }

  #button(name: string): Locator {
    return this.#page.getByRole('button', { name, exact: true });
  }

  #field(name: string): Locator {
    return this.#page.getByRole('textbox', { name, exact: true });
  }
}
