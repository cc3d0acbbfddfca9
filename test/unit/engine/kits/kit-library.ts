import { TempEngine, type TempEngineOptions } from '../../../support/temp-engine.ts';

/** What tests of kits begin with: a lead with assets that are out, by number. Its engine is to be removed. */
export async function libraryOf(
  count: number,
  ports: TempEngineOptions['ports'] = {},
): Promise<{ client: TempEngine['client']; engine: TempEngine; assets: string[] }> {
  const engine = await TempEngine.open({ ports });
  const paths = Array.from({ length: count }, (_, at) =>
    engine.file(`asset ${at + 1}.txt`, `Text ${at + 1}.`),
  );
  await engine.publish(...paths);
  const byTitle = new Map([...engine.engine.summaries().values()].map(({ id, title }) => [title, id]));
  const assets = paths.map((_, at) => byTitle.get(`Asset ${at + 1}`) ?? '');
  return { client: engine.client, engine, assets };
}

/** What a kit holds, by titles. */
export async function titlesIn(
  client: TempEngine['client'],
  kit: string,
): Promise<readonly (string | undefined)[]> {
  return (await client.kits.get({ kit })).contents.map(({ asset }) => asset?.title);
}
