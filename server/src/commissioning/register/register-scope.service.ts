import { can } from '@liaison-atlas/shared/access/can';
import type { Place } from '@liaison-atlas/shared/access/scope';
import type { ServiceFacts } from '@liaison-atlas/shared/commissioning/register/register-service';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../access/actor.js';
import { requireAccess } from '../../access/require-access.js';
import { FrameService } from '../../frame/frame.service.js';
import { DomainError } from '../../platform/domain-error.js';

type Keeper = Pick<Actor, 'grants'>;

/**
 * Where somebody may keep the register: survey leads and administrators of the whole survey everywhere, whoever leads a
 * hospital there. A service of several hospitals needs all of them, one without a hospital the whole survey.
 */
@Injectable()
export class RegisterScope {
  constructor(private readonly frame: FrameService) {}

  /** Whether a code is one of a hospital of the atlas. */
  readonly isHospital = (odsCode: string): boolean => this.frame.findHospital(odsCode) !== undefined;

  /** @throws DomainError FORBIDDEN */
  requireAll(actor: Keeper, { deliveries }: Pick<ServiceFacts, 'deliveries'>): void {
    const places = deliveries.map(({ odsCode }) => this.placeOf(odsCode));
    for (const place of places.length === 0 ? [{}] : places) requireAccess(actor, 'ManageRegister', place);
  }

  /** Whether somebody may decide about what concerns a hospital; '' = no hospital in particular. */
  covers(actor: Keeper, odsCode: string): boolean {
    return can(actor, 'ManageRegister', odsCode === '' ? {} : this.placeOf(odsCode));
  }

  /** @throws DomainError FORBIDDEN for who keeps no part of the register */
  requireSomewhere({ grants }: Keeper): void {
    if (
      grants.some(({ role, scope }) => can({ grants: [{ role, scope }] }, 'ManageRegister', placeIn(scope)))
    )
      return;
    throw new DomainError(
      'FORBIDDEN',
      'Your role does not cover the service register.',
      '',
      'Ask an administrator for a grant that covers it.',
    );
  }

  private placeOf(odsCode: string): Place {
    const hospital = this.frame.findHospital(odsCode);
    return { hospital: odsCode, ...(hospital && { region: hospital.regionCode }) };
  }
}

/** The place that a grant is about. */
const placeIn = ({ kind, id }: Keeper['grants'][number]['scope']): Place => {
  if (kind === 'hospital') return { hospital: id };
  return kind === 'survey' ? {} : { [kind]: id };
};
