import { parseEmailAddress } from '@liaison-atlas/shared/access/email-address';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import {
  countRecords,
  type PersonalFile,
  type RecordCount,
} from '@liaison-atlas/shared/privacy/personal-file';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';

import type { Actor } from '../access/actor.js';
import { AccessGrant } from '../access/people/access-grant.entity.js';
import { holdAccount } from '../access/people/hold-account.js';
import { PersonContact } from '../access/people/person-contact.entity.js';
import { requireAccess } from '../access/require-access.js';
import { REGISTER_TOPIC } from '../commissioning/register/register-topic.js';
import { takeTurn } from '../database/hold-rows.js';
import type { Unit } from '../database/unit.js';
import { emptyLog, overwriteDeleted } from '../database/overwrite-deleted.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Round } from '../fieldwork/round.entity.js';
import { roundTopic } from '../fieldwork/round.service.js';
import { removeLinkFiles } from '../outbox/transport-of.js';
import { Clock } from '../platform/clock.js';
import { type Config, CONFIG } from '../platform/config.js';
import { DomainError } from '../platform/domain-error.js';
import { type Erased, erasePerson } from './erase-person.js';
import { findPerson, type KnownAs, subjectOf } from './find-person.js';
import { PendingRectification } from './pending-rectification.entity.js';
import { readRecords } from './read-records.js';

type Administrator = Pick<Actor, 'id' | 'grants'>;

/** In what kinds of records a person stands, and whether they can be erased now. */
export interface FoundPerson {
  readonly email: string;
  readonly records: readonly RecordCount[];
  /** Why they cannot be erased; null = they can. */
  readonly obstacle: Problem | null;
}

/** What is kept about a person: found, handed out, erased. For administrators of the whole survey, and each for themselves. */
@Injectable()
export class PersonalDataService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** In what kinds of records an address stands. That it was looked up is audited. @throws DomainError FORBIDDEN, BAD_INPUT */
  async find(actor: Administrator, rawEmail: string): Promise<FoundPerson> {
    requireAccess(actor, 'ManagePersonalData', {});
    const { known, sections } = await this.read(rawEmail);
    const { entity, id } = subjectOf(known);
    await this.unitOfWork.run(actor, (unit) => unit.audit('person.looked-up', entity, id));
    return {
      email: known.email,
      records: countRecords(sections),
      obstacle: await obstacleTo(this.reader.manager, known),
    };
  }

  /**
   * Everything that is kept about an address, for the person whose it is. What they typed and have not sent is in it only where
   * `withDrafts` asks for it: an administrator on screen need not read it.
   * @throws DomainError FORBIDDEN, BAD_INPUT
   */
  async export(actor: Administrator, rawEmail: string, withDrafts = false): Promise<PersonalFile> {
    requireAccess(actor, 'ManagePersonalData', {});
    const { known, sections } = await this.read(rawEmail, withDrafts);
    await this.noteExport(actor, known, withDrafts);
    return { email: known.email, madeAt: this.clock.now(), sections };
  }

  /** Everything that is kept about whoever is signed in, their private schemes too. @throws DomainError NOT_FOUND */
  async exportOwn(actor: Pick<Actor, 'id'>): Promise<PersonalFile> {
    const { manager } = this.reader;
    const contact = await manager.findOneBy(PersonContact, { personId: actor.id });
    if (contact === null)
      throw new DomainError(
        'NOT_FOUND',
        'You are signed in as a made-up person of the demonstration: nothing is kept about you.',
        '',
        'Sign in with an account of your own.',
      );
    const known = await findPerson(manager, contact.email);
    const sections = await readRecords(manager, known, { withSchemes: true, withDrafts: true });
    await this.noteExport(actor, known, true);
    return { email: known.email, madeAt: this.clock.now(), sections };
  }

  /**
   * Erases a person, wherever they stand. What stays and why is said by `RECORD_WORDS`.
   * @throws DomainError FORBIDDEN, BAD_INPUT, NOT_FOUND where nothing is kept, CONFLICT for the last administrator
   */
  async erase(actor: Administrator, rawEmail: string): Promise<Erased> {
    requireAccess(actor, 'ManagePersonalData', {});
    const email = readAddress(rawEmail);
    let waiting: PendingRectification[] = [];
    const erased = await this.unitOfWork.run(actor, async (unit) => {
      const { manager } = unit;
      await takeTurn(manager, 'grants');
      await overwriteDeleted(manager);
      // Whoever is just signing in comes before, and is found, or after, and is refused.
      await holdAccount(manager, { email }, 'pessimistic_write');
      const known = await findPerson(manager, email);
      const obstacle = await obstacleTo(manager, known);
      if (obstacle !== null)
        throw new DomainError('CONFLICT', obstacle.message, obstacle.field, obstacle.mend);
      const { personId } = known;
      waiting = personId === null ? [] : await manager.findBy(PendingRectification, { personId });
      const done = await erasePerson(manager, known, { id: actor.id, at: this.clock.now() });
      const subject = subjectOf(known);
      if (Object.values(done).every((count) => count === 0)) throw nothingKept();
      await touchAll(unit);
      await unit.audit('person.erased', subject.entity, subject.id, { ...done });
      return done;
    });
    removeLinkFiles(this.config, [email, ...waiting.map((one) => one.email)]);
    await emptyLog(this.config);
    return erased;
  }

  private async noteExport(actor: Pick<Actor, 'id'>, known: KnownAs, withDrafts: boolean): Promise<void> {
    const { entity, id } = subjectOf(known);
    await this.unitOfWork.run(actor, (unit) => unit.audit('person.exported', entity, id, { withDrafts }));
  }

  private async read(rawEmail: string, withDrafts = false) {
    const known = await findPerson(this.reader.manager, readAddress(rawEmail));
    const reading = { withSchemes: false, withDrafts };
    return { known, sections: await readRecords(this.reader.manager, known, reading) };
  }
}

/** @throws DomainError BAD_INPUT for a text that is no address */
export function readAddress(raw: string, field = 'email'): string {
  const email = parseEmailAddress(raw, field);
  if (email.ok) return email.value;
  const [first] = email.problems;
  throw new DomainError('BAD_INPUT', first?.message ?? '', first?.field, first?.mend);
}

/** Texts anywhere may have changed: what was prepared from them is made anew. */
export async function touchAll(unit: Unit): Promise<void> {
  for (const { id } of await unit.manager.find(Round, { select: { id: true } })) unit.touch(roundTopic(id));
  unit.touch(REGISTER_TOPIC);
}

/** Why a person cannot be erased; null = they can be. */
async function obstacleTo(manager: EntityManager, { personId }: KnownAs): Promise<Problem | null> {
  if (personId === null) return null;
  const held = { role: 'administrator' as const, revokedAt: IsNull() };
  const isOne = await manager.existsBy(AccessGrant, { ...held, personId });
  const holders = await manager.find(AccessGrant, { where: held, select: { personId: true } });
  if (!isOne || holders.some((one) => one.personId !== personId)) return null;
  return {
    code: 'LAST_ADMINISTRATOR',
    field: 'email',
    message: 'This is the last administrator; nobody could give roles or answer such requests any more.',
    mend: 'Make somebody else an administrator first.',
  };
}

export const nothingKept = (): DomainError =>
  new DomainError(
    'NOT_FOUND',
    'Nothing is kept about this address.',
    'email',
    'Check how it is spelt; people may stand under an older address too.',
  );
