import { colleague, grant } from './colleagues.js';
import type { Person } from './people.js';
import type { TestServer } from './start-server.js';

let times = 0;

/** Somebody else of the team, who may release and therefore sign off. */
export const theSecondLead = (server: TestServer): Promise<Person> =>
  colleague(server, `second-lead-${(times += 1)}`, grant('survey_lead'));

const DESK = `roundId freezeNumber freezeSha256 signOffsRequired signOffs { name role isOwn }
  reply { number freezeNumber days endsAt closedAt isRunning }
  hospitals { odsCode hospital linked openedAt said refusesScore refusesQuotations }
  objections { id odsCode words settledNote settledAt }`;

/** The release desk of one round, as one person uses it. */
export class ReleaseDeskUser {
  constructor(
    readonly person: Person,
    readonly roundId: string,
  ) {}

  async desk(): Promise<Record<string, any>> {
    const { data, errors } = await this.ask(
      `query ($roundId: ID!) { releaseDesk(roundId: $roundId) { ${DESK} } }`,
    );
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data?.['releaseDesk'];
  }

  open(days = 14): Promise<Record<string, any>> {
    return this.change('openRightOfReply', '$days: Int!', 'days: $days', { days });
  }

  async sign(): Promise<Record<string, any>> {
    const { freezeSha256 } = await this.desk();
    return this.change('signOffRelease', '$sha: String!', 'freezeSha256: $sha', { sha: freezeSha256 });
  }

  takeBack(reason: string): Promise<Record<string, any>> {
    return this.change('takeSignOffBack', '$reason: String!', 'reason: $reason', { reason });
  }

  requireSignOffs(required: number): Promise<Record<string, any>> {
    return this.change('setSignOffs', '$required: Int!', 'required: $required', { required });
  }

  settle(id: string, note: string): Promise<Record<string, any>> {
    return this.change('settleObjection', '$id: ID!, $note: String!', 'id: $id, note: $note', { id, note });
  }

  /** Path of a link for a hospital, or codes of what stood in the way. */
  async giveLink(odsCode: string): Promise<string> {
    const { data, errors } = await this.ask(
      `mutation ($roundId: ID!, $odsCode: ID!) { giveReplyLink(roundId: $roundId, odsCode: $odsCode) {
        ... on ReplyLink { link } ... on DeskRefused { problems { code } } } }`,
      { odsCode },
    );
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    const { link, problems = [] } = data?.['giveReplyLink'] ?? {};
    return link === undefined
      ? problems.map(({ code }: { code: string }) => code).join(' ')
      : new URL(link).pathname;
  }

  async release(kind: string, values: Readonly<Record<string, unknown>> = {}): Promise<Record<string, any>> {
    const { data, errors } = await this.person.ask(
      `mutation ($input: ReleaseRoundInput!) { releaseRound(input: $input) {
        ... on Release { number sha256 rightOfReply { openedAt offered opened right wrong scoresRefused quotationsRefused asShown despite }
          signOffs { required given roles } status { replaces stands } hospitals { odsCode category label score } }
        ... on ReleaseRefused { problems { code field } } } }`,
      {
        input: {
          roundId: this.roundId,
          kind,
          note: '',
          idempotencyKey: `desk-${this.roundId}-${(times += 1)}`,
          ...values,
        },
      },
    );
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data?.['releaseRound'];
  }

  async preview(kind: string): Promise<Record<string, any>> {
    const { data, errors } = await this.ask(
      `query ($roundId: ID!) { releasePreview(roundId: $roundId, kind: ${kind}) {
        number problems { code } before { number } namedBefore gone
        indicators { id before { yes no frame } after { yes no frame } }
        hospitals { odsCode before { category score } after { category score } }
        disclosure { noConsent describesPeople silent covering scoresHeld } } }`,
    );
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data?.['releasePreview'];
  }

  /** Withdraws a release or gives it a DOI; gives its status, or codes of what stood in the way. */
  async mark(
    name: 'withdrawRelease' | 'setReleaseDoi',
    number: number,
    text: string,
  ): Promise<Record<string, any>> {
    const argument = name === 'withdrawRelease' ? 'reason' : 'doi';
    const { data, errors } = await this.ask(
      `mutation ($roundId: ID!, $number: Int!, $text: String!) { ${name}(roundId: $roundId, number: $number, ${argument}: $text) {
        ... on ReleaseStatus { number doi stands withdrawn { why } } ... on DeskRefused { problems { code field } } } }`,
      { number, text },
    );
    if (errors !== undefined) return { error: errors[0]?.extensions['code'] };
    return data?.[name];
  }

  ask(query: string, variables: Record<string, unknown> = {}) {
    return this.person.ask(query, { roundId: this.roundId, ...variables });
  }

  private async change(
    name: string,
    declared: string,
    passed: string,
    variables: Record<string, unknown>,
  ): Promise<Record<string, any>> {
    const { data, errors } = await this.ask(
      `mutation ($roundId: ID!, ${declared}) { ${name}(roundId: $roundId, ${passed}) {
        ... on ReleaseDesk { ${DESK} } ... on DeskRefused { problems { code field } } } }`,
      variables,
    );
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data?.[name];
  }
}
