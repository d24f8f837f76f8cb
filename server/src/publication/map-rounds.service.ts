import {
  type MappedRound,
  type MapVerdict,
  roundsOnOneMap,
} from '@liaison-atlas/shared/publication/rounds-on-one-map';
import { Injectable } from '@nestjs/common';

import { RoundService } from '../fieldwork/round.service.js';
import { InstrumentService } from '../instrument/instrument.service.js';
import { ReleaseStore } from './release-store.service.js';

/** Puts released rounds beside each other for the map; what may be compared the rule of `shared` says. */
@Injectable()
export class MapRoundsService {
  constructor(
    private readonly rounds: RoundService,
    private readonly releases: ReleaseStore,
    private readonly instruments: InstrumentService,
  ) {}

  /** Every other released round with the verdict, the latest first; empty where this round has no release. */
  async beside(roundId: string): Promise<(MapVerdict & { readonly roundId: string })[]> {
    const released: { readonly id: string; readonly mapped: MappedRound }[] = [];
    for (const { id } of await this.rounds.listPublic()) {
      const document = (await this.releases.findLatest(id))?.document;
      if (document === undefined) continue;
      const { key, version } = document.instrument;
      const instrument = await this.instruments.contentOf({ instrumentKey: key, instrumentVersion: version });
      released.push({ id, mapped: { kind: document.round.kind, instrument } });
    }
    const here = released.find(({ id }) => id === roundId);
    if (here === undefined) return [];
    return released
      .filter(({ id }) => id !== roundId)
      .map(({ id, mapped }) => ({ roundId: id, ...roundsOnOneMap(here.mapped, mapped) }));
  }
}
