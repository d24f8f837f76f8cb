import 'reflect-metadata';

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { WHOLE_SURVEY } from '@liaison-atlas/shared/access/scope';
import { personalHtml, personalJson, personalTable } from '@liaison-atlas/shared/privacy/personal-file';
import { RECORD_WORDS } from '@liaison-atlas/shared/privacy/record-kinds';
import type { INestApplicationContext } from '@nestjs/common';

import type { Actor } from '../access/actor.js';
import { OutboxService } from '../outbox/outbox.service.js';
import { type Config, loadConfig } from '../platform/config.js';
import { csvText } from '../platform/csv-text.js';
import { DomainError } from '../platform/domain-error.js';
import { PersonalDataService } from '../privacy/personal-data.service.js';
import { RectifyService } from '../privacy/rectify.service.js';
import { withProduct } from './with-product.js';

const USAGE = `Usage: npm run person -- find EMAIL
       npm run person -- export EMAIL --to FOLDER [--with-drafts]
       npm run person -- rectify EMAIL [--name NAME] [--email NEW]
       npm run person -- erase EMAIL [--yes]

Finds, hands out, puts right or erases what is kept about the person of an exact e-mail address, in DATABASE_URL or in
the SQLite file of DATA_DIR. erase only says what would go and what would stay, unless --yes is given. With SQLite the
product has to be stopped meanwhile. Backups are not changed. What somebody typed in a form and has not sent is in the files
only with --with-drafts: for a person whose link does not work any more; hand them over unread.`;

/** Whoever runs commands on the machine can do what an administrator can; the audit trail names them so. */
const OPERATOR: Pick<Actor, 'id' | 'grants'> = {
  id: 'operator',
  grants: [{ role: 'administrator', scope: WHOLE_SURVEY }],
};

interface Command {
  readonly act: 'find' | 'export' | 'rectify' | 'erase';
  readonly email: string;
  readonly to: string;
  readonly name: string;
  readonly newEmail: string;
  readonly yes: boolean;
  readonly withDrafts: boolean;
}

/**
 * The command `npm run person`. Says what it found and did on standard output, refusals on standard error.
 * @returns the exit code: 0 done, 1 refused, 2 the command is not understood
 */
export async function person(argv: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const command = readCommand(argv);
  if (command === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const config = loadConfig(env);
  return withProduct(
    config,
    { providers: [PersonalDataService, RectifyService, OutboxService] },
    async (app) => {
      try {
        await carryOut(app, command, config);
        return 0;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        process.stderr.write(`${error.message} ${error.mend}\n`);
        return 1;
      }
    },
  );
}

async function carryOut(app: INestApplicationContext, command: Command, config: Config): Promise<void> {
  const people = app.get(PersonalDataService);
  const { act, email } = command;
  if (act === 'rectify') {
    const asked = { email, name: command.name, newEmail: command.newEmail };
    const { waits } = await app.get(RectifyService).rectify(OPERATOR, asked);
    say(
      waits
        ? 'Put right. The account keeps its address until the new one is confirmed by mail.'
        : 'Put right.',
    );
  } else if (act === 'export') {
    const folder = freshFolder(command.to);
    const file = await people.export(OPERATOR, email, command.withDrafts);
    const write = (name: string, text: string): void =>
      writeFileSync(join(folder, name), text, { mode: 0o600, flag: 'wx' });
    write('personal-data.json', JSON.stringify(personalJson(file, config.retention), null, 2));
    write('personal-data.html', personalHtml(file, config.retention));
    write('personal-data.csv', csvText(personalTable(file)));
    say(`Written to ${folder}, readable by this account only.`);
  } else if (act === 'erase' && command.yes) {
    const { mails, texts } = await people.erase(OPERATOR, email);
    say(
      `Erased. ${mails} mails emptied, ${texts} other texts masked. Backups still hold the person until they go.`,
    );
  } else {
    const { records, obstacle } = await people.find(OPERATOR, email);
    if (records.length === 0) say('Nothing is kept about this address.');
    for (const { kind, count } of records) {
      const { heading, onErasure, why } = RECORD_WORDS[kind];
      say(
        `${heading}: ${count}.${act === 'erase' ? ` ${onErasure === 'kept' ? 'Stays' : 'Goes'}: ${why}` : ''}`,
      );
    }
    if (act === 'erase')
      say(
        obstacle === null
          ? 'Nothing was changed. Add --yes to erase.'
          : `Cannot be erased: ${obstacle.message} ${obstacle.mend}`,
      );
  }
}

/**
 * The folder for the files of one person, made where it is absent.
 * @throws DomainError when files about somebody lie there, which would be taken for this person's, or it cannot be a folder
 */
function freshFolder(path: string): string {
  const folder = resolve(path);
  const mend = 'Name another folder after --to.';
  if (['json', 'html', 'csv'].some((end) => existsSync(join(folder, `personal-data.${end}`))))
    throw new DomainError('CONFLICT', `Files about a person lie in ${folder} already.`, 'to', mend);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new DomainError('BAD_INPUT', `${folder} cannot be made (${code}).`, 'to', mend);
  }
  return folder;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** undefined = the command is not understood. */
function readCommand(argv: string[]): Command | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        to: { type: 'string', default: '' },
        name: { type: 'string', default: '' },
        email: { type: 'string', default: '' },
        yes: { type: 'boolean', default: false },
        'with-drafts': { type: 'boolean', default: false },
      },
    });
    const [act = '', email = '', ...rest] = positionals;
    if (email === '' || rest.length > 0) return undefined;
    if (act !== 'find' && act !== 'export' && act !== 'rectify' && act !== 'erase') return undefined;
    if (act === 'export' && values.to === '') return undefined;
    const { to, name, yes, 'with-drafts': withDrafts } = values;
    return { act, email, to, name, newEmail: values.email, yes, withDrafts };
  } catch {
    return undefined;
  }
}
