import { givenLink } from './given.js';
import type { Act } from './audited-act.js';
import { LiaisonTeam, type Person } from './people.js';
import { OpenLinkVisitor } from './open-link-visitor.js';
import type { TestServer } from './start-server.js';

const ROUND = 'demo-2026';

const openLinkOf = async (lead: Person, name: string): Promise<string> => {
  const { data } = await lead.ask('{ openLinks(roundId: "demo-2026") { id name } }');
  return data?.['openLinks'].find((link: { name: string }) => link.name === name).id;
};

/** Open links and recorded answers, each done once. */
export const answeringActs = (lead: () => Person): Readonly<Record<string, Act>> => ({
  createOpenLink: {
    act: () =>
      lead().ask(
        'mutation { createOpenLink(input: { roundId: "demo-2026", name: "audited", label: "Audited" }) { __typename } }',
      ),
    event: 'open-link.created by demo-survey_lead',
  },
  switchOpenLink: {
    act: async () =>
      lead().ask('mutation ($id: ID!) { switchOpenLink(id: $id, on: false) { id } }', {
        id: await openLinkOf(lead(), 'audited'),
      }),
    event: 'open-link.switched-off by demo-survey_lead',
  },
  recordAnswer: {
    act: () =>
      lead().ask(
        `mutation { recordAnswer(input: { roundId: "${ROUND}", odsCode: "RW603", mode: telephone, takenOn: "2026-01-05", spokenTo: nurse }) { __typename } }`,
      ),
    event: 'answer.recording-begun by demo-survey_lead',
  },
  reopenRecordedAnswer: {
    act: async () => {
      const { data } = await lead().ask('{ recordedAnswers(roundId: "demo-2026") { id } }');
      const [{ id }] = data!['recordedAnswers'];
      return lead().ask('mutation ($id: ID!) { reopenRecordedAnswer(id: $id) { path } }', { id });
    },
    event: 'answer.recording-reopened by demo-survey_lead',
  },
});

/** What is done on pages, each with the event that it is written down with. */
export const pageActs = async (
  server: TestServer,
  lead: Person,
): Promise<readonly (Act & { readonly what: string })[]> => {
  await lead.ask(
    'mutation { createOpenLink(input: { roundId: "demo-2026", name: "audited-pages", label: "Pages" }) { __typename } }',
  );
  const visitor = new OpenLinkVisitor(server, `/r/${ROUND}/audited-pages`);
  const key = await visitor.key();
  const team = new LiaisonTeam(server, await givenLink(server));
  const email = ['colleague@example.org'];
  return [
    {
      what: 'a form begun by an open link, with its mail',
      act: () => visitor.starts({ hospital: 'RW603', email: 'me@example.org', key }),
      event: 'open-link.form-begun by public',
    },
    {
      what: 'further hospitals',
      act: () => team.press('also', { 'also-for': ['RM102'], expectedRevision: ['0'] }),
      event: 'response.saved by invitation',
    },
    {
      what: 'a form that is handed over',
      act: () => team.press('hand-over', { email, key: ['a-key-of-this-page'] }),
      event: 'response.handed-over by invitation',
    },
  ];
};
