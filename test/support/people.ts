import { Response as ResponseRow } from '../../server/src/fieldwork/response.entity.js';
import { ResponseRevision } from '../../server/src/fieldwork/response-revision.entity.js';
import { asAnswers, type GivenForm, type GivenLink } from './given.js';
import type { GraphqlAnswer, TestServer } from './start-server.js';

/** What GraphQL answers to a form: the receipt, the problems, or the code of an error. */
export interface Outcome {
  readonly receipt?: { readonly reference: string; readonly submittedAt: string; readonly revision: number };
  readonly problems: readonly { readonly code: string; field: string; message: string; mend: string }[];
  readonly error: string;
}

const SUBMIT = `mutation ($input: SubmitResponseInput!) {
  submitResponse(input: $input) {
    ... on ResponseReceipt { reference submittedAt revision }
    ... on SubmissionRefused { problems { code field message mend } }
  }
}`;

/** A team that holds a link. It answers by program (GraphQL) or in a browser without JavaScript (the form pages). */
export class LiaisonTeam {
  private keys = 0;

  constructor(
    private readonly server: TestServer,
    readonly link: GivenLink,
  ) {}

  /** Sends a whole form by GraphQL; a new key each time unless one is given. */
  async submit(form: GivenForm, options: { key?: string; reason?: string } = {}): Promise<Outcome> {
    const input = {
      token: this.link.token,
      idempotencyKey: options.key ?? `team-key-${(this.keys += 1)}`,
      answers: asAnswers(form),
      reason: options.reason,
    };
    return toOutcome(await this.server.send(SUBMIT, { input }));
  }

  /** Takes the answers back by GraphQL; the name of the answer's type, or the code of an error. */
  async withdraw(): Promise<string> {
    const { data, errors } = await this.server.send(
      'mutation ($input: WithdrawResponseInput!) { withdrawResponse(input: $input) { __typename } }',
      { input: { token: this.link.token } },
    );
    return String(data?.['withdrawResponse'].__typename ?? errors?.[0]?.extensions['code']);
  }

  /** Opens a page of the form; '' = the bare link. */
  open(page = ''): Promise<Response> {
    return this.server.get(`/respond/${this.link.token}${page === '' ? '' : `/${page}`}`);
  }

  /** Presses a button on a page: sends its fields as a browser does. */
  press(page: string, fields: GivenForm): Promise<Response> {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, values]) => values.map((value) => [name, value])),
    );
    return fetch(`${this.server.url}/respond/${this.link.token}/${page}`, {
      method: 'POST',
      body,
      redirect: 'manual',
    });
  }

  /** Sends a page's fields as JSON, the one way in which text that is no text can reach a form page. */
  pressWithJson(page: string, fields: GivenForm): Promise<Response> {
    return fetch(`${this.server.url}/respond/${this.link.token}/${page}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
      redirect: 'manual',
    });
  }

  /** Saves one page on top of what is stored now. */
  async save(page: string, fields: GivenForm): Promise<Response> {
    return this.press(page, { ...fields, expectedRevision: [String(await this.draftRevision())] });
  }

  /** Presses "Send" on the check page. */
  async send(fields: GivenForm = {}): Promise<Response> {
    return this.press('submit', { ...(await this.checkFields()), ...fields });
  }

  /** The unseen fields of the check page as it is now. */
  async checkFields(): Promise<GivenForm> {
    const html = await (await this.open('check')).text();
    return {
      idempotencyKey: [hidden(html, 'idempotencyKey')],
      expectedRevision: [hidden(html, 'expectedRevision')],
    };
  }

  /** What is stored of the team's form; null before the first save. */
  stored(): Promise<ResponseRow | null> {
    return this.server.reader.getRepository(ResponseRow).findOneBy({ invitationId: this.link.invitationId });
  }

  async draftRevision(): Promise<number> {
    return (await this.stored())?.draftRevision ?? 0;
  }

  /** Everything the team has submitted, oldest first. */
  async sent(): Promise<ResponseRevision[]> {
    const stored = await this.stored();
    if (stored === null) return [];
    const where = { responseId: stored.id };
    return this.server.reader.getRepository(ResponseRevision).find({ where, order: { revision: 'ASC' } });
  }
}

function toOutcome({ data, errors }: GraphqlAnswer): Outcome {
  const result = data?.['submitResponse'] as Record<string, unknown> | undefined;
  return {
    ...(result !== undefined &&
      'reference' in result && { receipt: result as unknown as NonNullable<Outcome['receipt']> }),
    problems: (result?.['problems'] ?? []) as Outcome['problems'],
    error: String(errors?.[0]?.extensions['code'] ?? ''),
  };
}

/** Value of an unseen field of a page. */
export function hidden(html: string, name: string): string {
  const tag = html.match(/<input[^>]*>/g)?.find((input) => input.includes(`name="${name}"`)) ?? '';
  return /value="([^"]*)"/.exec(tag)?.[1] ?? '';
}

/** The words of a page as a reader sees them. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

/** A person at a browser: signed in as survey lead, or nobody in particular. */
export interface Person {
  ask(query: string, variables?: Record<string, unknown>): Promise<GraphqlAnswer>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
}

/** Somebody without an account. */
export const thePublic = (server: TestServer): Person => ({
  ask: (query, variables) => server.send(query, variables),
  get: (path, headers) => server.get(path, headers),
});

/** The lead of the survey, signed in through the demo. */
export async function theSurveyLead(server: TestServer): Promise<Person> {
  const cookie = await server.signIn();
  return {
    ask: (query, variables) => server.send(query, variables, cookie),
    get: (path, headers = {}) => server.get(path, { ...headers, cookie }),
  };
}
