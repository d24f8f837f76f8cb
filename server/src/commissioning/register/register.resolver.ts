import type {
  ServiceKind,
  ServiceStatus,
} from '@liaison-atlas/shared/commissioning/register/register-service';
import { REGISTER_NOTE } from '@liaison-atlas/shared/commissioning/register/to-open-services';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';

import { Allow } from '../../access/allow.decorator.js';
import { DomainError } from '../../platform/domain-error.js';
import { ServiceKindEnum, ServiceStatusEnum } from './register-enums.js';
import { RegisterPageModel, RegisterServiceModel } from './register.model.js';
import { ServiceRegister } from './service-register.service.js';
import { toWarningModel } from './to-register-models.js';

/** The most services on a page. */
const MOST = 100;

/** The service register for everybody. */
@Resolver(() => RegisterServiceModel)
export class RegisterResolver {
  constructor(private readonly register: ServiceRegister) {}

  @Query(() => RegisterPageModel, {
    description: 'Existing services; what is not listed is not known, which is not "none".',
  })
  @Allow('Public')
  async registerServices(
    @Args('hospital', { type: () => ID, nullable: true }) hospital: string | null,
    @Args('area', {
      type: () => ID,
      nullable: true,
      description: 'Code of England, a region, an ICB, a CCG of 2018 or a trust.',
    })
    area: string | null,
    @Args('kind', { type: () => ServiceKindEnum, nullable: true }) kind: ServiceKind | null,
    @Args('status', { type: () => ServiceStatusEnum, nullable: true }) status: ServiceStatus | null,
    @Args('offset', { type: () => Int, defaultValue: 0 }) offset: number,
    @Args('limit', { type: () => Int, defaultValue: 25, description: `At most ${MOST}.` }) limit: number,
  ): Promise<RegisterPageModel> {
    if (offset < 0 || limit < 1 || limit > MOST)
      throw new DomainError('BAD_INPUT', 'There is no such page.', 'limit', `Ask for 1 to ${MOST} services.`);
    const { services, warnings } = await this.register.find({
      hospital: hospital ?? undefined,
      area: area ?? undefined,
      kind: kind ?? undefined,
      status: status ?? undefined,
    });
    return {
      note: REGISTER_NOTE,
      total: services.length,
      services: services.slice(offset, offset + limit),
      duplications: warnings.map((warning) => toWarningModel(warning, this.register)),
    };
  }

  @Query(() => RegisterServiceModel, {
    nullable: true,
    description: 'null = the register has none of this id.',
  })
  @Allow('Public')
  async registerService(@Args('id', { type: () => ID }) id: string): Promise<RegisterServiceModel | null> {
    const found = (await this.register.all()).find((service) => service.id === id);
    return found === undefined ? null : this.register.show(found);
  }
}
