import type { AssetSummary } from '../../contract/assets.ts';
import type { GateAnswer, HandOut, Instead } from '../../contract/gate.ts';
import { assetOfVersion } from '../../domain/assets/asset-selectors.ts';
import { gateVerdict } from '../../domain/assets/gate.ts';
import { says } from '../../shared/says/says.ts';
import type { GateReason, WayOut } from '../../shared/vocabulary/ways-out.ts';
import { readableVersion, summaryOf } from '../assets/assets.ts';
import { isDraftVersion } from '../assets/versions.ts';
import type { WithSearch } from '../search/with-search.ts';
import { gateHeld, gateQuestion, notOpened } from './gate-messages.ts';
import { insteadOf } from './instead.ts';

/**
 * The one gate that everything passes which leaves. A question is asked once for each asset, way and set of reasons as long as the engine
 * runs: who copies an internal sheet twice has answered; who then presents it is asked again, and so is everybody after the next start.
 */
export class Gate {
  readonly #answered = new Set<string>();

  /** Whether a version may leave on a way; `confirmed` answers the question of before. Throws `Refusal` NOT_FOUND. */
  async pass(replica: WithSearch, version: string, way: WayOut, confirmed = false): Promise<GateAnswer> {
    const { asset, role, verdict } = decide(replica, version, way);
    if (verdict.verdict === 'allowed') return { verdict: 'allowed' };
    const { reasons } = verdict;
    if (verdict.verdict === 'refused') {
      const instead = await insteadFor(replica, version, { asset, way, reasons });
      return gateHeld(asset, { way, role }, reasons, instead);
    }
    const question = [asset.id, way, ...reasons].join(' ');
    if (confirmed) this.#answered.add(question);
    if (this.#answered.has(question)) return { verdict: 'allowed' };
    return gateQuestion(asset.title, way, reasons);
  }

  /**
   * Everything that keeps a version from leaving on a way, what matters most first, with what can be used in its place; nothing is asked, and no
   * answer is remembered. Throws `Refusal` NOT_FOUND.
   */
  async standing(
    replica: WithSearch,
    version: string,
    way: WayOut,
  ): Promise<{ readonly reasons: readonly GateReason[]; readonly instead?: Instead }> {
    const { asset, verdict } = decide(replica, version, way);
    if (verdict.verdict === 'allowed') return { reasons: [] };
    const { reasons } = verdict;
    const instead = await insteadFor(replica, version, { asset, way, reasons });
    return { reasons, ...(instead !== undefined && { instead }) };
  }

  /** The file of a version, for the shell: only where it may leave, and a question was answered. */
  async handOut(replica: WithSearch, version: string, way: WayOut): Promise<HandOut> {
    const answer = await this.pass(replica, version, way);
    if (answer.verdict !== 'allowed') {
      const told = { title: answer.title, about: answer.says };
      // A question ends by itself.
      const held = answer.verdict === 'ask' ? says('gate.asked', told) : says('gate.held', told);
      return { outcome: 'held', says: held };
    }
    const { sha256, fileName, mediaType, thumbnail } = readableVersion(replica, version).body;
    if (way === 'open' && (await replica.ports.home.blobs.has(sha256))) {
      const path = replica.ports.home.blobs.path(sha256);
      const opening = await replica.ports.extractor.opening(path, fileName);
      if (!opening.opens) return { outcome: 'not-opened', ...notOpened(fileName, opening.reason) };
    }
    const picture = thumbnail === undefined ? {} : { picture: thumbnail.sha256 };
    return { outcome: 'allowed', file: { sha256, fileName, mediaType, ...picture } };
  }
}

/** What can be used in the place of what is held: the current version of the same, or another asset. */
async function insteadFor(
  replica: WithSearch,
  version: string,
  {
    asset,
    way,
    reasons,
  }: { readonly asset: AssetSummary; readonly way: WayOut; readonly reasons: readonly GateReason[] },
): Promise<Instead | undefined> {
  const current = asset.version.id;
  if (version !== current && decide(replica, current, way).verdict.verdict === 'allowed')
    return { asset: asset.id, title: asset.title, named: true };
  const past = reasons[0] === 'expired' || reasons[0] === 'recalled';
  return past || way === 'send' || way === 'assemble' ? insteadOf(replica, asset, way) : undefined;
}

function decide(replica: WithSearch, version: string, way: WayOut) {
  readableVersion(replica, version);
  const asset = summaryOf(replica, assetOfVersion(replica.catalog, version) ?? '');
  const { role } = replica.catalog.self();
  const { state, released, audience } = asset;
  const draftVersion = isDraftVersion(replica, version);
  const superseded = !draftVersion && version !== asset.version.id;
  const verdict = gateVerdict({ way, state, released, draftVersion, superseded, audience, role });
  return { asset, role, verdict };
}
