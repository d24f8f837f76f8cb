import type { SchemeChange } from '@liaison-atlas/shared/commissioning/scheme/change-scheme';

import type { SchemeLevel } from '@liaison-atlas/shared/commissioning/scheme/scheme-levels';

import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { newId, sha256 } from '../../server/src/platform/ids.js';
import { SchemeInvitation } from '../../server/src/commissioning/schemes/scheme.entity.js';
import type { Person } from './people.js';
import type { TestServer } from './start-server.js';

/** A link into a scheme with a token of one's own; `expiresAt` may lie in the past. */
export async function givenSchemeLink(
  server: TestServer,
  schemeId: string,
  level: SchemeLevel,
  token: string,
  expiresAt = '2999-01-01T00:00:00.000Z',
): Promise<void> {
  await server.unitOfWork.run(SYSTEM, ({ manager }) =>
    manager.insert(SchemeInvitation, { id: newId(), schemeId, level, tokenHash: sha256(token), expiresAt }),
  );
}

/** A scheme as GraphQL gives it to a member. */
export interface SchemeAnswer {
  readonly id: string;
  readonly areaCode: string;
  readonly areaName: string;
  readonly version: number;
  readonly level: string;
  readonly fields: readonly { readonly key: string; readonly value: string }[];
  readonly members: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly level: string;
    readonly isYou: boolean;
  }[];
  readonly invitations: readonly { readonly id: string; readonly level: string }[];
  readonly versions: readonly { readonly version: number; readonly note: string; readonly by: string }[];
}

/** What came of asking: the scheme, what clashed, the problems, or the code of the refusal; '' = none. */
export interface SchemeOutcome {
  readonly scheme: SchemeAnswer;
  readonly clashes: readonly { readonly key: string; readonly mine: string; readonly theirs: string }[];
  readonly problems: readonly { readonly field: string; readonly code: string }[];
  readonly error: string;
}

const ALL = `id areaCode areaName version level fields { key value }
  members { memberId name level isYou } invitations { id level } versions { version note by }`;
const RESULT = `{ ... on Scheme { ${ALL} } ... on SchemeRefused { problems { field code } }
  ... on SchemeClashed { clashes { key mine theirs } stored { ${ALL} } } }`;

/** Somebody who works with schemes. */
export class SchemeMember {
  constructor(private readonly person: Person) {}

  async create(areaCode: string, fields: Readonly<Record<string, string>> = {}): Promise<SchemeOutcome> {
    const input = {
      areaCode,
      fields: Object.entries(fields).map(([key, value]) => ({ key, before: '', value })),
    };
    return this.outcome(
      `mutation ($input: CreateSchemeInput!) { createScheme(input: $input) ${RESULT} }`,
      { input },
      'createScheme',
    );
  }

  save(id: string, changes: readonly SchemeChange[]): Promise<SchemeOutcome> {
    return this.outcome(
      `mutation ($input: SaveSchemeInput!) { saveScheme(input: $input) ${RESULT} }`,
      { input: { id, changes } },
      'saveScheme',
    );
  }

  restore(id: string, expectedVersion: number, version: number): Promise<SchemeOutcome> {
    return this.outcome(
      `mutation ($input: RestoreSchemeInput!) { restoreScheme(input: $input) ${RESULT} }`,
      { input: { id, expectedVersion, version } },
      'restoreScheme',
    );
  }

  /** The scheme, or the code of the refusal in `id`'s place. */
  async get(id: string): Promise<SchemeAnswer> {
    const { data, errors } = await this.person.ask(`query ($id: ID!) { scheme(id: $id) { ${ALL} } }`, { id });
    if (errors) throw new Error(String(errors[0]?.extensions['code']));
    return data?.['scheme'] as SchemeAnswer;
  }

  async list(): Promise<readonly SchemeAnswer[]> {
    const { data } = await this.person.ask(`{ mySchemes { ${ALL} } }`);
    return data?.['mySchemes'] as SchemeAnswer[];
  }

  async invite(id: string, level: string): Promise<string> {
    const { data, errors } = await this.person.ask(
      'mutation ($id: ID!, $level: SchemeLevel!) { inviteToScheme(id: $id, level: $level) }',
      { id, level },
    );
    if (errors) throw new Error(String(errors[0]?.extensions['code']));
    return String(data?.['inviteToScheme']);
  }

  join(path: string): Promise<SchemeOutcome> {
    return this.outcome(
      `mutation ($token: String!) { joinScheme(token: $token) { ${ALL} } }`,
      { token: path.split('#')[1] ?? '' },
      'joinScheme',
    );
  }

  /** Makes a link and takes it back. */
  async takeBack(id: string, invitationId?: string): Promise<SchemeOutcome> {
    const which = invitationId ?? (await this.get(id)).invitations[0]?.id ?? 'none';
    return this.outcome(
      `mutation ($id: ID!, $invitationId: ID!) { takeBackSchemeInvitation(id: $id, invitationId: $invitationId) { ${ALL} } }`,
      { id, invitationId: which },
      'takeBackSchemeInvitation',
    );
  }

  setLevel(id: string, memberId: string, level: string | null): Promise<SchemeOutcome> {
    return this.outcome(
      `mutation ($input: SetSchemeLevelInput!) { setSchemeLevel(input: $input) { ${ALL} } }`,
      { input: { id, memberId, level } },
      'setSchemeLevel',
    );
  }

  /** The code of the refusal; '' = done. */
  async leave(id: string): Promise<string> {
    const { errors } = await this.person.ask('mutation ($id: ID!) { leaveScheme(id: $id) { id } }', { id });
    return String(errors?.[0]?.extensions['code'] ?? '');
  }

  async delete(id: string): Promise<string> {
    const { errors } = await this.person.ask('mutation ($id: ID!) { deleteScheme(id: $id) { id } }', { id });
    return String(errors?.[0]?.extensions['code'] ?? '');
  }

  private async outcome(query: string, variables: object, name: string): Promise<SchemeOutcome> {
    const { data, errors } = await this.person.ask(query, variables as Record<string, unknown>);
    const result = data?.[name] as (Partial<SchemeOutcome> & { stored?: SchemeAnswer }) | undefined;
    return {
      scheme: (result?.stored ?? result) as SchemeAnswer,
      clashes: result?.clashes ?? [],
      problems: result?.problems ?? [],
      error: String(errors?.[0]?.extensions['code'] ?? ''),
    };
  }
}
