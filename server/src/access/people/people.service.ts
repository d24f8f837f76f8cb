import type { GivenRole } from '@liaison-atlas/shared/access/permissions';
import { parseEmailAddress } from '@liaison-atlas/shared/access/email-address';
import { type Scope, SCOPES_OF_ROLE } from '@liaison-atlas/shared/access/scope';
import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import type { Result } from '@liaison-atlas/shared/kernel/result';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, IsNull } from 'typeorm';

import { takeTurn } from '../../database/hold-rows.js';
import { isUniqueViolation } from '../../database/is-unique-violation.js';
import type { Unit } from '../../database/unit.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { Clock } from '../../platform/clock.js';
import { type Config, CONFIG } from '../../platform/config.js';
import type { AuditFacts } from '../../platform/audit/audit-event.entity.js';
import { DomainError } from '../../platform/domain-error.js';
import { isId, newId } from '../../platform/ids.js';
import type { Actor } from '../actor.js';
import { OutboxService } from '../../outbox/outbox.service.js';
import { requireAccess } from '../require-access.js';
import { Session } from '../session.entity.js';
import { AccessGrant } from './access-grant.entity.js';
import { PersonContact } from './person-contact.entity.js';
import { Person } from './person.entity.js';
import { ScopePlaces } from './scope-places.js';

type Manager = Pick<Actor, 'id' | 'grants'>;

/** Somebody with an account, with every grant they have or had, the latest first. */
export interface KnownPerson {
  readonly person: Person;
  readonly contact: PersonContact | null;
  readonly grants: readonly AccessGrant[];
}

/** A role to give, and where. */
export interface NewGrant {
  readonly role: GivenRole;
  readonly scope: Scope;
}

/** People and their grants; for administrators of the whole survey. */
@Injectable()
export class PeopleService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly outbox: OutboxService,
    private readonly places: ScopePlaces,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    outbox.register({ name: 'welcome' });
  }

  /** Everybody with an account, by name. @throws DomainError FORBIDDEN */
  async list(actor: Pick<Actor, 'grants'>): Promise<KnownPerson[]> {
    requireAccess(actor, 'ManagePeople', {});
    const people = await this.reader.getRepository(Person).find();
    const contacts = await this.reader.getRepository(PersonContact).find();
    const grants = await this.reader.getRepository(AccessGrant).find({ order: { givenAt: 'DESC' } });
    return people
      .map((person) => ({
        person,
        contact: contacts.find(({ personId }) => personId === person.id) ?? null,
        grants: grants.filter(({ personId }) => personId === person.id),
      }))
      .sort((a, b) => ((a.contact?.name ?? '') < (b.contact?.name ?? '') ? -1 : 1));
  }

  /** Makes an account with a first grant and tells its owner by mail. @throws DomainError */
  async invite(actor: Manager, asked: NewGrant & { name: string; email: string }): Promise<KnownPerson> {
    requireAccess(actor, 'ManagePeople', {});
    const name = orRefuse(cleanText(asked.name.trim(), 'name', 120));
    if (name === '' || name.includes('\n'))
      throw new DomainError('BAD_INPUT', 'The name is missing.', 'name', 'Enter the name on one line.');
    const email = orRefuse(parseEmailAddress(asked.email, 'email'));
    await this.checkScope(asked);
    const id = newId();
    try {
      await this.unitOfWork.run(actor, async (unit) => {
        await addPerson(unit, { id, name, email, by: actor.id, at: this.clock.now() });
        await this.insertGrant(unit, actor, id, asked);
        await this.outbox.enqueue(unit, this.welcome(id, name, email));
        await unit.audit('person.invited', 'person', id, {}, { after: grantFacts(asked) });
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new DomainError(
        'CONFLICT',
        'Somebody with this address has an account already.',
        'email',
        'Give the role to the person in the list.',
      );
    }
    return this.get(id);
  }

  /** Gives a person a role within a scope; who becomes administrator signs in anew. @throws DomainError */
  async give(actor: Manager, personId: string, grant: NewGrant): Promise<KnownPerson> {
    requireAccess(actor, 'ManagePeople', {});
    await this.checkScope(grant);
    const { person, contact } = await this.get(personId);
    // As an administrator nobody can sign in as, they would pass for the last one that must stay.
    if (contact === null)
      throw new DomainError(
        'CONFLICT',
        'This person has been erased and can no longer sign in.',
        'personId',
        'Invite them anew if they are to have an account again.',
      );
    try {
      await this.unitOfWork.run(actor, async (unit) => {
        const id = await this.insertGrant(unit, actor, person.id, grant);
        // A cookie that somebody took before must not come to more than it could when it was taken.
        if (grant.role === 'administrator') await this.endSessions(unit, person.id);
        const subjects = [{ entity: 'person', id: person.id }];
        await unit.audit('grant.given', 'access_grant', id, {}, { subjects, after: grantFacts(grant) });
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new DomainError('CONFLICT', 'The person has this role there already.', 'role', 'Choose another.');
    }
    return this.get(personId);
  }

  /** Takes a grant back, at once and for every session; with the last role go the sessions. The last administrator stays. @throws DomainError */
  async revoke(actor: Manager, grantId: string): Promise<KnownPerson> {
    requireAccess(actor, 'ManagePeople', {});
    const personId = await this.unitOfWork.run(actor, async (unit) => {
      const { manager } = unit;
      // Two at once could each see the other's administrator and revoke both.
      await takeTurn(manager, 'grants');
      const held = { id: grantId, revokedAt: IsNull() };
      const grant = isId(grantId) ? await manager.findOneBy(AccessGrant, held) : null;
      if (grant === null)
        throw new DomainError('NOT_FOUND', 'There is no such grant.', 'grantId', 'Load the list again.');
      const administrators = { role: 'administrator' as const, revokedAt: IsNull() };
      if (grant.role === 'administrator' && (await manager.countBy(AccessGrant, administrators)) === 1)
        throw new DomainError(
          'CONFLICT',
          'This is the last administrator; nobody could give roles any more.',
          'grantId',
          'Make somebody else an administrator first.',
        );
      await manager.update(
        AccessGrant,
        { id: grantId },
        { revokedAt: this.clock.now(), revokedBy: actor.id },
      );
      const isLast =
        (await manager.countBy(AccessGrant, { personId: grant.personId, revokedAt: IsNull() })) === 0;
      if (isLast) await this.endSessions(unit, grant.personId);
      const { role, scopeKind, scopeId } = grant;
      const before = grantFacts({ role, scope: { kind: scopeKind, id: scopeId } });
      const subjects = [{ entity: 'person', id: grant.personId }];
      await unit.audit('grant.revoked', 'access_grant', grantId, {}, { subjects, before });
      return grant.personId;
    });
    return this.get(personId);
  }

  private async get(id: string): Promise<KnownPerson> {
    const person = isId(id) ? await this.reader.getRepository(Person).findOneBy({ id }) : null;
    if (person === null)
      throw new DomainError('NOT_FOUND', 'There is no such person.', 'personId', 'Load the list again.');
    const contact = await this.reader.getRepository(PersonContact).findOneBy({ personId: id });
    const where = { personId: id };
    const grants = await this.reader.getRepository(AccessGrant).find({ where, order: { givenAt: 'DESC' } });
    return { person, contact, grants };
  }

  /** Wherever they are signed in, they are no more. */
  private async endSessions({ manager }: Unit, personId: string): Promise<void> {
    await manager.update(Session, { personId, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
  }

  private async insertGrant(
    { manager }: Unit,
    by: Pick<Actor, 'id'>,
    personId: string,
    grant: NewGrant,
  ): Promise<string> {
    const id = newId();
    await manager.insert(AccessGrant, grantRow(id, personId, grant, by.id, this.clock.now()));
    return id;
  }

  private async checkScope({ role, scope }: NewGrant): Promise<void> {
    const kinds = SCOPES_OF_ROLE[role];
    if (!kinds.includes(scope.kind))
      throw new DomainError(
        'BAD_INPUT',
        'This role cannot be limited like that.',
        'scopeKind',
        `Choose one of: ${kinds.join(', ')}.`,
      );
    if (!(await this.places.has(scope)))
      throw new DomainError(
        'BAD_INPUT',
        `There is no such ${scope.kind}.`,
        'scopeId',
        scope.kind === 'hospital' ? 'Enter the ODS site code, like RW603.' : 'Choose one of the list.',
      );
  }

  private welcome(subjectId: string, name: string, recipient: string) {
    return {
      kind: 'welcome',
      template: 'welcome-1',
      subjectId,
      roundId: '',
      dedupeKey: `welcome:${subjectId}`,
      recipient,
      subject: 'You can sign in to Liaison Atlas',
      body: `Dear ${name},

you have been given access to Liaison Atlas. There is no password: open
${this.config.publicUrl}/sign-in
and enter this e-mail address. A link that signs you in is then sent to you.

Liaison Atlas`,
    };
  }
}

/** Writes a person and, apart, their name and address. */
export async function addPerson(
  { manager }: Unit,
  { id, name, email, by, at }: { id: string; name: string; email: string; by: string; at: string },
): Promise<void> {
  await manager.insert(Person, { id, createdAt: at, createdBy: by });
  await manager.insert(PersonContact, { personId: id, name, email });
}

/** The row of a grant that begins to hold. */
export const grantRow = (
  id: string,
  personId: string,
  grant: NewGrant,
  givenBy: string,
  givenAt: string,
) => ({
  id,
  personId,
  role: grant.role,
  scopeKind: grant.scope.kind,
  scopeId: grant.scope.id,
  givenAt,
  givenBy,
  revokedAt: null,
  revokedBy: null,
});

function orRefuse(result: Result<string, Problem>): string {
  if (result.ok) return result.value;
  const [first] = result.problems;
  throw new DomainError('BAD_INPUT', first?.message ?? '', first?.field, first?.mend);
}

/** A grant as the audit trail tells it. */
const grantFacts = ({ role, scope }: NewGrant): AuditFacts => ({
  role,
  scopeKind: scope.kind,
  scopeId: scope.id,
});
