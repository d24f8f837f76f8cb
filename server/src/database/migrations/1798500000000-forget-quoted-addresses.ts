import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Mail servers quote whom they refuse. Earlier versions kept their words, and so addresses whose mail had been emptied; from now
 * on they are left out before anything is stored.
 */
export class ForgetQuotedAddresses1798500000000 implements MigrationInterface {
  readonly name = 'ForgetQuotedAddresses1798500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE outbox_message SET reason = 'The mail server refused it.' WHERE reason LIKE '%@%'`,
    );
  }

  /** What was erased stays erased. */
  async down(): Promise<void> {}
}
