import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { administratorActs } from '../support/administrator-acts.js';
import { answeringActs, pageActs } from '../support/answering-acts.js';
import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { AUDITED_DRAFTS, beginDraft, designerActs } from '../support/designer-acts.js';
import type { DraftAnswer } from '../support/designer-calls.js';
import { newId } from '../../server/src/platform/ids.js';
import { OutboxMessage } from '../../server/src/outbox/outbox-message.entity.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { type Colleague, colleague, grant } from '../support/colleagues.js';
import type { ContactLead } from '../support/contact-book.js';
import { givenContactLead, mailingActs } from '../support/mailing-acts.js';
import { type AuditedCoding, codingActs, givenCoding } from '../support/coding-acts.js';
import {
  askBeforehand,
  type AuditedCleaning,
  cleaningActs,
  closingAct,
  givenCleaning,
} from '../support/cleaning-acts.js';
import { registerActs } from '../support/register-acts.js';
import { reportActs } from '../support/report-acts.js';
import { schemeActs } from '../support/scheme-acts.js';
import { type AuditedDesk, deskActs, givenDesk } from '../support/release-desk-acts.js';
import { type AuditedFrame, frameActs, givenFrame } from '../support/frame-acts.js';
import { unrealLine, unrealList } from '../support/frame-lead.js';
import { byPage, type GivenForm, givenLink, withoutInReach } from '../support/given.js';
import { LiaisonTeam, type Person, thePublic, theSurveyLead } from '../support/people.js';
import { roundActs } from '../support/round-acts.js';
import { RoundPlanner } from '../support/round-planner.js';
import { Schema } from '../support/schema-walk.js';
import { startServer, type TestServer } from '../support/start-server.js';

const FORM = withoutInReach('RW603');

describe('the audit trail', () => {
  let server: TestServer;
  let lead: Person;
  let administrator: Colleague;
  /** A team whose form has been sent. */
  let begun: LiaisonTeam;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
    lead = await theSurveyLead(server);
    for (const key of AUDITED_DRAFTS) drafts.set(key, await beginDraft(lead, key));
    administrator = await colleague(server, 'admin', grant('administrator'));
    begun = await team();
    await begun.submit(FORM);
  });
  afterAll(() => server.stop());

  const all = (): Promise<AuditEvent[]> =>
    server.reader.getRepository(AuditEvent).find({ order: { seq: 'ASC' } });
  /** What was written down while something was done: action and actor of each new event. */
  const writtenBy = async (act: () => Promise<unknown>): Promise<string[]> => {
    const before = new Set((await all()).map(({ seq }) => seq));
    await act();
    return (await all())
      .filter(({ seq }) => !before.has(seq))
      .map(({ action, actorId }) => `${action} by ${actorId.split(':')[0]}`);
  };
  const team = async (): Promise<LiaisonTeam> => new LiaisonTeam(server, await givenLink(server));
  const release = (person: Person, values = {}) => {
    const input = {
      roundId: 'demo-2026',
      kind: 'interim',
      note: '',
      idempotencyKey: 'audited-release',
      ...values,
    };
    return person.ask(
      'mutation ($input: ReleaseRoundInput!) { releaseRound(input: $input) { __typename } }',
      { input },
    );
  };

  /** Drafts that were there before what is audited. */
  const drafts = new Map<string, DraftAnswer>();
  let given: AuditedFrame;
  let planner: RoundPlanner;
  let contactLead: ContactLead;
  let coding: AuditedCoding;
  let cleaning: AuditedCleaning;
  let waiting: string;
  let desk: AuditedDesk;
  beforeAll(async () => {
    desk = await givenDesk(server);
    given = await givenFrame(server);
    planner = await RoundPlanner.of(server);
    contactLead = await givenContactLead(server);
    coding = await givenCoding(server, lead);
    cleaning = await givenCleaning(server);
    waiting = await askBeforehand(cleaning);
  });

  /** Each mutation done once, by name. A mutation that is missing here fails the first test. */
  const DONE: Readonly<Record<string, { readonly act: () => Promise<unknown>; readonly event: string }>> = {
    ...designerActs(() => lead, drafts),
    ...frameActs(() => given),
    ...roundActs(() => planner),
    ...answeringActs(() => lead),
    ...mailingActs(() => contactLead),
    ...codingActs(() => coding),
    ...reportActs(() => lead),
    ...registerActs(
      () => lead,
      () => thePublic(server),
    ),
    ...schemeActs(
      () => server,
      () => lead,
      () => administrator,
    ),
    closeSiteQuery: closingAct(
      () => cleaning,
      () => waiting,
    ),
    ...cleaningActs(() => cleaning),
    ...deskActs(() => desk),
    openDemoAnswer: {
      act: () => thePublic(server).ask('mutation { openDemoAnswer { path } }'),
      event: 'invitation.made-for-demo by public',
    },
    releaseRound: { act: () => release(lead), event: 'release.published by demo-survey_lead' },
    signInToDemo: { act: () => server.signIn(), event: 'session.opened by demo-survey_lead' },
    signOut: {
      act: () => lead.ask('mutation { signOut { signedIn } }'),
      event: 'session.revoked by demo-survey_lead',
    },
    submitResponse: {
      act: async () => (await team()).submit(FORM),
      event: 'response.submitted by invitation',
    },
    withdrawResponse: {
      act: () => begun.withdraw(),
      event: 'response.withdrawn by invitation',
    },
    requestSignIn: {
      act: () => thePublic(server).ask('mutation { requestSignIn(email: "admin@example.org") { demoPath } }'),
      event: 'sign-in.requested by public',
    },
    confirmSignIn: {
      act: () =>
        thePublic(server).ask('mutation ($t: String!) { confirmSignIn(token: $t) { signedIn } }', {
          t: link,
        }),
      event: 'session.opened by PERSON',
    },
    ...administratorActs(
      () => administrator,
      () => failedMail,
    ),
  };
  /** A link as it would stand in a mail, and a message that could not be sent; both made before the mutations. */
  let link = '';
  let failedMail = '';
  beforeAll(async () => {
    const { data } = await thePublic(server).ask(
      'mutation { requestSignIn(email: "admin@example.org") { demoPath } }',
    );
    link = String(data?.['requestSignIn'].demoPath).split('#')[1] ?? '';
    const [mail] = await server.reader.getRepository(OutboxMessage).find();
    failedMail = mail!.id;
    await server.unitOfWork.run(SYSTEM, async ({ manager }) => {
      await manager.update(OutboxMessage, { id: failedMail }, { state: 'failed' });
      const doubted: OutboxMessage = Object.assign(new OutboxMessage(), mail, {
        id: newId(),
        dedupeKey: 'doubted',
        roundId: 'audited-doubt',
        state: 'in_doubt',
      });
      await manager.insert(OutboxMessage, doubted);
    });
  });

  it('knows every mutation that there is', async () => {
    const schema = await Schema.of(server);
    expect(
      schema
        .operations('Mutation')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(DONE).sort());
  });

  it.each(Object.keys(DONE))('gets exactly one event from %s', async (name) => {
    const event = DONE[name]!.event.replace('PERSON', administrator.personId);
    expect(await writtenBy(DONE[name]!.act)).toEqual([event]);
  });

  it('gets exactly one event from each page that is saved, and from sending', async () => {
    const oldham = await team();
    for (const [page, fields] of byPage(FORM))
      expect(await writtenBy(() => oldham.save(page, fields))).toEqual(['response.saved by invitation']);
    expect(
      await writtenBy(() =>
        oldham.press('comments', { comments: ['x'], autosave: ['1'], expectedRevision: ['11'] }),
      ),
    ).toEqual(['response.saved by invitation']);
    expect(await writtenBy(() => oldham.send())).toEqual(['response.submitted by invitation']);
  });

  it('gets exactly one event from what is done on the pages of a link, mail included', async () => {
    for (const { what, act, event } of await pageActs(server, await theSurveyLead(server)))
      expect(await writtenBy(act), what).toEqual([event]);
  });

  it('gets one from a list that is stored, and none from one that is only checked', async () => {
    const { frames } = given;
    const id = String((await frames.create('Unreal audited list')).frame?.['id']);
    const list = unrealList(unrealLine('ZZV02', 'Unreal Listed Infirmary'));
    let plan = '';
    expect(
      await writtenBy(async () => {
        plan = (await frames.upload(id, list)).report.plan;
      }),
    ).toEqual([]);
    expect(await writtenBy(() => frames.upload(id, list, { plan }))).toEqual([
      'frame.imported by demo-survey_lead',
    ]);
  });

  it('gets none from what is refused', async () => {
    lead = await theSurveyLead(server);
    const oldham = await team();
    const refused: readonly [string, () => Promise<unknown>][] = [
      ['a wrong form', () => oldham.submit({ ...FORM, role: ['king'] })],
      ['a key that is none', () => oldham.submit(FORM, { key: 'no' })],
      [
        'a link nobody made',
        () => new LiaisonTeam(server, { ...oldham.link, token: 'A'.repeat(22) }).submit(FORM),
      ],
      ['a wrong page', () => oldham.save('role', { role: ['king'] })],
      ['a stale page', () => oldham.press('role', { role: ['other'], expectedRevision: ['7'] })],
      [
        'a form that is not complete',
        () => oldham.press('submit', { expectedRevision: ['0'], idempotencyKey: ['good-key-1'] }),
      ],
      ['a release by the public', () => release(thePublic(server), { idempotencyKey: 'by-the-public' })],
      [
        'a release of the report',
        () => release(lead, { roundId: '2017-18', idempotencyKey: 'of-the-report' }),
      ],
      ['a release of nothing', () => release(lead, { roundId: 'nowhere', idempotencyKey: 'of-nothing' })],
      ['a frame without a title', () => given.frames.create(' ')],
      ['a change of a frozen frame', () => given.frames.add('acute-ed-2018', 'RW603')],
      ['a decision without a reason', () => given.frames.decide(given.id, given.site, 'eligible')],
      ['a round without a title', () => planner.create('unreal-untitled', { title: '' })],
      ['a plan from an old revision', () => planner.save('unreal-audited', { title: 'Late' }, 0)],
      ['a step that is none', () => planner.step('unreal-audited', 'published')],
      ['signing out without a session', () => thePublic(server).ask('mutation { signOut { signedIn } }')],
      [
        'signing in as somebody unknown',
        () => server.send('mutation { signInToDemo(role: king) { signedIn } }'),
      ],
    ];
    for (const [what, act] of refused) expect(await writtenBy(act), what).toEqual([]);
  });

  it('gets one from a request that is repeated, not two', async () => {
    const oldham = await team();
    const twice = () =>
      Promise.all([oldham.submit(FORM, { key: 'sent-twice' }), oldham.submit(FORM, { key: 'sent-twice' })]);
    expect(await writtenBy(twice)).toEqual(['response.submitted by invitation']);
    expect(await writtenBy(twice)).toEqual([]);
    const released = () => release(lead, { idempotencyKey: 'released-twice' });
    expect(await writtenBy(() => Promise.all([released(), released()]))).toEqual([
      'release.published by demo-survey_lead',
    ]);
    expect(await writtenBy(released)).toEqual([]);
  });

  it("says who did what to which thing and when, and holds no answer, no token and nobody's name", async () => {
    const oldham = await team();
    const form: GivenForm = { ...FORM, comments: ['written by Dr Example'] };
    await oldham.submit(form);
    const stored = await oldham.stored();
    const [event] = (await all()).filter(({ entityId }) => entityId === stored?.id);
    expect(event).toMatchObject({
      entity: 'response',
      actorId: `invitation:${oldham.link.invitationId}`,
      detail: { revision: 1 },
    });
    expect(event?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const text = JSON.stringify(await all());
    for (const secret of ['Dr Example', 'liaison_lead', oldham.link.token])
      expect(text).not.toContain(secret);
  });
});
