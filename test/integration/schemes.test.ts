import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AuditEvent } from '../../server/src/platform/audit/audit-event.entity.js';
import { SYSTEM } from '../../server/src/database/unit-of-work.js';
import { SchemeRetention } from '../../server/src/commissioning/schemes/scheme-retention.js';
import { Scheme } from '../../server/src/commissioning/schemes/scheme.entity.js';
import { type Colleague, colleague, grant } from '../support/colleagues.js';
import { thePublic, theSurveyLead } from '../support/people.js';
import { rawGet } from '../support/raw-get.js';
import { givenSchemeLink, SchemeMember } from '../support/scheme-member.js';
import { startServer, type TestServer } from '../support/start-server.js';

/** Words that stand nowhere else. */
const SECRET = 'xylophone-plan';

describe('a private scheme', () => {
  let server: TestServer;
  let ownerPerson: Colleague;
  let owner: SchemeMember;
  let guestPerson: Colleague;
  let guest: SchemeMember;
  beforeAll(async () => {
    server = await startServer({ CLIENT_DIR: undefined });
    ownerPerson = await colleague(server, 'commissioner', grant('commissioner'));
    guestPerson = await colleague(server, 'guest');
    owner = new SchemeMember(ownerPerson);
    guest = new SchemeMember(guestPerson);
  });
  afterAll(() => server.stop());

  const begun = async (fields: Readonly<Record<string, string>> = { title: SECRET }): Promise<string> =>
    (await owner.create('qop', fields)).scheme.id;
  const letIn = async (id: string, level: string): Promise<void> => {
    expect((await guest.join(await owner.invite(id, level))).error).toBe('');
  };
  const change = (key: string, value: string, before = '') => [{ key, before, value }];

  it('is begun by anybody who has signed in, with what they had typed, and belongs to them', async () => {
    const { scheme } = await guest.create('QOP', { r1: 'y', 's.W6': '66/90', 'need.p': '500,000' });
    expect(scheme).toMatchObject({ areaCode: 'QOP', version: 1, level: 'owner' });
    expect(scheme.areaName).toMatch(/Greater Manchester/);
    expect(scheme.fields).toHaveLength(3);
    expect((await guest.list()).map(({ id }) => id)).toEqual([scheme.id]);
    expect((await new SchemeMember(thePublic(server)).create('QOP')).error).toBe('FORBIDDEN');
    expect((await guest.create('ZZZ')).error).toBe('NOT_FOUND');
    expect((await guest.create('QOP', { r1: 'perhaps' })).problems).toMatchObject([{ field: 'r1' }]);
    expect(await guest.delete(scheme.id)).toBe('');
  });

  it('is read by no administrator and no survey lead, by any query, file or history', async () => {
    const id = await begun({ title: SECRET, notes: SECRET });
    await owner.save(id, change('r1.evidence', SECRET));
    const administrator = await colleague(server, 'scheme-admin', grant('administrator'));
    const lead = await colleague(server, 'scheme-lead', grant('survey_lead'));
    for (const person of [administrator, lead, await theSurveyLead(server), thePublic(server)]) {
      const other = new SchemeMember(person);
      await expect(other.get(id)).rejects.toThrow(/NOT_FOUND|FORBIDDEN/);
      expect((await other.save(id, change('r2', 'y'))).error).toMatch(/NOT_FOUND|FORBIDDEN/);
      expect((await other.restore(id, 2, 1)).error).toMatch(/NOT_FOUND|FORBIDDEN/);
      expect((await other.setLevel(id, ownerPerson.personId, null)).error).toMatch(/NOT_FOUND|FORBIDDEN/);
      await expect(other.invite(id, 'view')).rejects.toThrow(/NOT_FOUND|FORBIDDEN/);
      expect(await other.leave(id)).toMatch(/NOT_FOUND|FORBIDDEN/);
      expect(await other.delete(id)).toMatch(/NOT_FOUND|FORBIDDEN/);
      const { errors } = await person.ask(
        'query ($id: ID!) { schemeVersion(id: $id, version: 1) { value } }',
        { id },
      );
      expect(errors?.[0]?.extensions['code']).toMatch(/NOT_FOUND|FORBIDDEN/);
    }
    for (const { cookie } of [administrator, lead]) {
      for (const file of ['scheme.json', 'scheme.csv', 'scheme.docx'])
        expect((await rawGet(`${server.url}/manage/v1/schemes/${id}/${file}`, { cookie })).status).toBe(404);
      const mine = await rawGet(`${server.url}/manage/v1/my-schemes.json`, { cookie });
      expect(JSON.parse(mine.body.toString())).toEqual([]);
    }
    // The same words for a scheme that does not exist: nobody learns that there is one.
    const asked = (which: string) =>
      administrator.ask('query ($id: ID!) { scheme(id: $id) { id } }', { id: which });
    expect((await asked(id)).errors?.[0]?.message).toBe((await asked('no-such-scheme')).errors?.[0]?.message);
  });

  it('leaves in the audit trail that it changed, and nothing of what it says', async () => {
    const id = await begun({ title: SECRET });
    await owner.save(id, change('notes', SECRET));
    const events = await server.reader
      .getRepository(AuditEvent)
      .find({ where: { entityId: id }, order: { seq: 'ASC' } });
    expect(events.map(({ action }) => action)).toEqual(['scheme.created', 'scheme.saved']);
    expect(
      JSON.stringify(await server.reader.getRepository(AuditEvent).find({ order: { seq: 'ASC' } })),
    ).not.toContain(SECRET);
  });

  it('lets somebody in by a link that works once, to read or to change', async () => {
    const id = await begun();
    const path = await owner.invite(id, 'view');
    expect(path).toMatch(/^\/schemes\/join#[\w-]{16,}$/);
    expect((await guest.join(path)).scheme).toMatchObject({ id, level: 'view', invitations: [] });
    expect((await guest.join(path)).error).toBe('UNUSABLE_LINK');
    expect((await guest.save(id, change('r1', 'y'))).error).toBe('FORBIDDEN');
    await letIn(id, 'edit');
    expect((await guest.save(id, change('r1', 'y'))).scheme).toMatchObject({ version: 2, level: 'edit' });
    expect(await guest.delete(id)).toBe('FORBIDDEN');
    await givenSchemeLink(server, id, 'view', 'a-link-that-is-too-old', '2020-01-01T00:00:00.000Z');
    expect((await guest.join('#a-link-that-is-too-old')).error).toBe('UNUSABLE_LINK');
    await owner.invite(id, 'edit');
    expect((await owner.get(id)).invitations).toHaveLength(1);
    expect((await owner.takeBack(id)).scheme.invitations).toEqual([]);
  });

  it('shows both texts where two people wrote in one place, and stores neither over the other', async () => {
    const id = await begun({ notes: 'as it was' });
    await letIn(id, 'edit');
    await guest.save(id, change('notes', 'theirs', 'as it was'));
    const clash = await owner.save(id, [...change('notes', 'mine', 'as it was'), ...change('r1', 'y')]);
    expect(clash.clashes).toEqual([{ key: 'notes', mine: 'mine', theirs: 'theirs' }]);
    expect((await owner.get(id)).fields).toEqual([{ key: 'notes', value: 'theirs' }]);
    const other = await owner.save(id, change('r1', 'y'));
    expect([other.clashes, other.scheme.version]).toEqual([[], 3]);
  });

  it('keeps each of two savings at the same moment', async () => {
    const id = await begun();
    await letIn(id, 'edit');
    const results = await Promise.all([
      ...['r1', 'r2', 'r3'].map((key) => owner.save(id, change(key, 'y'))),
      ...['r4', 'r5', 'r6'].map((key) => guest.save(id, change(key, 'p'))),
    ]);
    expect(results.map(({ error }) => error)).toEqual(Array.from({ length: 6 }, () => ''));
    const { fields, version } = await owner.get(id);
    expect([fields.length, version]).toEqual([7, 7]);
  });

  it('has a history with names, joins what one person saves in one go, and brings a version back', async () => {
    const id = await begun({ notes: 'first' });
    for (const [before, value] of [
      ['first', 'second'],
      ['second', 'third'],
    ] as const)
      await owner.save(id, change('notes', value, before));
    const { versions } = await owner.get(id);
    expect(versions.map(({ version, by }) => [version, by])).toEqual([
      [3, 'Example commissioner'],
      [1, 'Example commissioner'],
    ]);
    expect((await owner.restore(id, 2, 1)).error).toBe('CONFLICT');
    const back = await owner.restore(id, 3, 1);
    expect(back.scheme.fields).toEqual([{ key: 'notes', value: 'first' }]);
    expect(back.scheme.versions[0]).toMatchObject({ version: 4, note: 'Version 1 brought back' });
    const { data } = await ownerPerson.ask(
      'query ($id: ID!) { schemeVersion(id: $id, version: 3) { key value } }',
      { id },
    );
    expect(data?.['schemeVersion']).toEqual([{ key: 'notes', value: 'third' }]);
  });

  it('is handed over, left, and erased with everything once its owner is alone', async () => {
    const id = await begun();
    await letIn(id, 'view');
    expect(await owner.leave(id)).toBe('CONFLICT');
    await owner.setLevel(id, guestPerson.personId, 'owner');
    expect((await owner.get(id)).level).toBe('edit');
    expect(await owner.leave(id)).toBe('');
    await expect(owner.get(id)).rejects.toThrow('NOT_FOUND');
    expect(await guest.leave(id)).toBe('');
    for (const { tableName } of server.reader.entityMetadatas.filter(({ tableName: name }) =>
      name.startsWith('scheme'),
    )) {
      const column = tableName === 'scheme' ? 'id' : 'scheme_id';
      const rows = await server.reader.query<unknown[]>(
        `SELECT 1 FROM ${tableName} WHERE ${column} = '${id}'`,
      );
      expect([tableName, rows.length]).toEqual([tableName, 0]);
    }
  });

  it('goes out as JSON, a table and a Word document, and comes in again as it was', async () => {
    const fields = { title: 'Made up', r1: 'n', 'r1.owner': 'Example role', 's.W6': '3/90', notes: '=1+1' };
    const id = await begun(fields);
    const file = async (name: string) => {
      const { cookie } = ownerPerson;
      return (await rawGet(`${server.url}/manage/v1/schemes/${id}/${name}`, { cookie })).body;
    };
    const json = JSON.parse((await file('scheme.json')).toString()) as Record<string, unknown>;
    expect(json).toMatchObject({ schema: 'liaison-atlas/scheme/1', area: 'QOP', fields });
    const again = await owner.create(String(json['area']), json['fields'] as Record<string, string>);
    expect(Object.fromEntries(again.scheme.fields.map(({ key, value }) => [key, value]))).toEqual(fields);
    const csv = (await file('scheme.csv')).toString();
    expect(csv).toContain('Not yet');
    expect(csv).toMatch(/'=1\+1/);
    // The owner's own view holds nothing back.
    const docx = strFromU8(unzipSync(new Uint8Array(await file('scheme.docx')))['word/document.xml']!);
    expect(docx).toContain('3/90');
    expect(docx).toContain('Known 1 of 12');
  });

  it('gives everybody all that is theirs in one file', async () => {
    const { cookie } = ownerPerson;
    const mine = await rawGet(`${server.url}/manage/v1/my-schemes.json`, { cookie });
    expect(JSON.parse(mine.body.toString())).toHaveLength((await owner.list()).length);
  });

  it('is erased once nobody has changed it for two years, and not before', async () => {
    const [old, young] = [await begun(), await begun()];
    await server.unitOfWork.run(SYSTEM, ({ manager }) =>
      manager.update(Scheme, { id: old }, { changedAt: '2001-01-01T00:00:00.000Z' }),
    );
    expect(await server.app.get(SchemeRetention).erase()).toBe(1);
    await expect(owner.get(old)).rejects.toThrow('NOT_FOUND');
    expect((await owner.get(young)).id).toBe(young);
  });
});
