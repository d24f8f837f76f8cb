import type { Problem } from '@liaison-atlas/shared/kernel/problem';

import type { GraphqlAnswer, TestServer } from './start-server.js';

const PLAN_FIELDS = `title instrumentKey instrumentVersion frameId opensAt closesAt correctionsUntil perspectives purpose
  approval legalBasis legalBasisWhy furtherWords unitOfAnalysis nameFacts nameDontKnow nameSilence`;
const PLAN = `id revision kind state basedOn ${PLAN_FIELDS} takesAnswers takesCorrections sentForms unsentForms locked
  noteWords retention steps { to button consequences problems { code field } }`;
const RESULT = `{ __typename ... on RoundPlan { ${PLAN} } ... on RoundPlanRefused { problems { code field message mend } }`;
const STALE = `... on StaleRoundPlan { stored { ${PLAN} } differences { field stored sent } } }`;

/** A round as its planner sees it. */
export type PlannedRound = Record<string, any>;

export interface PlanOutcome {
  readonly round?: PlannedRound;
  /** Somebody changed the round meanwhile: what is stored. */
  readonly stale?: PlannedRound;
  readonly differences: readonly { field: string; stored: string; sent: string }[];
  readonly problems: readonly Problem[];
  /** `field CODE` of each problem. */
  readonly refused: readonly string[];
  readonly error: string;
}

/** What a round needs to be opened. */
export const READY = {
  closesAt: '2098-05-31',
  correctionsUntil: '2098-06-30',
  purpose: 'service_evaluation',
  legalBasis: 'legitimate_interests',
};

/** Somebody who plans rounds, by GraphQL. */
export class RoundPlanner {
  constructor(
    private readonly server: TestServer,
    private readonly cookie: string,
  ) {}

  static async of(server: TestServer): Promise<RoundPlanner> {
    return new RoundPlanner(server, await server.signIn());
  }

  ask(query: string, variables: Record<string, unknown> = {}): Promise<GraphqlAnswer> {
    return this.server.send(query, variables, this.cookie);
  }

  async list(): Promise<PlannedRound[]> {
    return (await this.ask(`{ roundPlans { ${PLAN} } }`)).data?.['roundPlans'] as PlannedRound[];
  }

  async get(id: string): Promise<PlannedRound> {
    const { data, errors } = await this.ask(`query ($id: ID!) { roundPlan(id: $id) { ${PLAN} } }`, { id });
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data?.['roundPlan'] as PlannedRound;
  }

  /** A synthetic round of questionnaire 1.1 from nothing, unless told otherwise. */
  async create(id: string, values: Record<string, string> = {}): Promise<PlanOutcome> {
    const input = {
      id,
      title: `Unreal round ${id}`,
      kind: 'synthetic',
      from: '',
      instrumentKey: 'iapt-liaison',
      instrumentVersion: '1.1',
      frameId: 'acute-ed-2018',
      ...values,
    };
    const query = `mutation ($input: CreateRoundInput!) { createRound(input: $input) ${RESULT} } }`;
    return toOutcome(await this.ask(query, { input }), 'createRound');
  }

  /** Saves the stored plan with changes, from the revision that is stored unless another is given. */
  async save(roundId: string, changes: Record<string, unknown>, revision?: number): Promise<PlanOutcome> {
    const stored = await this.get(roundId);
    const plan = Object.fromEntries(PLAN_FIELDS.split(/\s+/).map((field) => [field, stored[field]]));
    const input = {
      roundId,
      expectedRevision: revision ?? stored['revision'],
      plan: { ...plan, ...changes },
    };
    const query = `mutation ($input: SaveRoundPlanInput!) { saveRoundPlan(input: $input) ${RESULT} ${STALE} }`;
    return toOutcome(await this.ask(query, { input }), 'saveRoundPlan');
  }

  async step(roundId: string, to: string, revision?: number): Promise<PlanOutcome> {
    const expectedRevision = revision ?? (await this.get(roundId))['revision'];
    const query = `mutation ($input: TakeRoundStepInput!) { takeRoundStep(input: $input) ${RESULT} ${STALE} }`;
    return toOutcome(await this.ask(query, { input: { roundId, to, expectedRevision } }), 'takeRoundStep');
  }

  /** A round that takes answers. @throws when something stands in the way */
  async opened(id: string, values: Record<string, string> = {}): Promise<string> {
    for (const outcome of [
      await this.create(id, values),
      await this.save(id, READY),
      await this.step(id, 'open'),
    ])
      if (outcome.round === undefined) throw new Error(JSON.stringify(outcome));
    return id;
  }
}

function toOutcome({ data, errors }: GraphqlAnswer, name: string): PlanOutcome {
  const result = data?.[name] as Record<string, any> | undefined;
  const problems = (result?.['problems'] ?? []) as readonly Problem[];
  const isRound = result?.['__typename'] === 'RoundPlan';
  return {
    ...(isRound && { round: result }),
    ...(result?.['stored'] !== undefined && { stale: result['stored'] as PlannedRound }),
    differences: (result?.['differences'] ?? []) as PlanOutcome['differences'],
    problems: isRound ? [] : problems,
    refused: isRound ? [] : problems.map(({ field, code }) => `${field} ${code}`),
    error: String(errors?.[0]?.extensions['code'] ?? ''),
  };
}
