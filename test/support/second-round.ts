import { READY } from './round-planner.js';

/**
 * Plans, opens, releases and closes a further synthetic round on a running product, as its survey lead would; nobody
 * has answered it. Does nothing where it is there already.
 * @throws Error when a step is refused
 */
export async function releaseSecondRound(url: string, id: string): Promise<void> {
  let cookie = '';
  const ask = async (
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<Record<string, any>> => {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, cookie },
      body: JSON.stringify({ query, variables }),
    });
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    const { data, errors } = (await answer.json()) as { data?: Record<string, any>; errors?: unknown };
    const problems = Object.values(data ?? {})[0]?.problems;
    if (errors !== undefined || problems !== undefined)
      throw new Error(`${query.slice(0, 60)}: ${JSON.stringify(errors ?? problems)}`);
    return data ?? {};
  };
  const { rounds } = await ask('{ rounds { id latestRelease { number } } }');
  if ((rounds as { id: string }[]).some((round) => round.id === id)) return;
  await ask('mutation { signInToDemo(role: survey_lead) { signedIn } }');
  const created = await ask(
    `mutation ($input: CreateRoundInput!) { createRound(input: $input) {
      ... on RoundPlan { revision } ... on RoundPlanRefused { problems { code } } } }`,
    {
      input: {
        id,
        title: `Unreal round ${id}`,
        kind: 'synthetic',
        from: '',
        instrumentKey: 'iapt-liaison',
        instrumentVersion: '1.1',
        frameId: 'acute-ed-2018',
      },
    },
  );
  const fields = `title instrumentKey instrumentVersion frameId opensAt closesAt correctionsUntil perspectives purpose
    approval legalBasis legalBasisWhy furtherWords unitOfAnalysis nameFacts nameDontKnow nameSilence`;
  const { roundPlan } = await ask(`query ($id: ID!) { roundPlan(id: $id) { ${fields} } }`, { id });
  const saved = await ask(
    `mutation ($input: SaveRoundPlanInput!) { saveRoundPlan(input: $input) {
      ... on RoundPlan { revision } ... on RoundPlanRefused { problems { code } } } }`,
    {
      input: {
        roundId: id,
        expectedRevision: created['createRound'].revision,
        plan: { ...roundPlan, ...READY },
      },
    },
  );
  const step = `mutation ($input: TakeRoundStepInput!) { takeRoundStep(input: $input) {
      ... on RoundPlan { revision } ... on RoundPlanRefused { problems { code } } } }`;
  const opened = await ask(step, {
    input: { roundId: id, to: 'open', expectedRevision: saved['saveRoundPlan'].revision },
  });
  await ask(
    `mutation ($input: ReleaseRoundInput!) { releaseRound(input: $input) {
      ... on Release { number } ... on ReleaseRefused { problems { code } } } }`,
    { input: { roundId: id, kind: 'interim', note: '', idempotencyKey: `second-${id}` } },
  );
  // Other journeys answer in the demonstration: a second round that takes answers would draw them off.
  await ask(step, {
    input: { roundId: id, to: 'cleaning', expectedRevision: opened['takeRoundStep'].revision },
  });
}
