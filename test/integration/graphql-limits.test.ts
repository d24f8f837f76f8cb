import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startServer, type TestServer } from '../support/start-server.js';

describe('what one GraphQL request may ask', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it('refuses the same hospitals asked for thousands of times under other names', async () => {
    const many = Array.from(
      { length: 2000 },
      (_, at) => `a${at}: release(roundId: "2017-18") { hospitals { name } }`,
    );
    const { data, errors } = await server.send(`{ ${many.join(' ')} }`);
    expect(data ?? null).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      mend: expect.stringMatching(/schema/),
    });
  });

  it('takes the longest question that a tool asks, the one for the schema itself', async () => {
    const { data, errors } = await server.send(getIntrospectionQuery());
    expect(errors).toBeUndefined();
    expect(data?.['__schema'].types.length).toBeGreaterThan(20);
  });
});
