import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { RoundPlanner } from '../support/round-planner.js';
import { startServer, type TestServer } from '../support/start-server.js';

describe('rounds beside each other on the map', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const beside = async (roundId: string) => {
    const query = 'query ($id: ID!) { mapRounds(roundId: $id) { roundId verdict comparable why } }';
    const { data, errors } = await server.send(query, { id: roundId });
    expect(errors).toBeUndefined();
    return data?.['mapRounds'] as { roundId: string; verdict: string; comparable: boolean; why: string }[];
  };

  it('are never a real and an invented one, whichever is asked about', async () => {
    const [demo] = await beside('2017-18');
    expect(demo).toMatchObject({ roundId: 'demo-2026', comparable: false });
    expect(demo?.why).toContain('invented');
    expect(await beside('demo-2026')).toMatchObject([{ roundId: '2017-18', comparable: false }]);
  });

  it('are offered once both are released, and not before', async () => {
    const planner = await RoundPlanner.of(server);
    await planner.opened('unreal-2099');
    expect((await beside('demo-2026')).map(({ roundId }) => roundId)).toEqual(['2017-18']);
    expect(await beside('unreal-2099')).toEqual([]);
    const { data } = await planner.ask(
      `mutation { releaseRound(input: { roundId: "unreal-2099", kind: interim, note: "", idempotencyKey: "beside-1" }) {
        ... on Release { number } ... on ReleaseRefused { problems { code message } } } }`,
    );
    expect(data?.['releaseRound']).toMatchObject({ number: 1 });
    expect(await beside('unreal-2099')).toContainEqual(
      expect.objectContaining({ roundId: 'demo-2026', verdict: 'same', comparable: true }),
    );
  });

  it('are none where there is no such round', async () => {
    expect(await beside('nope')).toEqual([]);
  });
});
