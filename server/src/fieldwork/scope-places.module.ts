import { type Scope, SURVEY_ID } from '@liaison-atlas/shared/access/scope';
import { Global, Injectable, Module } from '@nestjs/common';

import { ScopePlaces } from '../access/people/scope-places.js';
import { FrameModule } from '../frame/frame.module.js';
import { FrameService } from '../frame/frame.service.js';
import { FieldworkModule } from './fieldwork.module.js';
import { RoundService } from './round.service.js';

/** Looks a grant's place up where it is kept. */
@Injectable()
class FieldworkPlaces extends ScopePlaces {
  constructor(
    private readonly rounds: RoundService,
    private readonly frame: FrameService,
  ) {
    super();
  }

  override async has({ kind, id }: Scope): Promise<boolean> {
    switch (kind) {
      case 'survey':
        return id === SURVEY_ID;
      case 'round':
        return (await this.rounds.find(id)) !== null;
      case 'region':
        return this.frame.areas('region').some(({ code }) => code === id);
      case 'hospital':
        return this.frame.findHospital(id) !== undefined;
    }
  }
}

/** Tells `access`, which comes before rounds and hospitals, whether a place exists. */
@Global()
@Module({
  imports: [FieldworkModule, FrameModule],
  providers: [{ provide: ScopePlaces, useClass: FieldworkPlaces }],
  exports: [ScopePlaces],
})
export class ScopePlacesModule {}
