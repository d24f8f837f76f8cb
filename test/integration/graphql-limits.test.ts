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

  it.each([
    [
      'many searches under other names',
      Array.from({ length: 21 }, (_, at) => `a${at}: search(text: "a") { __typename }`).join(' '),
      /21 things at once/,
    ],
    [
      'the same names put together from fragments',
      '...a ...a ...a } fragment a on Query { ...b ...b ...b ...b } fragment b on Query { x: viewer { demo } y: viewer { demo }',
      /24 things at once/,
    ],
    ['a question without end', `${'a { '.repeat(400)} b ${'}'.repeat(400)}`, /401 fields deep/],
    [
      'lists in lists many times over',
      Array.from(
        { length: 4 },
        (_, at) =>
          `a${at}: instruments { questions { variable type text askedWhen required publication source options { code label } } }`,
      ).join(' '),
      /too much at once/,
    ],
  ])('refuses %s, and says what the most is', async (_what, selection, words) => {
    const { data, errors } = await server.send(`{ ${selection} }`);
    expect(data ?? null).toBeNull();
    const said = errors?.find(({ message }) => words.test(message));
    expect(said?.extensions).toEqual({
      code: 'BAD_INPUT',
      field: '',
      mend: expect.stringMatching(/Ask for less/),
    });
  });

  it('takes twenty things at once', async () => {
    const twenty = Array.from(
      { length: 20 },
      (_, at) => `a${at}: search(text: "oldham", take: 25) { __typename }`,
    );
    const { data, errors } = await server.send(`{ ${twenty.join(' ')} }`);
    expect(errors).toBeUndefined();
    expect(Object.keys(data ?? {})).toHaveLength(20);
  });

  it('takes the longest question that a tool asks, the one for the schema itself', async () => {
    const { data, errors } = await server.send(getIntrospectionQuery());
    expect(errors).toBeUndefined();
    expect(data?.['__schema'].types.length).toBeGreaterThan(20);
  });
});
