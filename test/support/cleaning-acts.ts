import type { Act } from './audited-act.js';
import { Cleaner, givenForm } from './cleaner.js';
import { givenRound, withInReach, withoutInReach } from './given.js';
import { theSurveyLead } from './people.js';
import type { TestServer } from './start-server.js';

/** A round under review with a form, and two forms of another hospital that say yes and no. */
export interface AuditedCleaning {
  readonly lead: Cleaner;
  readonly formId: string;
  readonly disagreeing: string;
}

/** Makes that round. */
export async function givenCleaning(server: TestServer): Promise<AuditedCleaning> {
  const roundId = await givenRound(server, 'audited-cleaning');
  const lead = new Cleaner(await theSurveyLead(server), roundId);
  const { id: formId } = await givenForm(server, roundId, withoutInReach('RW603'));
  const { id: disagreeing } = await givenForm(server, roundId, withInReach('RH801'));
  await givenForm(server, roundId, withoutInReach('RH801'));
  return { lead, formId, disagreeing };
}

const ASK = `mutation ($input: AskSiteInput!) { askSite(input: $input) {
  ... on SiteQuery { id } ... on CleaningRefused { problems { code } } } }`;

/** Asks the site of the two forms on one of the questions, by telephone. */
async function asks({ lead, disagreeing }: AuditedCleaning, variable: string): Promise<string> {
  const { mark } = await lead.form(disagreeing);
  const about = { odsCode: 'RH801', perspective: 'liaison', variable, formId: disagreeing, mark };
  const input = {
    roundId: lead.roundId,
    ...about,
    way: 'telephone',
    recipient: '',
    question: 'Which is right?',
  };
  const { data } = await lead.person.ask(ASK, { input });
  return String(data?.['askSite'].id);
}

const latest = async (lead: Cleaner): Promise<string> => {
  const { data } = await lead.ask('query ($roundId: ID!) { siteQueries(roundId: $roundId) { id state } }');
  const queries = data?.['siteQueries'] as { id: string; state: string }[];
  return queries.find(({ state }) => state === 'waiting')?.id ?? '';
};

/** Each mutation of cleaning by name, in an order in which each finds what it needs; `given` answers later. */
export function cleaningActs(given: () => AuditedCleaning): Readonly<Record<string, Act>> {
  const lead = (): Cleaner => given().lead;
  return {
    changeCleaning: {
      act: () => lead().settings({ mode: 'review' }),
      event: 'cleaning.settings-changed by demo-survey_lead',
    },
    decideForms: {
      act: () => lead().decide({ kind: 'accept', formId: given().formId }),
      event: 'cleaning.decided by demo-survey_lead',
    },
    askSite: {
      act: () => asks(given(), 'iapt_inreach'),
      event: 'cleaning.site-asked by demo-survey_lead',
    },
    recordSiteAnswer: {
      act: async () =>
        lead().ask(
          'mutation ($roundId: ID!, $id: ID!) { recordSiteAnswer(roundId: $roundId, id: $id, answer: yes) { __typename } }',
          { id: await latest(lead()) },
        ),
      event: 'cleaning.site-answered by demo-survey_lead',
    },
    freezeRound: {
      act: async () =>
        lead().ask(
          'mutation ($roundId: ID!, $seen: Int!) { freezeRound(roundId: $roundId, reason: "", seenDecisions: $seen) { __typename } }',
          { seen: (await lead().cleaning())['decisions'] },
        ),
      event: 'cleaning.frozen by demo-survey_lead',
    },
    reopenRound: {
      act: () =>
        lead().ask(
          'mutation ($roundId: ID!) { reopenRound(roundId: $roundId, reason: "audited") { __typename } }',
        ),
      event: 'cleaning.reopened by demo-survey_lead',
    },
    startCleaningPractice: {
      act: () => lead().person.ask('mutation { startCleaningPractice }'),
      event: 'round.practice-made by demo-survey_lead',
    },
  };
}

/** A question that waits, and closing it: made apart, because asking writes an event of its own. */
export const closingAct = (given: () => AuditedCleaning, waiting: () => string): Act => ({
  act: () =>
    given().lead.ask(
      'mutation ($roundId: ID!, $id: ID!) { closeSiteQuery(roundId: $roundId, id: $id) { __typename } }',
      { id: waiting() },
    ),
  event: 'cleaning.site-closed by demo-survey_lead',
});
export const askBeforehand = (given: AuditedCleaning): Promise<string> => asks(given, 'iapt_inreach_mus');
