import { Cleaner } from './cleaner.js';
import type { Colleague } from './colleagues.js';
import { ContactLead, contactCsv } from './contact-book.js';
import { withoutInReach } from './given.js';
import type { MovingServer } from './moving-server.js';
import { hidden, LiaisonTeam } from './people.js';

/** Who works while the server is killed; made before the first crash, the same people through all of them. */
export interface Cast {
  /** Tokens of links to drafts. */
  readonly drafts: readonly string[];
  /** Tokens of links to forms whose page of comments somebody types on without a pause: together they keep the threads of SQLite busy. */
  readonly typists: readonly string[];
  /** Teams that send their form again and again, by hospital. */
  readonly senders: readonly { readonly token: string; readonly odsCode: string }[];
  /** Forms that a cleaner excludes and takes back. */
  readonly forms: readonly string[];
  readonly roundId: string;
  readonly lead: Pick<Colleague, 'cookie'>;
}

/** What somebody was told is stored. */
interface Draft {
  readonly token: string;
  tried: number;
  acknowledged: number;
}
interface Typist {
  readonly token: string;
  /** That of the page as it was saved last; undefined = it has to be opened first. */
  revision: string | undefined;
  tried: number;
  acknowledged: number;
}
interface Sender {
  readonly token: string;
  readonly odsCode: string;
  readonly team: LiaisonTeam;
  tried: number;
  /** Number of the try that was acknowledged last, and the revision it became. */
  acknowledged: number;
  revision: number;
}

export const RECIPIENTS = 40;

/** Everybody at work: submissions, drafts, cleaning decisions and mailings, each noting what was acknowledged. */
export class CrashLoad {
  readonly drafts: Draft[];
  readonly typists: Typist[];
  readonly senders: Sender[];
  readonly decisions: string[] = [];
  /** Ids of mailings that were acknowledged as queued. */
  readonly mailings: string[] = [];
  acknowledged = 0;
  private alive = false;
  private isGoing = false;
  private fault: unknown;
  /** What was acknowledged when everybody set to work. */
  private known = { drafts: [] as number[], senders: [] as number[], decisions: 0 };
  private atWork: Promise<unknown> = Promise.resolve();
  private readonly cleaner: Cleaner;
  private readonly mailer: ContactLead;
  private lists = 0;

  constructor(
    private readonly server: MovingServer,
    private readonly cast: Cast,
  ) {
    this.drafts = cast.drafts.map((token) => ({ token, tried: 0, acknowledged: 0 }));
    this.typists = cast.typists.map((token) => ({ token, revision: undefined, tried: 0, acknowledged: 0 }));
    this.senders = cast.senders.map(({ token, odsCode }) => {
      const link = { token, odsCode, invitationId: '' };
      const team = new LiaisonTeam(server.asServer(), link);
      return { token, odsCode, team, tried: 0, acknowledged: 0, revision: 0 };
    });
    const { cookie } = cast.lead;
    const ask = (query: string, variables?: Record<string, unknown>) => server.send(query, variables, cookie);
    const get = (path: string, headers = {}) => server.get(path, { ...headers, cookie });
    this.cleaner = new Cleaner({ ask, get }, cast.roundId);
    this.mailer = new ContactLead(server.asServer(), { ask, cookie }, cast.roundId);
  }

  begin(): void {
    this.alive = true;
    this.isGoing = false;
    this.known = {
      drafts: this.drafts.map(({ acknowledged }) => acknowledged),
      senders: this.senders.map(({ acknowledged }) => acknowledged),
      decisions: this.decisions.length,
    };
    // What was on its way when the server died may be stored.
    for (const typist of this.typists) typist.revision = undefined;
    const jobs = [
      ...this.typists.map((typist) => () => this.types(typist)),
      ...this.drafts.map((draft) => () => this.saves(draft)),
      ...this.senders.map((sender) => () => this.sends(sender)),
      ...this.cast.forms.map((form) => () => this.decides(form)),
      () => this.mails(),
    ];
    this.atWork = Promise.all(jobs.map((job) => this.repeat(job)));
  }

  /** Whether somebody of each kind has been told since `begin` that something is stored. */
  get hasBegun(): boolean {
    const { drafts, senders, decisions } = this.known;
    return (
      this.drafts.every(({ acknowledged }, at) => acknowledged > (drafts[at] ?? 0)) &&
      this.senders.every(({ acknowledged }, at) => acknowledged > (senders[at] ?? 0)) &&
      this.decisions.length > decisions
    );
  }

  /** Whether the product has done nothing wrong so far. */
  get isWell(): boolean {
    return this.fault === undefined;
  }

  /** From now on the line may be dead. */
  expectsTheEnd(): void {
    this.isGoing = true;
  }

  /** Waits until everybody has noticed that the line is dead. @throws what the product did wrong before */
  async end(): Promise<void> {
    this.alive = false;
    await this.atWork;
    if (this.fault !== undefined) throw this.fault;
  }

  /** Whoever meets a dead line stops, as the server is gone; anything else is a fault of the product. */
  private async repeat(job: () => Promise<void>): Promise<void> {
    while (this.alive)
      try {
        await job();
        this.acknowledged += 1;
      } catch (error) {
        if (error instanceof Refused || !this.isGoing) this.fault ??= error;
        return;
      }
  }

  async comment(token: string): Promise<string> {
    const html = await (await fetch(`${this.server.url}/respond/${token}/comments`)).text();
    return /<textarea[^>]*>([^<]*)<\/textarea>/.exec(html)?.[1]?.trim() ?? '';
  }

  private async saves(draft: Draft): Promise<void> {
    const path = `/respond/${draft.token}/comments`;
    const html = await (await fetch(this.server.url + path)).text();
    draft.tried += 1;
    const fields = { comments: `comment ${draft.tried}`, expectedRevision: hidden(html, 'expectedRevision') };
    const body = new URLSearchParams(fields);
    const answer = await fetch(this.server.url + path, { method: 'POST', body, redirect: 'manual' });
    if (answer.status !== 303) throw new Refused(`a draft was answered with ${answer.status}`);
    draft.acknowledged = draft.tried;
  }

  /** What a typist's page says after so many tries. */
  typed(typist: Typist, number: number): string {
    return `typist ${this.typists.indexOf(typist)}, ${number} times`;
  }

  private async types(typist: Typist): Promise<void> {
    const path = `${this.server.url}/respond/${typist.token}/comments`;
    typist.revision ??= hidden(await (await fetch(path)).text(), 'expectedRevision');
    typist.tried += 1;
    const comments = this.typed(typist, typist.tried);
    const body = new URLSearchParams({ comments, expectedRevision: typist.revision, autosave: '1' });
    const answer = await fetch(path, { method: 'POST', body });
    const { revision } = (await answer.json()) as { revision?: number };
    if (revision === undefined)
      throw new Refused(`a page that was typed on was answered with ${answer.status}`);
    typist.revision = String(revision);
    typist.acknowledged = typist.tried;
  }

  private async sends(sender: Sender): Promise<void> {
    sender.tried += 1;
    await this.retries(sender);
  }

  /** Sends what was tried last under the same key. */
  async retries(sender: Sender): Promise<void> {
    const key = `crash-${sender.odsCode}-${sender.tried}`;
    const form = withoutInReach(sender.odsCode, { comments: [`try ${sender.tried}`] });
    const { receipt, problems, error } = await sender.team.submit(form, { key, reason: 'once more' });
    if (receipt === undefined)
      throw new Refused(`a form was refused: ${JSON.stringify({ problems, error })}`);
    sender.acknowledged = sender.tried;
    sender.revision = receipt.revision;
  }

  private async decides(formId: string): Promise<void> {
    const form = await this.cleaner.form(formId);
    const excluded = form.decisions.find(({ kind, state }) => kind === 'exclude' && state === 'in_force');
    const { ids, problems } = await this.cleaner.decide(
      excluded === undefined
        ? { kind: 'exclude', formId, reason: 'test' }
        : { kind: 'reverse', targetId: excluded.id, note: 'a slip' },
    );
    if (problems.length > 0) throw new Refused(`a decision was refused: ${problems.join()}`);
    this.decisions.push(...ids);
  }

  private async mails(): Promise<void> {
    const name = `list ${(this.lists += 1)}`;
    const list = await this.mailer.list(name);
    const people = Array.from(
      { length: RECIPIENTS },
      (_, at) => `crash-${this.lists}-${at}@example.org,,,RW603`,
    );
    await this.mailer.imports(list, contactCsv(...people));
    const mailing = await this.mailer.send('invitation', { listIds: [list] });
    if (mailing?.['queued'] === undefined)
      throw new Refused(`a mailing was refused: ${JSON.stringify(mailing)}`);
    this.mailings.push(String(mailing['id']));
  }
}

/** The product answered, and not as it should have. */
class Refused extends Error {}
