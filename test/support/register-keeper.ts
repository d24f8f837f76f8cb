import type { FactStamp, ServiceFacts } from '@liaison-atlas/shared/commissioning/register/register-service';

import type { Person } from './people.js';
import type { GraphqlAnswer } from './start-server.js';

/** A service that exists nowhere, as somebody would enter it. */
export const unrealService = (values: Partial<ServiceFacts> = {}): ServiceFacts => ({
  kind: 'clinical_health_psychology',
  name: 'Unreal Health Psychology',
  provider: 'Unreal Trust',
  tier: 'not_known',
  status: 'active',
  what: '',
  hours: 'office_hours',
  referral: '',
  outcomes: '',
  wte: null,
  resources: '',
  conditions: [],
  settings: [],
  complexity: [],
  deliveries: [{ odsCode: 'RW603', how: 'on_site' }],
  ...values,
});

export const unrealStamp = (values: Partial<FactStamp> = {}): FactStamp => ({
  confirmedOn: '2026-01-02',
  confirmer: 'provider',
  organisation: 'Unreal Trust',
  source: 'provider',
  reference: 'Told on 2 January 2026 by the team',
  ...values,
});

const ASKED = `__typename
  ... on RegisterService {
    id revision name status knownFacts fadedFacts lastConfirmedOn lastConfirmedBy
    lines { key value age confirmedOn confirmedBy source monthsOld }
    hospitals { odsCode hospital how age }
  }
  ... on ServiceRefused { problems { code field message mend } }`;

/** Keeps the register over GraphQL. */
export class RegisterKeeper {
  constructor(private readonly person: Person) {}

  async save(
    facts: Partial<ServiceFacts> = {},
    more: { id?: string; expectedRevision?: number; stamp?: Partial<FactStamp> } = {},
  ): Promise<any> {
    const { id = '', expectedRevision = 0, stamp } = more;
    const input = { id, expectedRevision, facts: unrealService(facts), stamp: unrealStamp(stamp) };
    return this.done('saveService', 'SaveServiceInput', input);
  }

  confirm(id: string, expectedRevision: number, stamp: Partial<FactStamp> = {}, facts: string[] = []) {
    const input = { id, expectedRevision, stamp: unrealStamp(stamp), facts };
    return this.done('confirmService', 'ConfirmServiceInput', input);
  }

  close(id: string, expectedRevision: number) {
    return this.done('closeService', 'StampServiceInput', { id, expectedRevision, stamp: unrealStamp() });
  }

  async restore(id: string, revision: number, expectedRevision: number): Promise<any> {
    const answer = await this.person.ask(
      `mutation ($id: ID!, $r: Int!, $e: Int!) { restoreService(id: $id, revision: $r, expectedRevision: $e) { ${ASKED} } }`,
      { id, r: revision, e: expectedRevision },
    );
    return this.of(answer, 'restoreService');
  }

  async history(id: string): Promise<any[]> {
    const { data } = await this.person.ask(
      'query ($id: ID!) { serviceHistory(id: $id) { revision change name status changed } }',
      { id },
    );
    return data?.['serviceHistory'];
  }

  async check(facts: Partial<ServiceFacts>): Promise<any> {
    const { data } = await this.person.ask(
      `query ($facts: ServiceFactsInput!) { checkService(id: "", facts: $facts) {
        note problems { code field } duplications { odsCode otherName because text } } }`,
      { facts: unrealService(facts) },
    );
    return data?.['checkService'];
  }

  /** What waits: proposals of releases, corrections of readers. */
  async inbox(page: { offset?: number; limit?: number } = {}): Promise<any> {
    const { data, errors } = await this.person.ask(
      `query ($offset: Int, $limit: Int) { registerInbox(offset: $offset, limit: $limit) {
        proposals { key odsCode fact name reference confirmedOn } correctionsWaiting
        corrections { id serviceId odsCode text wantsAnswer } } }`,
      page,
    );
    return data?.['registerInbox'] ?? { error: String(errors?.[0]?.extensions['code'] ?? '') };
  }

  async decideProposal(key: string, verdict: string, more: Record<string, unknown> = {}): Promise<any> {
    const input = { key, verdict, reason: '', serviceId: '', expectedRevision: 0, ...more };
    return this.sent('decideProposal(input: $input)', '$input: DecideProposalInput!', { input });
  }

  decideCorrection(id: string, verdict: string, reason = ''): Promise<any> {
    return this.sent(
      'decideCorrection(id: $id, verdict: $verdict, reason: $reason)',
      '$id: ID!, $verdict: CorrectionVerdict!, $reason: String!',
      { id, verdict, reason },
    );
  }

  setAddress(serviceId: string, email: string): Promise<any> {
    return this.sent('setTeamAddress(serviceId: $s, email: $e)', '$s: ID!, $e: String!', {
      s: serviceId,
      e: email,
    });
  }

  /** As a reader; `email` '' = no answer is wanted. */
  correct(
    text: string,
    more: { serviceId?: string; odsCode?: string; email?: string; website?: string } = {},
  ) {
    const { serviceId = '', odsCode = '', email = '', website = '' } = more;
    return this.sent(
      'sendCorrection(serviceId: $s, odsCode: $o, text: $t, email: $e, website: $w)',
      '$s: ID!, $o: ID!, $t: String!, $e: String!, $w: String!',
      { s: serviceId, o: odsCode, t: text, e: email, w: website },
    );
  }

  ask(serviceId: string, text: string, email: string, website = ''): Promise<any> {
    return this.sent(
      'askTeam(serviceId: $s, text: $t, email: $e, website: $w)',
      '$s: ID!, $t: String!, $e: String!, $w: String!',
      { s: serviceId, t: text, e: email, w: website },
    );
  }

  private async sent(call: string, args: string, variables: Record<string, unknown>): Promise<any> {
    const answer = await this.person.ask(
      `mutation (${args}) { ${call} { ... on RegisterDone { said }
        ... on RegisterRefused { problems { code field } } } }`,
      variables,
    );
    return this.of(answer, call.split('(')[0] ?? '');
  }

  private async done(name: string, type: string, input: unknown): Promise<any> {
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${ASKED} } }`;
    return this.of(await this.person.ask(query, { input }), name);
  }

  /** The answer, or the code of the error. */
  private of({ data, errors }: GraphqlAnswer, name: string): any {
    return data?.[name] ?? { error: String(errors?.[0]?.extensions['code'] ?? '') };
  }
}
