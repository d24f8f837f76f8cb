import type { GivenForm } from './given.js';
import { givenLink } from './given.js';
import { LiaisonTeam, type Person } from './people.js';
import type { GraphqlAnswer, TestServer } from './start-server.js';

/** What a cleaner sees of a form. */
export interface SeenForm {
  readonly id: string;
  readonly mark: string;
  readonly outcome: string;
  readonly rule: string;
  readonly reason: string;
  readonly odsCode: string;
  readonly revision: number;
  readonly leads: boolean;
  readonly comments: readonly {
    readonly variable: string;
    readonly state: string;
    readonly shown: string | null;
  }[];
  readonly proposals: readonly { readonly odsCode: string }[];
  readonly decisions: readonly { readonly id: string; readonly kind: string; readonly state: string }[];
}

export interface SeenTask {
  readonly id: string;
  readonly kind: string;
  readonly responseIds: readonly string[];
  readonly odsCode: string;
  readonly perspective: string;
  readonly variable: string;
  readonly asked: boolean;
}

/** What came of a request to decide: ids of the decisions, or codes of what stood in the way. */
export interface Outcome {
  readonly ids: readonly string[];
  readonly problems: readonly string[];
}

export type Said = Readonly<Record<string, unknown>> & { readonly kind: string };

/** Somebody who cleans one round, through the same operations that the screen uses. */
export class Cleaner {
  constructor(
    readonly person: Person,
    readonly roundId: string,
  ) {}

  ask(query: string, variables: Record<string, unknown> = {}): Promise<GraphqlAnswer> {
    return this.person.ask(query, { roundId: this.roundId, ...variables });
  }

  async ledger(): Promise<Record<string, number>> {
    const { data } = await this.ask(
      'query ($roundId: ID!) { cleaning(roundId: $roundId) { forms { received accepted merged excluded withdrawn pending partial analysed } } }',
    );
    return data?.['cleaning'].forms;
  }

  async cleaning(): Promise<Record<string, any>> {
    const { data } = await this.ask(
      'query ($roundId: ID!) { cleaning(roundId: $roundId) { mode secondReader decisions frozenAs tasks { kind count } checks { id on threshold } excludedByReason { reason count } } }',
    );
    return data?.['cleaning'];
  }

  async tasks(kind: string | null = null, page = 1, perPage = 100): Promise<readonly SeenTask[]> {
    const { data } = await this.ask(
      `query ($roundId: ID!, $kind: TaskKind, $page: Int!, $perPage: Int!) {
        cleaningQueue(roundId: $roundId, kind: $kind, page: $page, perPage: $perPage) {
          total tasks { id kind responseIds odsCode perspective variable asked } } }`,
      { kind, page, perPage },
    );
    return data?.['cleaningQueue'].tasks;
  }

  async forms(...ids: readonly string[]): Promise<readonly SeenForm[]> {
    const { data } = await this.ask(
      `query ($roundId: ID!, $ids: [ID!]!) { cleaningForms(roundId: $roundId, ids: $ids) {
        id mark outcome rule reason odsCode revision leads comments { variable state shown }
        proposals { odsCode } decisions { id kind state } } }`,
      { ids },
    );
    return data?.['cleaningForms'];
  }

  async form(id: string): Promise<SeenForm> {
    const [form] = await this.forms(id);
    if (form === undefined) throw new Error(`no form ${id}`);
    return form;
  }

  /** Looks at the forms and decides on what is seen. */
  async decide(...said: readonly Said[]): Promise<Outcome> {
    const marks = new Map<string, string>();
    for (const id of new Set(said.map((one) => String(one['formId'] ?? '')).filter(Boolean)))
      marks.set(id, (await this.forms(id))[0]?.mark ?? '');
    return this.send(...said.map((one) => ({ mark: marks.get(String(one['formId'] ?? '')) ?? '', ...one })));
  }

  /** Sends decisions as they are, marks included. */
  async send(...decisions: readonly Said[]): Promise<Outcome> {
    const { data, errors } = await this.person.ask(
      `mutation ($input: DecideInput!) { decideForms(input: $input) {
        ... on CleaningDecided { decisionIds } ... on CleaningRefused { problems { code } } } }`,
      { input: { roundId: this.roundId, decisions } },
    );
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    const { decisionIds = [], problems = [] } = (data?.['decideForms'] ?? {}) as {
      decisionIds?: string[];
      problems?: { code: string }[];
    };
    return { ids: decisionIds, problems: problems.map(({ code }) => code) };
  }

  /** Freezes on what is there now; gives the number, or codes of what stood in the way. */
  async freeze(
    reason: string,
    seen?: number,
  ): Promise<{ readonly number: number; readonly problems: readonly string[] }> {
    const { data, errors } = await this.ask(
      `mutation ($roundId: ID!, $reason: String!, $seen: Int!) { freezeRound(roundId: $roundId, reason: $reason, seenDecisions: $seen) {
        ... on Freeze { number } ... on CleaningRefused { problems { code } } } }`,
      { reason, seen: seen ?? (await this.cleaning())['decisions'] },
    );
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    const { number = 0, problems = [] } = data?.['freezeRound'] ?? {};
    return { number, problems: problems.map(({ code }: { code: string }) => code) };
  }

  async reopen(reason: string): Promise<readonly string[]> {
    const { data } = await this.ask(
      `mutation ($roundId: ID!, $reason: String!) { reopenRound(roundId: $roundId, reason: $reason) {
        ... on CleaningRefused { problems { code } } } }`,
      { reason },
    );
    return (data?.['reopenRound'].problems ?? []).map(({ code }: { code: string }) => code);
  }

  /** Releases the round; gives the number and the ledger, or codes of what stood in the way. */
  async release(kind: string, key: string, note = ''): Promise<Record<string, any>> {
    const { data, errors } = await this.person.ask(
      `mutation ($input: ReleaseRoundInput!) { releaseRound(input: $input) {
        ... on Release { number forms { received accepted merged excluded withdrawn pending analysed } hospitals { odsCode category } }
        ... on ReleaseRefused { problems { code } } } }`,
      // Rounds of tests ask nobody beforehand; what that takes is tested in `right-of-reply.test.ts`.
      { input: { roundId: this.roundId, kind, note, idempotencyKey: key, despite: 'A test.' } },
    );
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data?.['releaseRound'];
  }

  async settings(values: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
    const { data, errors } = await this.person.ask(
      `mutation ($input: CleaningSettingsInput!) { changeCleaning(input: $input) {
        ... on Cleaning { mode } ... on CleaningRefused { problems { code } } } }`,
      { input: { roundId: this.roundId, mode: 'review', secondReader: 'none', checks: [], ...values } },
    );
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return (data?.['changeCleaning'].problems ?? []).map(({ code }: { code: string }) => code);
  }
}

/** A team that has sent a form in a round; `id` is the form's. */
export async function givenForm(
  server: TestServer,
  roundId: string,
  form: GivenForm,
): Promise<{ readonly id: string; readonly team: LiaisonTeam }> {
  const odsCode = form['hospital']?.[0] ?? '';
  const known = odsCode.startsWith('other:') ? 'RW603' : odsCode;
  const team = new LiaisonTeam(server, await givenLink(server, { roundId, odsCode: known }));
  const { problems } = await team.submit(form);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return { id: (await team.stored())!.id, team };
}
