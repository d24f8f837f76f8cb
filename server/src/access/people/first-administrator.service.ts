import { WHOLE_SURVEY } from '@liaison-atlas/shared/access/scope';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { IsNull } from 'typeorm';

import { takeTurn } from '../../database/hold-rows.js';
import { SYSTEM, UnitOfWork } from '../../database/unit-of-work.js';
import { Clock } from '../../platform/clock.js';
import { type Config, CONFIG } from '../../platform/config.js';
import { newId } from '../../platform/ids.js';
import { SignInService } from '../sign-in/sign-in.service.js';
import { AccessGrant } from './access-grant.entity.js';
import { addPerson, grantRow } from './people.service.js';
import { PersonContact } from './person-contact.entity.js';

/** Gives a new installation its first administrator, named by `ADMIN_EMAIL`. */
@Injectable()
export class FirstAdministratorService implements OnApplicationBootstrap {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signIn: SignInService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Changes nothing once there is an administrator: what people decided on screen stays. */
  async onApplicationBootstrap(): Promise<void> {
    const { adminEmail: email, mode, smtpUrl } = this.config;
    if (email === '') return;
    await this.unitOfWork.run(SYSTEM, async (unit) => {
      const { manager } = unit;
      await takeTurn(manager, 'grants');
      const held = { role: 'administrator' as const, revokedAt: IsNull() };
      if ((await manager.countBy(AccessGrant, held)) > 0) return;
      const known = await manager.findOneBy(PersonContact, { email });
      const personId = known?.personId ?? newId();
      const at = this.clock.now();
      if (known === null) await addPerson(unit, { id: personId, name: email, email, by: SYSTEM.id, at });
      const grant = { role: 'administrator' as const, scope: WHOLE_SURVEY };
      await manager.insert(AccessGrant, grantRow(newId(), personId, grant, SYSTEM.id, at));
      await unit.audit('person.made-administrator', 'person', personId);
    });
    // Without a mail server the link is written to a file, afresh at each start, so that nobody is locked out.
    if (mode === 'production' && smtpUrl === '') await this.signIn.requestAtStart(email);
  }
}
