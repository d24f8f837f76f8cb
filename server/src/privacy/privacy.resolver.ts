import {
  type PersonalFile,
  keptWords,
  personalHtml,
  personalJson,
  personalTable,
} from '@liaison-atlas/shared/privacy/personal-file';
import { backupsInWords, keptInWords, RETENTION_KEYS } from '@liaison-atlas/shared/privacy/retention';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';

import type { Actor } from '../access/actor.js';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { type Config, CONFIG } from '../platform/config.js';
import { csvText } from '../platform/csv-text.js';
import { PersonalDataService } from './personal-data.service.js';
import {
  ErasedPerson,
  PersonalData,
  PersonalFiles,
  PrivacyNotice,
  RectifiedPerson,
  RectifyPersonInput,
  RetentionPeriodModel,
} from './privacy.model.js';
import { RectifyService } from './rectify.service.js';
import { RetentionState } from './retention-state.service.js';

/** Requests of people about what is kept about them, on screen. Addresses come in bodies, never in an address line. */
@Resolver(() => PersonalData)
export class PrivacyResolver {
  constructor(
    private readonly people: PersonalDataService,
    private readonly rectification: RectifyService,
    private readonly retention: RetentionState,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => PrivacyNotice, {
    description: 'For how long this installation keeps what is personal, and whom to ask.',
  })
  @Allow('Public')
  privacyNotice(): PrivacyNotice {
    const { retention, backup, privacyContact } = this.config;
    return {
      periods: RETENTION_KEYS.map((key) => ({ key, words: keptInWords(key, retention) })),
      backups: backupsInWords(backup.dir === '' ? null : backup.keep),
      askAt: privacyContact,
    };
  }

  @Query(() => [RetentionPeriodModel], { description: 'Every period, with what is due to be erased.' })
  @Allow('ManagePersonalData')
  retentionPeriods(@CurrentActor() actor: Actor): Promise<RetentionPeriodModel[]> {
    return this.retention.read(actor);
  }

  @Mutation(() => PersonalData, { description: 'Looks an exact address up, which the audit trail notes.' })
  @Allow('ManagePersonalData')
  async findPerson(@CurrentActor() actor: Actor, @Args('email') address: string): Promise<PersonalData> {
    const { email, records, obstacle } = await this.people.find(actor, address);
    const { retention } = this.config;
    return {
      email,
      records: records.map((one) => ({ ...one, kept: keptWords(one.kind, retention) })),
      obstacle: obstacle === null ? null : { ...obstacle },
    };
  }

  @Mutation(() => PersonalFiles, { description: 'Everything that is kept about an address, to hand out.' })
  @Allow('ManagePersonalData')
  async exportPerson(@CurrentActor() actor: Actor, @Args('email') email: string): Promise<PersonalFiles> {
    return this.toFiles(await this.people.export(actor, email));
  }

  @Mutation(() => PersonalFiles, { description: 'Everything that is kept about whoever is signed in.' })
  @Allow('OwnAccount')
  async exportOwnData(@CurrentActor() actor: Actor): Promise<PersonalFiles> {
    return this.toFiles(await this.people.exportOwn(actor));
  }

  @Mutation(() => RectifiedPerson, { description: 'Puts name and address right, wherever they stand.' })
  @Allow('ManagePersonalData')
  rectifyPerson(
    @CurrentActor() actor: Actor,
    @Args('input') input: RectifyPersonInput,
  ): Promise<RectifiedPerson> {
    return this.rectification.rectify(actor, input);
  }

  @Mutation(() => Boolean, { description: 'Uses the link to a new address; signs nobody in.' })
  @Allow('Public')
  async confirmAddress(@CurrentActor() actor: Actor, @Args('token') token: string): Promise<boolean> {
    await this.rectification.confirm(token, actor);
    return true;
  }

  @Mutation(() => ErasedPerson, { description: 'Erases a person; cannot be taken back.' })
  @Allow('ManagePersonalData')
  erasePerson(@CurrentActor() actor: Actor, @Args('email') email: string): Promise<ErasedPerson> {
    return this.people.erase(actor, email);
  }

  private toFiles(file: PersonalFile): PersonalFiles {
    const { retention } = this.config;
    return {
      json: JSON.stringify(personalJson(file, retention), null, 2),
      html: personalHtml(file, retention),
      csv: csvText(personalTable(file)),
    };
  }
}
