import type { MigrationInterface, QueryRunner } from 'typeorm';

import { createTable, dropTables } from '../tables.js';

interface SentRow {
  readonly response_id: string;
  readonly answers: string;
}

/** Which forms speak for a hospital beside their own, so that they are found by it; forms already sent included. */
export class IndexFurtherHospitals1767225601700 implements MigrationInterface {
  readonly name = 'IndexFurtherHospitals1767225601700';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'further_hospital',
      columns: [
        { name: 'response_id', kind: 'id' },
        { name: 'ods_code', kind: 'id', length: 10 },
      ],
      primaryKey: ['response_id', 'ods_code'],
      indexes: [{ name: 'ix_further_hospital_ods', columns: ['ods_code'] }],
      foreignKeys: [{ name: 'fk_further_hospital_response', column: 'response_id', references: 'response' }],
    });
    const sent = (await runner.query(
      `SELECT v.response_id, v.answers FROM response_revision v
       JOIN response r ON r.id = v.response_id AND r.revision = v.revision
       WHERE v.answers LIKE '%"also-for"%'`,
    )) as SentRow[];
    const at = (index: number): string =>
      runner.manager.dataSource.driver.createParameter(`p${index}`, index);
    for (const { response_id: responseId, answers } of sent)
      for (const odsCode of furtherCodes(JSON.parse(answers)))
        await runner.query(
          `INSERT INTO further_hospital (response_id, ods_code) VALUES (${at(0)}, ${at(1)})`,
          [responseId, odsCode],
        );
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, 'further_hospital');
  }
}

/** As answers held them when this was written; a comment that has the same letters in it is no list of codes. */
function furtherCodes(
  answers: Readonly<Record<string, { readonly given?: unknown } | undefined>>,
): Set<string> {
  const given = answers['also-for']?.given;
  return new Set(
    Array.isArray(given) ? given.filter((code): code is string => typeof code === 'string') : [],
  );
}
