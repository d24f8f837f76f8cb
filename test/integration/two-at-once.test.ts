import { MOST_SCHEMES } from '@liaison-atlas/shared/commissioning/scheme/scheme-levels';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { ChangeCounter } from '../../server/src/database/change-counter.entity.js';
import { FurtherLink } from '../../server/src/fieldwork/further-link.entity.js';
import { FurtherLinkService, MOST_HAND_OVERS } from '../../server/src/fieldwork/further-link.service.js';
import { newId } from '../../server/src/platform/ids.js';
import { Release } from '../../server/src/publication/release.entity.js';
import { ReleaseSignOff } from '../../server/src/publication/release-desk/release-sign-off.entity.js';
import { ReplyPeriodRow } from '../../server/src/publication/release-desk/reply-period.entity.js';
import { Cleaner, givenForm } from '../support/cleaner.js';
import { colleague, grant } from '../support/colleagues.js';
import { ContactLead } from '../support/contact-book.js';
import { givenLink, givenRound, withInReach, withoutInReach } from '../support/given.js';
import { waiters, withCommitsHeld } from '../support/held-commits.js';
import { LiaisonTeam, theSurveyLead } from '../support/people.js';
import { ReleaseDeskUser } from '../support/release-desk.js';
import { SchemeMember } from '../support/scheme-member.js';
import { copyOfTemplate, type Place, startAt, type TestServer } from '../support/start-server.js';

const isPostgres = inject('template').engine === 'postgres';
const ALICE = { id: 'alice' };

describe('two at the same moment', () => {
  let place: Place;
  let server: TestServer;
  beforeAll(async () => {
    place = await copyOfTemplate();
    server = await startAt(place, {
      CLIENT_DIR: undefined,
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'survey@atlas.example',
    });
  });
  afterAll(async () => {
    await server.stop();
    await place.remove();
  });

  const atOnce = <Value>(...acts: (() => Promise<Value>)[]): Promise<Value[]> => withCommitsHeld(place, acts);
  const frozen = async (roundId: string): Promise<ReleaseDeskUser> => {
    await givenRound(server, roundId);
    await givenForm(server, roundId, withInReach('RW603'));
    await server.unitOfWork.run(ALICE, ({ manager }) =>
      manager.query(`UPDATE round SET state = 'cleaning' WHERE id = '${roundId}'`),
    );
    const lead = await theSurveyLead(server);
    await new Cleaner(lead, roundId).freeze('');
    return new ReleaseDeskUser(lead, roundId);
  };

  it('leave no answer in a release that was taken back while its commit was on the way', async () => {
    const roundId = await givenRound(server, 'taken-back-meanwhile');
    const { team } = await givenForm(server, roundId, withInReach('RW603'));
    await givenForm(server, roundId, withoutInReach('RH801'));
    const desk = new ReleaseDeskUser(await theSurveyLead(server), roundId);
    const [withdrawn, released] = await atOnce<unknown>(
      () => team.withdraw(),
      () => desk.release('interim'),
    );
    expect([withdrawn, released]).toMatchObject(['ResponseWithdrawn', { number: 1 }]);
    const { document } = await server.reader.getRepository(Release).findOneByOrFail({ roundId });
    expect(JSON.parse(document).forms).toMatchObject({ received: 2, withdrawn: 1, analysed: 1 });
  });

  it('sign a freeze off once and set one number of sign-offs', async () => {
    const desk = await frozen('signed-twice');
    const signed = await atOnce(
      () => desk.sign(),
      () => desk.sign(),
    );
    expect(signed.map(({ signOffs }) => signOffs?.length)).toEqual([1, 1]);
    expect(await server.reader.getRepository(ReleaseSignOff).countBy({ roundId: desk.roundId })).toBe(1);
    const set = await atOnce(
      () => desk.requireSignOffs(2),
      () => desk.requireSignOffs(3),
    );
    expect(set.every(({ signOffsRequired }) => signOffsRequired >= 2)).toBe(true);
    expect((await desk.desk())['signOffsRequired']).toBe(3);
  });

  it('open one right of reply', async () => {
    const desk = await frozen('opened-twice');
    const opened = await atOnce(
      () => desk.open(14),
      () => desk.open(14),
    );
    expect(opened.map(({ reply }) => reply?.number)).toEqual([1, 1]);
    const periods = await server.reader.getRepository(ReplyPeriodRow).findBy({ roundId: desk.roundId });
    expect(periods).toHaveLength(1);
    expect(await desk.open(14)).toMatchObject({ reply: { number: 2 } });
  });

  it('begin and join no more schemes than one person may be in', { timeout: 300_000 }, async () => {
    const person = await colleague(server, 'scheme-collector', grant('commissioner'));
    const member = new SchemeMember(person);
    for (let at = 1; at < MOST_SCHEMES; at += 1) await member.create('QOP');
    const last = await atOnce(
      () => member.create('QOP'),
      () => member.create('QOP'),
    );
    expect(last.map(({ error }) => error).toSorted()).toEqual(['', 'CONFLICT']);
    const [first] = await member.list();
    await member.delete(first!.id);
    const owner = new SchemeMember(await colleague(server, 'scheme-owner', grant('commissioner')));
    const links: string[] = [];
    for (let at = 0; at < 2; at += 1)
      links.push(await owner.invite((await owner.create('QOP')).scheme.id, 'view'));
    const joined = await atOnce(
      () => member.join(links[0]!),
      () => member.create('QOP'),
    );
    expect(joined.map(({ error }) => error).toSorted()).toEqual(['', 'CONFLICT']);
    expect(await member.list()).toHaveLength(MOST_SCHEMES);
  });

  it('withdraw a release once', async () => {
    const roundId = await givenRound(server, 'withdrawn-twice');
    await givenForm(server, roundId, withInReach('RW603'));
    const desk = new ReleaseDeskUser(await theSurveyLead(server), roundId);
    await desk.release('interim');
    const marked = await atOnce(
      () => desk.mark('withdrawRelease', 1, 'Wrong.'),
      () => desk.mark('withdrawRelease', 1, 'Wrong.'),
    );
    expect(marked).toMatchObject([{ stands: false }, { problems: [{ code: 'WITHDRAWN_ALREADY' }] }]);
  });

  it('hand a form over no more often than is allowed', async () => {
    const first = new LiaisonTeam(server, await givenLink(server));
    const { token } = first.link;
    const handOver = async (email: string): Promise<string> => {
      const done = await server.app.get(FurtherLinkService).handOver(token, { email, key: newId() });
      return done === 'unusable'
        ? done
        : done.ok
          ? 'handed over'
          : done.problems.map(({ code }) => code).join();
    };
    for (let each = 1; each < MOST_HAND_OVERS; each += 1) await handOver(`colleague-${each}@example.org`);
    const last = await atOnce(
      () => handOver('one@example.org'),
      () => handOver('other@example.org'),
    );
    expect(last).toEqual(['handed over', 'TOO_MANY']);
    const { invitationId } = first.link;
    const given = await server.reader.getRepository(FurtherLink).countBy({ invitationId, kind: 'hand_over' });
    expect(given).toBe(MOST_HAND_OVERS);
  });

  it('add or move to one address: the second is told that it is taken', async () => {
    await givenRound(server, 'contacts-at-once');
    const person = await colleague(server, 'book-keeper', grant('survey_lead'));
    const lead = new ContactLead(server, person, 'contacts-at-once');
    const list = await lead.list('Faculty');
    const save = async (email: string, id = ''): Promise<Record<string, any>> => {
      const { data, errors } = await lead.ask(
        `mutation ($input: SaveContactInput!) { saveContact(input: $input) {
          ... on Contact { email } ... on ContactRefused { problems { code } } } }`,
        {
          input: {
            roundId: 'contacts-at-once',
            id,
            listId: list,
            email,
            name: 'Somebody',
            job: '',
            hospitals: 'RW603',
            legalBasis: 'public_task',
            source: 'a test',
          },
        },
      );
      expect(errors).toBeUndefined();
      return data?.['saveContact'];
    };
    const taken = { problems: [{ code: 'ADDRESS_TAKEN' }] };
    expect(
      await atOnce(
        () => save('same@example.org'),
        () => save('same@example.org'),
      ),
    ).toMatchObject([{ email: 'same@example.org' }, taken]);
    await save('ann@example.org');
    await save('bob@example.org');
    const [ann, bob] = [await lead.idOf('ann@example.org'), await lead.idOf('bob@example.org')];
    expect(
      await atOnce(
        () => save('moved@example.org', ann),
        () => save('moved@example.org', bob),
      ),
    ).toMatchObject([{ email: 'moved@example.org' }, taken]);
  });

  it('both succeed although each waited for what the other held', async () => {
    const counter = (topic: string) => ({ topic, slot: '0', value: 1 });
    await server.unitOfWork.run(ALICE, async ({ manager }) => {
      await manager.insert(ChangeCounter, counter('cross-a'));
      await manager.insert(ChangeCounter, counter('cross-b'));
    });
    let holding = 0;
    const bothHold = async (): Promise<void> => {
      holding += 1;
      if (isPostgres) await expect.poll(() => holding).toBeGreaterThanOrEqual(2);
    };
    const crosswise = (first: string, second: string): Promise<void> =>
      server.unitOfWork.run(ALICE, async ({ manager }) => {
        await manager.increment(ChangeCounter, { topic: first }, 'value', 1);
        await bothHold();
        await manager.increment(ChangeCounter, { topic: second }, 'value', 1);
      });
    await Promise.all([crosswise('cross-a', 'cross-b'), crosswise('cross-b', 'cross-a')]);
    const values = await server.reader
      .getRepository(ChangeCounter)
      .findBy([{ topic: 'cross-a' }, { topic: 'cross-b' }]);
    expect(values.map(({ value }) => value)).toEqual([3, 3]);
  });

  it('give an open link one name: the second is told that it is taken', async () => {
    const lead = await theSurveyLead(server);
    const roundId = await givenRound(server, 'links-named-twice');
    const create = (): Promise<any> =>
      lead.ask(
        `mutation ($roundId: ID!) { createOpenLink(input: { roundId: $roundId, name: "faculty", label: "Faculty" }) {
          __typename ... on OpenLinkRefused { problems { code field } } } }`,
        { roundId },
      );
    const made = await atOnce(create, create);
    expect(made.map(({ data, errors }) => data?.createOpenLink ?? errors)).toMatchObject([
      { __typename: 'OpenLink' },
      { problems: [{ code: 'ALREADY_THERE', field: 'name' }] },
    ]);
  });

  it('give a hospital one other name: the second is told that it has it', async () => {
    const lead = await colleague(server, 'frame-lead', grant('administrator'));
    const [{ id: siteId }] = await server.reader.query(`SELECT id FROM site WHERE ods_code = 'RW603'`);
    const add = (): Promise<any> =>
      lead.ask(
        `mutation ($siteId: ID!) { addSiteAlias(input: { siteId: $siteId, text: "Quillfeather Infirmary", source: "A test" }) {
          __typename ... on FrameRefused { problems { code field } } } }`,
        { siteId },
      );
    const added = await atOnce(add, add);
    expect(added.map(({ data, errors }) => data?.addSiteAlias.problems?.length ?? errors ?? 0)).toEqual([
      0, 1,
    ]);
  });

  it.runIf(isPostgres)('are told so in words where it happens again and again', async () => {
    const failing = server.unitOfWork.run(ALICE, ({ manager }) =>
      manager.query(`DO $$ BEGIN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'; END $$`),
    );
    await expect(failing).rejects.toMatchObject({ code: 'CONFLICT', mend: expect.stringContaining('again') });
  });

  it.runIf(isPostgres)(
    'note the changes of topics in one order, whatever order they were touched in',
    async () => {
      const client = new pg.Client({ connectionString: place.env['DATABASE_URL'] });
      await client.connect();
      for (const topic of ['order-a', 'order-b'])
        await client.query(
          `INSERT INTO change_counter (topic, slot, value) SELECT $1, each::text, 0 FROM generate_series(0, 15) AS each`,
          [topic],
        );
      await client.query('BEGIN');
      await client.query(`SELECT slot FROM change_counter WHERE topic = 'order-b' FOR UPDATE`);
      const unit = server.unitOfWork.run(ALICE, async ({ touch }) => {
        touch('order-b');
        touch('order-a');
      });
      await waiters(client, 1);
      const free = await client.query(
        `SELECT slot FROM change_counter WHERE topic = 'order-a' FOR UPDATE SKIP LOCKED`,
      );
      expect(free.rows).toHaveLength(15);
      await client.query('COMMIT');
      await client.end();
      await unit;
    },
  );
});
