import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { FrameService } from '../../server/src/frame/frame.service.js';
import { givenLink, givenRound, withoutInReach } from '../support/given.js';
import { LiaisonTeam, type Person, theSurveyLead } from '../support/people.js';
import { startServer, type TestServer } from '../support/start-server.js';

const ROUND = 'watched-2027';
/** Asked together: each part could be worked out at another moment. */
const WHOLE = `query ($id: ID!) { liveRound(id: $id) {
  hospitals { forms } forms { analysed } questions { variable } } }`;

interface Shown {
  readonly forms: { readonly analysed: number };
  readonly hospitals: readonly { readonly forms: number }[];
}

describe('the live picture of a round', () => {
  let server: TestServer;
  let lead: Person;

  beforeAll(async () => {
    server = await startServer();
    lead = await theSurveyLead(server);
    await givenRound(server, ROUND, { kind: 'synthetic' });
  });
  afterAll(() => server.stop());

  it('is of one moment in all its parts, however many replies come meanwhile', async () => {
    const hospitals = server.app.get(FrameService).listHospitals('acute-ed-2018').slice(0, 24);
    const teams = await Promise.all(
      hospitals.map(async ({ odsCode }) => ({
        odsCode,
        team: new LiaisonTeam(server, await givenLink(server, { odsCode, roundId: ROUND })),
      })),
    );
    let sent = 0;
    const looks: { analysed: number; onTheMap: number }[] = [];
    const look = async (): Promise<void> => {
      while (sent < teams.length) {
        const { data } = await lead.ask(WHOLE, { id: ROUND });
        const { forms, hospitals: shown } = (data ?? {})['liveRound'] as Shown;
        looks.push({ analysed: forms.analysed, onTheMap: shown.filter((each) => each.forms > 0).length });
      }
    };
    const send = async (): Promise<void> => {
      for (const { odsCode, team } of teams) {
        const { error } = await team.submit(withoutInReach(odsCode), { key: `watched-${odsCode}` });
        expect(error).toBe('');
        sent += 1;
      }
    };
    await Promise.all([send(), look(), look()]);
    expect(new Set(looks.map(({ analysed }) => analysed)).size).toBeGreaterThan(3);
    expect(looks.filter(({ analysed, onTheMap }) => analysed !== onTheMap)).toEqual([]);
  });
});
