import { afterEach, describe, expect, it } from 'vitest';

import { migrate, openWriter } from '../../server/src/database/data-source.js';
import { migrations } from '../../server/src/database/migrations.js';
import { FurtherHospital } from '../../server/src/fieldwork/further-hospital.entity.js';
import { ResponseRevision } from '../../server/src/fieldwork/response-revision.entity.js';
import { Response } from '../../server/src/fieldwork/response.entity.js';
import { loadConfig } from '../../server/src/platform/config.js';
import { copyOfTemplate, type Place } from '../support/start-server.js';

const AT = '2026-05-04T09:00:00.000Z';

describe('the index of further hospitals', () => {
  let place: Place;
  afterEach(() => place.remove());

  it('is made for forms that were sent before it was there, from their latest revision', async () => {
    place = await copyOfTemplate();
    const writer = await openWriter(loadConfig(place.env));
    try {
      const [form, other] = await writer.getRepository(Response).find({
        where: { roundId: 'demo-2026', state: 'submitted', revision: 1 },
        order: { id: 'ASC' },
        take: 2,
      });
      const revise = async (id: string, revision: number, alsoFor: readonly string[]): Promise<void> => {
        await writer.getRepository(ResponseRevision).insert({
          id: `${id.slice(0, 30)}-${revision}`,
          responseId: id,
          revision,
          at: AT,
          by: 'test',
          reason: 'A test.',
          idempotencyKey: `${revision}`,
          // What somebody wrote is no list of hospitals.
          answers: { 'also-for': { given: alsoFor }, comments: { given: '"also-for" RW699' } } as object,
          hash: '',
        });
        await writer.getRepository(Response).update({ id }, { revision });
      };
      await revise(form!.id, 2, ['RW601', 'RW602']);
      await revise(other!.id, 2, ['RW601']);
      await revise(other!.id, 3, []);
      const first = migrations.findIndex(({ name }) => name.startsWith('IndexFurtherHospitals'));
      for (let left = migrations.length; left > first; left -= 1)
        await writer.undoLastMigration({ transaction: 'each' });
      await migrate(writer);
      const rows = await writer.getRepository(FurtherHospital).find({ order: { odsCode: 'ASC' } });
      const ofTheirs = rows.filter(({ responseId }) => [form!.id, other!.id].includes(responseId));
      expect(ofTheirs.map(({ responseId, odsCode }) => [responseId, odsCode])).toEqual([
        [form!.id, 'RW601'],
        [form!.id, 'RW602'],
      ]);
    } finally {
      await writer.destroy();
    }
  });
});
