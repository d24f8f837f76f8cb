import { INVITATION_DAYS, type SchemeLevel } from '@liaison-atlas/shared/commissioning/scheme/scheme-levels';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource, In, LessThan, MoreThan } from 'typeorm';

import type { Actor } from '../../access/actor.js';
import { PersonContact } from '../../access/people/person-contact.entity.js';
import { holdRows, takeTurn } from '../../database/hold-rows.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { newId, newToken, sha256 } from '../../platform/ids.js';
import { eraseSchemes } from './erase-schemes.js';
import { requireRoom, requireScheme } from './scheme-access.js';
import { Scheme, SchemeInvitation, SchemeMember } from './scheme.entity.js';

/** A member as the other members see them. */
export interface KnownMember {
  readonly memberId: string;
  /** '' = their name has been erased. */
  readonly name: string;
  readonly level: SchemeLevel;
}

const DAY_MS = 86_400_000;

/** Who is in a scheme: letting in by a link that its owner passes on, leaving, handing over. */
@Injectable()
export class SchemeMembersService {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Everybody in a scheme, its owner first. @throws DomainError NOT_FOUND */
  async members(actor: Actor, schemeId: string): Promise<KnownMember[]> {
    const { manager } = this.reader;
    await requireScheme(manager, actor, schemeId, 'view');
    const members = await manager.find(SchemeMember, { where: { schemeId }, order: { since: 'ASC' } });
    const ids = members.map(({ memberId }) => memberId);
    const contacts = await manager.findBy(PersonContact, { personId: In(ids) });
    return members
      .map(({ memberId, level }) => ({
        memberId,
        level,
        name:
          contacts.find(({ personId }) => personId === memberId)?.name ??
          (memberId.startsWith('demo-') ? `Demo: ${memberId.slice(5).replace('_', ' ')}` : ''),
      }))
      .toSorted((a, b) => Number(b.level === 'owner') - Number(a.level === 'owner'));
  }

  /** Links that still let somebody in; for the owner. @throws DomainError NOT_FOUND */
  async invitations(actor: Actor, schemeId: string): Promise<SchemeInvitation[]> {
    const { level } = await requireScheme(this.reader.manager, actor, schemeId, 'view');
    if (level !== 'owner') return [];
    const where = { schemeId, expiresAt: MoreThan(this.clock.now()) };
    return this.reader.getRepository(SchemeInvitation).find({ where, order: { expiresAt: 'ASC' } });
  }

  /**
   * Makes a link that lets one person in, for the owner to pass on: no address is asked for, so nobody who reads the
   * outbox learns who works with whom. @returns its token, which is shown once @throws DomainError
   */
  async invite(actor: Actor, schemeId: string, level: SchemeLevel): Promise<string> {
    if (level === 'owner')
      throw new DomainError(
        'BAD_INPUT',
        'A link lets somebody read or change.',
        'level',
        'Hand the scheme over instead.',
      );
    const token = newToken();
    await this.unitOfWork.run(actor, async ({ manager, audit }) => {
      await requireScheme(manager, actor, schemeId, 'owner', true);
      const now = this.clock.now();
      await manager.delete(SchemeInvitation, { schemeId, expiresAt: LessThan(now) });
      await manager.insert(SchemeInvitation, {
        id: newId(),
        schemeId,
        level,
        tokenHash: sha256(token),
        expiresAt: new Date(Date.parse(now) + INVITATION_DAYS * DAY_MS).toISOString(),
      });
      await audit('scheme.link-made', 'scheme', schemeId);
    });
    return token;
  }

  /** Takes a link back that nobody has used. @throws DomainError */
  async takeBack(actor: Actor, schemeId: string, invitationId: string): Promise<void> {
    await this.unitOfWork.run(actor, async ({ manager, audit }) => {
      await requireScheme(manager, actor, schemeId, 'owner', true);
      const { affected } = await manager.delete(SchemeInvitation, { id: invitationId, schemeId });
      if (affected === 0)
        throw new DomainError(
          'NOT_FOUND',
          'There is no such link any more.',
          'invitationId',
          'Load the page again.',
        );
      await audit('scheme.link-taken-back', 'scheme', schemeId);
    });
  }

  /** Uses a link. Whoever is a member already keeps the higher level. @returns id of the scheme @throws DomainError */
  async join(actor: Actor, token: string): Promise<string> {
    return this.unitOfWork.run(actor, async ({ manager, audit }) => {
      await takeTurn(manager, 'schemes');
      const found = /^[\w-]{16,64}$/.test(token)
        ? await manager.findOneBy(SchemeInvitation, { tokenHash: sha256(token) })
        : null;
      if (found === null || found.expiresAt <= this.clock.now())
        throw new DomainError(
          'UNUSABLE_LINK',
          'This link is unknown, used, taken back or too old.',
          'token',
          'Ask for a new one.',
        );
      // Before the link goes: whoever erases the scheme meanwhile is waited for, and the link has gone with it.
      await manager.findOne(Scheme, {
        where: { id: found.schemeId },
        select: { id: true },
        ...holdRows(manager),
      });
      // Of two that press at once one deletes it.
      const { affected } = await manager.delete(SchemeInvitation, { id: found.id });
      if (affected === 0)
        throw new DomainError(
          'UNUSABLE_LINK',
          'This link has just been used.',
          'token',
          'Ask for a new one.',
        );
      const { schemeId, level } = found;
      const own = await manager.findOneBy(SchemeMember, { schemeId, memberId: actor.id });
      if (own === null) {
        await requireRoom(manager, actor.id);
        const since = this.clock.now();
        await manager.insert(SchemeMember, { schemeId, memberId: actor.id, level, since });
      } else if (own.level === 'view')
        await manager.update(SchemeMember, { schemeId, memberId: actor.id }, { level });
      await audit('scheme.joined', 'scheme', schemeId);
      return schemeId;
    });
  }

  /**
   * Gives a member another level, or takes them out (null). Making somebody the owner hands the scheme over: who was it may
   * change it from then on. @throws DomainError
   */
  async setLevel(actor: Actor, schemeId: string, memberId: string, level: SchemeLevel | null): Promise<void> {
    await this.unitOfWork.run(actor, async ({ manager, audit }) => {
      await requireScheme(manager, actor, schemeId, 'owner', true);
      const member = await manager.findOneBy(SchemeMember, { schemeId, memberId });
      if (member === null)
        throw new DomainError(
          'NOT_FOUND',
          'This person is not in the scheme.',
          'memberId',
          'Load the page again.',
        );
      if (memberId === actor.id)
        throw new DomainError(
          'BAD_INPUT',
          'You are the owner.',
          'memberId',
          'Hand it over to somebody else, or delete it.',
        );
      if (level === null) await manager.delete(SchemeMember, { schemeId, memberId });
      else await manager.update(SchemeMember, { schemeId, memberId }, { level });
      if (level === 'owner')
        await manager.update(SchemeMember, { schemeId, memberId: actor.id }, { level: 'edit' });
      await audit('scheme.members-changed', 'scheme', schemeId);
    });
  }

  /** Leaves a scheme; an owner who is alone in it erases it so. @throws DomainError CONFLICT for an owner with others */
  async leave(actor: Actor, schemeId: string): Promise<void> {
    await this.unitOfWork.run(actor, async ({ manager, audit }) => {
      const { level } = await requireScheme(manager, actor, schemeId, 'view', true);
      const others = (await manager.countBy(SchemeMember, { schemeId })) - 1;
      if (level === 'owner' && others > 0)
        throw new DomainError(
          'CONFLICT',
          'Others work on this scheme, and you own it.',
          '',
          'Hand it over first, or delete it.',
        );
      if (others === 0) await eraseSchemes(manager, [schemeId]);
      else await manager.delete(SchemeMember, { schemeId, memberId: actor.id });
      await audit('scheme.left', 'scheme', schemeId);
    });
  }
}
