import type { Act } from './audited-act.js';
import {
  assignCoder,
  askFor,
  changeCodebook,
  confirmQuotation,
  createCodebook,
  decideCoding,
  finishCoding,
  openDesk,
  quotationsOf,
  saveCoding,
  saveQuotation,
  setSuggestions,
  type ShownCodebook,
  type ShownComment,
} from './coding-desk.js';
import { givenLink, givenRound, withoutInReach } from './given.js';
import { LiaisonTeam, type Person } from './people.js';
import type { TestServer } from './start-server.js';

const ROUND = 'audited-coding';

/** A round with one comment, coded by both made-up people of the demonstration. */
export interface AuditedCoding {
  readonly lead: Person;
  readonly coder: Person;
  readonly book: ShownCodebook;
  /** A codebook that nobody codes with. */
  readonly spare: string;
  readonly tasks: { readonly lead: string; readonly coder: string };
  readonly comment: ShownComment;
}

/** Makes that round; the coder has finished the comment, the lead not. */
export async function givenCoding(server: TestServer, lead: Person): Promise<AuditedCoding> {
  await givenRound(server, ROUND, { kind: 'synthetic' });
  const team = new LiaisonTeam(server, await givenLink(server, { roundId: ROUND }));
  await team.submit(withoutInReach('RW603', { comments: ['A made-up comment.'], consent_quote: ['yes'] }));
  const coder = await demoCoder(server);
  const book: ShownCodebook = (await createCodebook(lead)).value.codebook;
  const spare = (await createCodebook(lead, { begin: 'empty' })).value.codebook.id;
  const taskOf = async (personId: string): Promise<string> =>
    (await assignCoder(lead, { roundId: ROUND, codebookId: book.id, personId })).value.id;
  const tasks = { lead: await taskOf('demo-survey_lead'), coder: await taskOf('demo-coder') };
  const [comment] = (await openDesk(lead, tasks.lead)).value.comments as ShownComment[];
  await saveCoding(coder, tasks.coder, comment!, []);
  return { lead, coder, book, spare, tasks, comment: comment! };
}

async function demoCoder(server: TestServer): Promise<Person> {
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'mutation { signInToDemo(role: coder) { signedIn } }' }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    ask: (query, variables) => server.send(query, variables, cookie),
    get: (path, headers = {}) => server.get(path, { ...headers, cookie }),
  };
}

const BY_LEAD = 'by demo-survey_lead';

/** Each mutation of coding by name, in an order in which each finds what it needs; `given` answers later. */
export function codingActs(given: () => AuditedCoding): Readonly<Record<string, Act>> {
  const code = (key: string): string => given().book.codes.find((each) => each.key === key)!.id;
  const book = (expectedVersion: number) => ({ id: given().book.id, expectedVersion });
  const part = () => ({ roundId: ROUND, unitId: given().comment.unitId, start: 0, end: 9 });
  const firstQuotation = async () => (await quotationsOf(given().lead, ROUND)).value[0];
  return {
    createCodebook: { act: () => createCodebook(given().lead), event: `codebook.created ${BY_LEAD}` },
    saveCodebook: {
      act: () =>
        changeCodebook(given().lead, 'saveCodebook', { ...book(1), note: '', codes: given().book.codes }),
      event: `codebook.edited ${BY_LEAD}`,
    },
    mergeCodes: {
      act: () =>
        changeCodebook(given().lead, 'mergeCodes', { ...book(2), fromId: code('T1'), intoId: code('T2') }),
      event: `codebook.merged ${BY_LEAD}`,
    },
    splitCode: {
      act: () =>
        changeCodebook(given().lead, 'splitCode', {
          ...book(3),
          codeId: code('T3'),
          key: 'T3b',
          name: 'Part',
          definition: '',
          units: [],
        }),
      event: `codebook.split ${BY_LEAD}`,
    },
    restoreCodebook: {
      act: () => changeCodebook(given().lead, 'restoreCodebook', { ...book(4), version: 1 }),
      event: `codebook.restored ${BY_LEAD}`,
    },
    assignCoder: {
      act: () =>
        assignCoder(given().lead, { roundId: ROUND, codebookId: given().spare, personId: 'demo-coder' }),
      event: `coding.assigned ${BY_LEAD}`,
    },
    saveCoding: {
      act: () => saveCoding(given().lead, given().tasks.lead, given().comment, [], { final: false }),
      event: `coding.saved ${BY_LEAD}`,
    },
    setCodingSuggestions: {
      act: () => setSuggestions(given().lead, given().tasks.lead, true),
      event: `coding.suggestions-on ${BY_LEAD}`,
    },
    finishCoding: {
      act: () => finishCoding(given().lead, given().tasks.lead),
      event: `coding.finished ${BY_LEAD}`,
    },
    decideCoding: {
      act: () =>
        decideCoding(given().lead, {
          roundId: ROUND,
          codebookId: given().book.id,
          unitId: given().comment.unitId,
        }),
      event: `coding.decided ${BY_LEAD}`,
    },
    reopenCoding: {
      act: () =>
        askFor(
          given().lead,
          'reopenCoding',
          'mutation ($t: ID!) { reopenCoding(taskId: $t, unitId: "") { id } }',
          { t: given().tasks.coder },
        ),
      event: `coding.reopened ${BY_LEAD}`,
    },
    removeCoder: {
      act: () =>
        askFor(given().lead, 'removeCoder', 'mutation ($t: ID!) { removeCoder(taskId: $t) { id } }', {
          t: given().tasks.coder,
        }),
      event: `coding.taken-off ${BY_LEAD}`,
    },
    saveQuotation: {
      act: () => saveQuotation(given().lead, part()),
      event: `quotation.saved ${BY_LEAD}`,
    },
    confirmQuotation: {
      act: async () => {
        const { id, revision } = await firstQuotation();
        return confirmQuotation(given().lead, id, revision);
      },
      event: `quotation.confirmed ${BY_LEAD}`,
    },
    removeQuotation: {
      act: async () => {
        const { id } = await firstQuotation();
        return askFor(given().lead, 'removeQuotation', 'mutation ($id: ID!) { removeQuotation(id: $id) }', {
          id,
        });
      },
      event: `quotation.removed ${BY_LEAD}`,
    },
  };
}
