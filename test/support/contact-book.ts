import type { ContactImportReport } from '@liaison-atlas/shared/fieldwork/contacts/contact-row';

import type { Colleague } from './colleagues.js';
import type { GraphqlAnswer, TestServer } from './start-server.js';

/** What an upload is answered with. */
export interface UploadAnswer {
  readonly status: number;
  readonly report: ContactImportReport;
  readonly problems: readonly { readonly code: string; readonly field: string; readonly message: string }[];
}

const MAILING = `id kind number state recipients queued held sending sent bounced failed inDoubt dropped`;
const REFUSED = '... on MailingRefused { problems { code field } }';

/** The texts of mailings in tests: short, with everything that they must hold. */
export const TEXT = {
  subject: 'About {hospital}',
  body: 'Dear {name}, please answer for {hospital} until {closes}: {link}\nNo more mail: {stop}',
};

/** A survey lead at work on contacts and mailings, through real HTTP. */
export class ContactLead {
  constructor(
    private readonly server: TestServer,
    private readonly lead: Pick<Colleague, 'ask' | 'cookie'>,
    readonly roundId: string,
  ) {}

  ask(query: string, variables: Record<string, unknown> = {}): Promise<GraphqlAnswer> {
    return this.lead.ask(query, { roundId: this.roundId, ...variables });
  }

  /** Begins a list; its id. */
  async list(name: string, roundId = this.roundId, perspective: string | null = null): Promise<string> {
    const { data, errors } = await this.ask(
      `mutation ($roundId: ID!, $name: String!, $perspective: Perspective) {
        createContactList(roundId: $roundId, name: $name, perspective: $perspective) {
        ... on ContactList { id } ... on ContactRefused { problems { code } } } }`,
      { name, roundId, perspective },
    );
    const made = data?.['createContactList'];
    return String(made?.id ?? made?.problems?.[0]?.code ?? errors?.[0]?.extensions['code']);
  }

  async upload(
    list: string,
    csv: string | Uint8Array<ArrayBuffer>,
    more: Record<string, string> = {},
  ): Promise<UploadAnswer> {
    const query = new URLSearchParams({
      list,
      basis: 'public_task',
      source: 'a test',
      name: 'list.csv',
      ...more,
    });
    const url = `${this.server.url}/manage/v1/rounds/${this.roundId}/contacts/import?${query}`;
    const headers = { 'content-type': 'text/csv', cookie: this.lead.cookie };
    const answer = await fetch(url, { method: 'POST', headers, body: csv });
    const body = (await answer.json()) as ContactImportReport & UploadAnswer;
    return { status: answer.status, report: body, problems: body.problems ?? [body] };
  }

  /** Checks a list and stores it. */
  async imports(list: string, csv: string): Promise<ContactImportReport> {
    const { report } = await this.upload(list, csv);
    return (await this.upload(list, csv, { plan: report.plan })).report;
  }

  /** Everybody of the round, by address. */
  async contacts(more = ''): Promise<Record<string, any>[]> {
    const { data } = await this.ask(
      `query ($roundId: ID!) { contacts(roundId: $roundId, take: 100 ${more}) {
        contacts { id name email job hospitals { odsCode } listIds optedOutAt bouncedAt } } }`,
    );
    return data?.['contacts'].contacts as Record<string, any>[];
  }

  async idOf(email: string): Promise<string> {
    return String((await this.contacts()).find((one) => one['email'] === email)?.['id']);
  }

  async preview(kind = 'invitation', change: Record<string, unknown> = {}): Promise<Record<string, any>> {
    const { data } = await this.ask(
      `query ($input: MailingDraftInput!) { mailingPreview(input: $input) {
        ... on MailingPreview { audienceHash mails people hospitals recipients { email hospital }
          leftOutCount reasons { reason count } leftOut { email hospital reason } example { to subject body } }
        ${REFUSED} } }`,
      { input: { roundId: this.roundId, kind, listIds: [], ...TEXT, ...change } },
    );
    return data?.['mailingPreview'] as Record<string, any>;
  }

  /** Sends what a preview shows now, or shows under a given hash. */
  async send(kind = 'invitation', change: Record<string, unknown> = {}): Promise<Record<string, any>> {
    const { sendAt, audienceHash, ...draft } = change;
    const hash = audienceHash ?? (await this.preview(kind, draft))['audienceHash'] ?? '';
    const input = { roundId: this.roundId, kind, listIds: [], ...TEXT, ...draft, audienceHash: hash };
    const { data } = await this.ask(
      `mutation ($input: SendMailingInput!) { sendMailing(input: $input) { ... on Mailing { ${MAILING} } ${REFUSED} } }`,
      { input: { ...input, ...(sendAt !== undefined && { sendAt }) } },
    );
    return data?.['sendMailing'] as Record<string, any>;
  }

  async mailings(): Promise<Record<string, any>[]> {
    const { data } = await this.ask(`query ($roundId: ID!) { mailings(roundId: $roundId) { ${MAILING} } }`);
    return data?.['mailings'] as Record<string, any>[];
  }

  /** Pauses, resumes or cancels; the mailing after that, or the code of the refusal. */
  async control(id: unknown, act: string): Promise<Record<string, any>> {
    const { data, errors } = await this.ask(
      `mutation ($id: ID!, $act: MailingAct!) { controlMailing(id: $id, act: $act) { ${MAILING} } }`,
      { id, act },
    );
    return (data?.['controlMailing'] as Record<string, any>) ?? { code: errors?.[0]?.extensions['code'] };
  }

  async thanks(on: boolean, body = 'Thank you, {name}.\n{answers}\n{stop}'): Promise<Record<string, any>> {
    const { data } = await this.ask(
      `mutation ($roundId: ID!, $on: Boolean!, $body: String!) {
        setThanks(roundId: $roundId, on: $on, subject: "Thanks for {hospital}", body: $body) {
          ... on Mailing { ${MAILING} } ${REFUSED} } }`,
      { on, body },
    );
    return data?.['setThanks'] as Record<string, any>;
  }
}

/** A list of people as a file: one line each, with their hospitals. */
export const contactCsv = (...lines: readonly string[]): string =>
  ['email,name,role,hospitals', ...lines].join('\n');

/** Tokens of the links in a mail, in the order in which they stand there. */
export const tokensIn = (text: string): string[] =>
  [...text.replace(/=\r?\n/g, '').matchAll(/\/(?:respond|opt-out)\/([\w-]{16,64})/g)].map(
    ([, token = '']) => token,
  );
