import {
  SERVICE_KINDS,
  SERVICE_STATUSES,
} from '@liaison-atlas/shared/commissioning/register/register-service';
import { toServicesBundle } from '@liaison-atlas/shared/commissioning/register/to-fhir-services';
import { toHsds } from '@liaison-atlas/shared/commissioning/register/to-hsds';
import { toOpenService, toOpenServices } from '@liaison-atlas/shared/commissioning/register/to-open-services';
import { Inject, Injectable } from '@nestjs/common';

import { FrameService } from '../../frame/frame.service.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { DomainError } from '../../platform/domain-error.js';
import { KeptByVersion } from '../../platform/kept-by-version.js';
import { CACHE, type PreparedAnswer, prepareAnswer } from '../../publication/prepared-answer.js';
import { ServiceRegister } from './service-register.service.js';

const HEAD = {
  contentType: 'application/json; charset=utf-8',
  fileName: '',
  // As every other open answer: the register may change at any moment, and asking costs a 304.
  cacheControl: CACHE.newest,
} as const;

/** Questions after the mark that are understood. */
const PARAMETERS = ['hospital', 'area', 'kind', 'status'] as const;

/** The service register as open data. Answers are kept for the day, because facts fade by the day. */
@Injectable()
export class RegisterDataService {
  private readonly kept = new KeptByVersion<PreparedAnswer>();

  constructor(
    private readonly register: ServiceRegister,
    private readonly frame: FrameService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws DomainError BAD_INPUT, NOT_FOUND */
  async list(query: Readonly<Record<string, unknown>>): Promise<PreparedAnswer> {
    const asked = readQuery(query);
    const filter = {
      ...asked,
      kind: oneOf(SERVICE_KINDS, asked.kind, 'kind'),
      status: oneOf(SERVICE_STATUSES, asked.status, 'status'),
    };
    const make = async () => {
      const { services, warnings } = await this.register.find(filter);
      return toOpenServices(services, warnings, this.register.today());
    };
    // Only the whole list is kept: what is asked for with filters is made each time.
    if (Object.keys(asked).length > 0)
      return prepareAnswer(JSON.stringify(await make()), HEAD, { sent: 'once' });
    return this.keep('all', make);
  }

  /** The whole register in the words of HSDS 3.x. */
  hsds(): Promise<PreparedAnswer> {
    return this.keep('hsds', async () => {
      const { services } = await this.register.find({});
      return toHsds(services, (odsCode) => this.frame.findHospital(odsCode));
    });
  }

  /** The whole register as FHIR R4 HealthcareServices. */
  fhir(): Promise<PreparedAnswer> {
    const make = async () => {
      const { services } = await this.register.find({});
      return toServicesBundle(services, `${this.config.publicUrl}/open/v1/services/fhir`);
    };
    return this.keep('fhir', make, { ...HEAD, contentType: 'application/fhir+json; charset=utf-8' });
  }

  /** @throws DomainError NOT_FOUND */
  async one(id: string): Promise<PreparedAnswer> {
    const service = this.register.show(await this.register.get(id));
    return prepareAnswer(JSON.stringify(toOpenService(service)), HEAD, { sent: 'once' });
  }

  private async keep(
    name: string,
    make: () => Promise<unknown>,
    head: Parameters<typeof prepareAnswer>[1] = HEAD,
  ): Promise<PreparedAnswer> {
    const key = `${await this.register.version()} ${this.register.today()}`;
    return this.kept.get(name, key, async () => prepareAnswer(JSON.stringify(await make()), head));
  }
}

function readQuery(
  query: Readonly<Record<string, unknown>>,
): Partial<Record<(typeof PARAMETERS)[number], string>> {
  const asked: Partial<Record<(typeof PARAMETERS)[number], string>> = {};
  for (const name of PARAMETERS) {
    const value = query[name];
    if (value === undefined) continue;
    if (typeof value !== 'string')
      throw new DomainError('BAD_INPUT', `Only one ${name} can be asked for.`, name, `Give ${name} once.`);
    asked[name] = value;
  }
  return asked;
}

function oneOf<Name extends string>(
  names: readonly Name[],
  asked: string | undefined,
  field: string,
): Name | undefined {
  if (asked === undefined) return undefined;
  const found = names.find((name) => name === asked);
  if (found === undefined)
    throw new DomainError(
      'BAD_INPUT',
      `There is no such ${field}.`,
      field,
      `Use one of ${names.join(', ')}.`,
    );
  return found;
}
