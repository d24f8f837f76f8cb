import {
  mayDo,
  MOST_SCHEMES,
  type SchemeLevel,
} from '@liaison-atlas/shared/commissioning/scheme/scheme-levels';
import type { EntityManager } from 'typeorm';

import type { Actor } from '../../access/actor.js';
import { holdRows } from '../../database/hold-rows.js';
import { DomainError } from '../../platform/domain-error.js';
import { isId } from '../../platform/ids.js';
import { Scheme, SchemeMember } from './scheme.entity.js';

/** A scheme with what the asker may do. */
export interface HeldScheme {
  readonly scheme: Scheme;
  readonly level: SchemeLevel;
}

/**
 * The one way to a scheme: membership, and nothing else. Roles of the survey are never asked, so an administrator or a
 * survey lead who is no member gets the same answer as for a scheme that does not exist.
 * @param hold true inside a unit that will write: others wait
 * @throws DomainError NOT_FOUND, FORBIDDEN for a member whose level is too low
 */
export async function requireScheme(
  manager: EntityManager,
  actor: Pick<Actor, 'id' | 'sessionId'>,
  id: string,
  needed: SchemeLevel,
  hold = false,
): Promise<HeldScheme> {
  const scheme = isId(id)
    ? await manager.findOne(Scheme, { where: { id }, ...(hold ? holdRows(manager) : {}) })
    : null;
  const member =
    scheme === null || actor.sessionId === ''
      ? null
      : await manager.findOneBy(SchemeMember, { schemeId: id, memberId: actor.id });
  if (scheme === null || member === null)
    throw new DomainError(
      'NOT_FOUND',
      'There is no such scheme, or it is not shared with you.',
      'id',
      'Ask its owner for a link.',
    );
  if (!mayDo(member.level, needed))
    throw new DomainError(
      'FORBIDDEN',
      needed === 'owner'
        ? 'Only the owner of the scheme may do this.'
        : 'You may read this scheme, not change it.',
      '',
      'Ask its owner.',
    );
  return { scheme, level: member.level };
}

/**
 * Whether somebody may be in one scheme more. The unit has the turn of schemes (`takeTurn`): of two that count at once
 * neither would see the other.
 * @throws DomainError CONFLICT
 */
export async function requireRoom(manager: EntityManager, memberId: string): Promise<void> {
  if ((await manager.countBy(SchemeMember, { memberId })) < MOST_SCHEMES) return;
  throw new DomainError(
    'CONFLICT',
    `You are in ${MOST_SCHEMES} schemes already.`,
    '',
    'Leave or delete one first.',
  );
}
