import { hospitalTiers } from '@liaison-atlas/shared/commissioning/register/hospital-tiers';
import { TIER_WORDS } from '@liaison-atlas/shared/commissioning/register/service-words';
import { Injectable, type OnModuleInit } from '@nestjs/common';

import { RecordedTiers, type TierByHospital } from '../../analysis/recorded-tiers.js';
import { ServiceRegister } from './service-register.service.js';

/** Tells analysis which tier the register records of each hospital's liaison team. */
@Injectable()
export class RegisterTiers implements OnModuleInit {
  constructor(
    private readonly register: ServiceRegister,
    private readonly tiers: RecordedTiers,
  ) {}

  onModuleInit(): void {
    this.tiers.provide(() => this.read());
  }

  /** What nobody has confirmed for 24 months is not counted on. */
  private async read(): Promise<TierByHospital> {
    const { services } = await this.register.find({ kind: 'liaison_team' });
    return new Map(
      [...hospitalTiers(services)].flatMap(([odsCode, { tier, isFaded }]) =>
        isFaded ? [] : [[odsCode, { code: tier, name: TIER_WORDS[tier] }]],
      ),
    );
  }
}
