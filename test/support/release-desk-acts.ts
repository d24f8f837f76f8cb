import { SiteObjection } from '../../server/src/cleaning/site-objection.entity.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { newId } from '../../server/src/platform/ids.js';
import type { Act } from './audited-act.js';
import { Cleaner, givenForm } from './cleaner.js';
import { givenRound, withoutInReach } from './given.js';
import { theSurveyLead } from './people.js';
import { ReleaseDeskUser } from './release-desk.js';
import type { TestServer } from './start-server.js';

/** A frozen round with a release and an objection. */
export interface AuditedDesk {
  readonly desk: ReleaseDeskUser;
  readonly objectionId: string;
}

export async function givenDesk(server: TestServer): Promise<AuditedDesk> {
  const roundId = await givenRound(server, 'audited-desk');
  await givenForm(server, roundId, withoutInReach('RW603'));
  const lead = await theSurveyLead(server);
  await new Cleaner(lead, roundId).freeze('');
  const desk = new ReleaseDeskUser(lead, roundId);
  await desk.release('interim');
  const objectionId = newId();
  const objection = { id: objectionId, roundId, odsCode: 'RW603', words: 'Wrong.' };
  await server.unitOfWork.run(SYSTEM, ({ manager }) =>
    manager.insert(SiteObjection, {
      ...objection,
      at: '2026-01-01T00:00:00.000Z',
      settledNote: '',
      settledAt: null,
      settledBy: null,
    }),
  );
  return { desk, objectionId };
}

/** Each mutation of the release desk by name, in an order in which each finds what it needs; `given` answers later. */
export const deskActs = (given: () => AuditedDesk): Readonly<Record<string, Act>> => ({
  openRightOfReply: {
    act: () => given().desk.open(),
    event: 'reply.period-opened by demo-survey_lead',
  },
  giveReplyLink: {
    act: () => given().desk.giveLink('RW603'),
    event: 'reply.link-given by demo-survey_lead',
  },
  settleObjection: {
    act: () => given().desk.settle(given().objectionId, 'It stays.'),
    event: 'cleaning.objection-settled by demo-survey_lead',
  },
  signOffRelease: { act: () => given().desk.sign(), event: 'release.signed-off by demo-survey_lead' },
  takeSignOffBack: {
    act: () => given().desk.takeBack('An audit.'),
    event: 'release.sign-off-taken-back by demo-survey_lead',
  },
  setSignOffs: {
    act: () => given().desk.requireSignOffs(2),
    event: 'release.sign-offs-set by demo-survey_lead',
  },
  setReleaseDoi: {
    act: () => given().desk.mark('setReleaseDoi', 1, '10.1234/audited'),
    event: 'release.marked by demo-survey_lead',
  },
  withdrawRelease: {
    act: () => given().desk.mark('withdrawRelease', 1, 'An audit.'),
    event: 'release.marked by demo-survey_lead',
  },
});
