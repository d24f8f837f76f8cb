import { FrameService } from '../../server/src/frame/frame.service.js';
import {
  assignCoder,
  createCodebook,
  openDesk,
  type ShownCodebook,
  type ShownComment,
} from './coding-desk.js';
import { type Colleague, colleague, grant } from './colleagues.js';
import { givenLink, givenRound, withoutInReach } from './given.js';
import { LiaisonTeam, type Person, theSurveyLead } from './people.js';
import type { TestServer } from './start-server.js';

/** Round whose comments are coded. */
export const ROUND = 'coded-2027';

/** Comments of ten unreal answers; the last looks as if it named somebody. The fourth hospital consents to be quoted. */
export const TEXTS = [
  'They lack training for complex patients.',
  'Complex cases stay with us.',
  '=HYPERLINK("http://example.org")',
  'A pilot begins in Eastham next year.',
  'Commissioners buy it in pieces.',
  'Health psychology does this here.',
  'We could help primary care.',
  'Nothing is planned.',
  'There is one integrated service.',
  'Ring Dr Example on 0161 496 0000.',
] as const;

/** A live round with ten comments, its lead, two coders, and colleagues who have no task. */
export class CodedRound {
  book!: ShownCodebook;
  readonly task: Record<'anna' | 'ben', string> = { anna: '', ben: '' };

  private constructor(
    readonly lead: Person,
    readonly anna: Colleague,
    readonly ben: Colleague,
    readonly carl: Colleague,
    readonly outsider: Colleague,
    readonly hospitals: readonly string[],
    readonly teams: readonly LiaisonTeam[],
  ) {}

  static async on(server: TestServer, texts: readonly string[] = TEXTS): Promise<CodedRound> {
    await givenRound(server, ROUND, { kind: 'live' });
    const hospitals = server.app
      .get(FrameService)
      .listHospitals('acute-ed-2018')
      .slice(0, texts.length)
      .map(({ odsCode }) => odsCode);
    const teams: LiaisonTeam[] = [];
    for (const [at, text] of texts.entries()) {
      const odsCode = hospitals[at]!;
      const team = new LiaisonTeam(server, await givenLink(server, { roundId: ROUND, odsCode }));
      const consent = at === 3 ? 'yes' : 'no';
      await team.submit(withoutInReach(odsCode, { comments: [text], consent_quote: [consent] }));
      teams.push(team);
    }
    const here = { kind: 'round' as const, id: 'demo-2026' };
    return new CodedRound(
      await theSurveyLead(server),
      await colleague(server, 'anna', grant('coder')),
      await colleague(server, 'ben', grant('coder')),
      await colleague(server, 'carl', grant('coder')),
      await colleague(server, 'olga', grant('coder', here)),
      hospitals,
      teams,
    );
  }

  /** Begins a codebook with the themes of 2018 and gives both coders all comments. */
  async begins(): Promise<void> {
    this.book = (await createCodebook(this.lead)).value.codebook;
    for (const who of ['anna', 'ben'] as const) {
      const { personId } = this[who];
      this.task[who] = (await assignCoder(this.lead, { ...this.place, personId })).value.id;
    }
  }

  get place(): { readonly roundId: string; readonly codebookId: string } {
    return { roundId: ROUND, codebookId: this.book.id };
  }

  codeId(key: string): string {
    return this.book.codes.find((code) => code.key === key)!.id;
  }

  async deskOf(who: 'anna' | 'ben'): Promise<readonly ShownComment[]> {
    return (await openDesk(this[who], this.task[who])).value.comments;
  }

  async commentWith(who: 'anna' | 'ben', text: string): Promise<ShownComment> {
    return (await this.deskOf(who)).find((comment) => comment.text === text)!;
  }

  /** A file of the round's coding as its lead gets it. */
  async file(name: 'codings.csv' | 'quotations.csv'): Promise<string> {
    const { roundId, codebookId } = this.place;
    return (await this.lead.get(`/manage/v1/rounds/${roundId}/codebooks/${codebookId}/${name}`)).text();
  }
}
