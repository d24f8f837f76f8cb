import type { Instrument } from '@liaison-atlas/shared/instrument/instrument';

import { PLANNED_PAGES, SERIES, SURVEY_TITLE } from './liaison-services.js';
import type { Person } from './people.js';

const DRAFT = 'id key title basedOn revision content questionCount problemCount';
const OUTCOME = `__typename
  ... on InstrumentRefused { problems { code field message mend } }`;
const STALE = `... on StaleInstrumentDraft { stored { ${DRAFT} } sentContent }`;

export interface DraftAnswer {
  readonly id: string;
  readonly key: string;
  readonly revision: number;
  readonly content: string;
  readonly basedOn: string;
  readonly questionCount: number;
  readonly problemCount: number;
}

/** What one of the designer's operations gave. */
export interface DesignOutcome {
  readonly __typename: string;
  readonly problems?: readonly { readonly code: string; readonly field: string; readonly mend: string }[];
  readonly stored?: DraftAnswer;
  readonly sentContent?: string;
  readonly version?: string;
  readonly status?: string;
  readonly contentHash?: string;
  readonly content?: string;
  readonly comparability?: readonly { readonly variable: string; readonly verdict: string }[];
}

/** Somebody at the designer's operations; each gives what the API answered. */
export class DesignCalls {
  constructor(private readonly person: Person) {}

  create(input: Record<string, unknown>): Promise<DesignOutcome & DraftAnswer> {
    return this.call(
      `mutation ($input: CreateInstrumentDraftInput!) { createInstrumentDraft(input: $input) {
        ${OUTCOME} ... on InstrumentDraft { ${DRAFT} } } }`,
      { input },
    ) as Promise<DesignOutcome & DraftAnswer>;
  }

  save(id: string, expectedRevision: number, content: unknown): Promise<DesignOutcome & DraftAnswer> {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    return this.call(
      `mutation ($input: SaveInstrumentDraftInput!) { saveInstrumentDraft(input: $input) {
        ${OUTCOME} ${STALE} ... on InstrumentDraft { ${DRAFT} } } }`,
      { input: { id, expectedRevision, content: text } },
    ) as Promise<DesignOutcome & DraftAnswer>;
  }

  publish(input: Record<string, unknown>): Promise<DesignOutcome> {
    return this.call(
      `mutation ($input: PublishInstrumentInput!) { publishInstrument(input: $input) {
        ${OUTCOME} ${STALE}
        ... on InstrumentVersion { version status contentHash content comparability { variable verdict } } } }`,
      { input: { changeNote: 'First version.', verdicts: [], ...input } },
    );
  }

  pilot(id: string, expectedRevision: number): Promise<DesignOutcome> {
    return this.call(
      `mutation ($id: ID!, $expectedRevision: Int!) {
        pilotInstrument(id: $id, expectedRevision: $expectedRevision) {
          ${OUTCOME} ${STALE} ... on InstrumentVersion { version status contentHash } } }`,
      { id, expectedRevision },
    );
  }

  retire(key: string, version: string): Promise<DesignOutcome> {
    return this.call(
      `mutation ($key: ID!, $version: String!) { retireInstrument(key: $key, version: $version) {
        ${OUTCOME} ... on InstrumentVersion { version status contentHash } } }`,
      { key, version },
    );
  }

  remove(id: string, expectedRevision: number): Promise<DesignOutcome> {
    return this.call(
      `mutation ($id: ID!, $expectedRevision: Int!) {
        deleteInstrumentDraft(id: $id, expectedRevision: $expectedRevision) {
          ${OUTCOME} ${STALE} ... on InstrumentDraftDeleted { deletedId } } }`,
      { id, expectedRevision },
    );
  }

  /** Writes and publishes the survey of liaison services, step by step as the designer's screens do. */
  async publishSurvey(): Promise<DesignOutcome> {
    const begun = await this.create({ key: SERIES, title: SURVEY_TITLE, from: '' });
    let draft = JSON.parse(begun.content) as Instrument;
    let { revision } = begun;
    for (const { id, title, optional = false, questions } of PLANNED_PAGES) {
      const page = { id, title: { en: title }, optional, questions };
      draft = { ...draft, pages: [...draft.pages, page] };
      ({ revision } = await this.save(begun.id, revision, draft));
    }
    return this.publish({ id: begun.id, expectedRevision: revision });
  }

  private async call(query: string, variables: Record<string, unknown>): Promise<DesignOutcome> {
    const { data, errors } = await this.person.ask(query, variables);
    const outcome = Object.values(data ?? {})[0] as DesignOutcome | null | undefined;
    return outcome ?? { __typename: String(errors?.[0]?.extensions['code']) };
  }
}
