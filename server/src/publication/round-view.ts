import type { ReleaseStamp } from '@liaison-atlas/shared/publication/release-stamp';
import { usualRound } from '@liaison-atlas/shared/publication/usual-round';
import { Injectable } from '@nestjs/common';

import type { Round } from '../fieldwork/round.entity.js';
import { isPublic, RoundService } from '../fieldwork/round.service.js';
import type { ListedReleaseModel } from './release-desk/release-status.model.js';
import type { HospitalResultModel, ReleaseModel, TrustRoundSummaryModel } from './release.model.js';
import { ReleaseStore, type StoredRelease } from './release-store.service.js';
import type { RoundModel } from './round.model.js';

/** Puts stored rounds and releases into the words of the GraphQL contract, for the resolvers; it decides nothing. */
@Injectable()
export class RoundView {
  constructor(
    private readonly rounds: RoundService,
    private readonly store: ReleaseStore,
  ) {}

  async list(): Promise<RoundModel[]> {
    return Promise.all((await this.rounds.listPublic()).map((round) => this.toModel(round)));
  }

  /** The latest round of real answers that has been released; '' while there is none. */
  async newestRealRound(): Promise<string> {
    const real = (await this.list()).filter(({ kind }) => kind !== 'synthetic');
    return usualRound(real)?.id ?? '';
  }

  async find(id: string): Promise<RoundModel | null> {
    const round = await this.rounds.find(id);
    return round === null || !isPublic(round) ? null : this.toModel(round);
  }

  async toModel(round: Round): Promise<RoundModel> {
    return toRoundModel(round, (await this.store.findLatest(round.id))?.stamp ?? null);
  }

  /** The newest release that stands, or the one of that number; null when there is none, or it was withdrawn. */
  async findRelease(roundId: string, number?: number | null): Promise<ReleaseModel | null> {
    const release =
      number == null ? await this.store.findLatest(roundId) : await this.store.find(roundId, number);
    if (release === null) return null;
    const model = await this.toRelease(release);
    return model.status.withdrawn === null ? model : null;
  }

  /** Every release of a public round, withdrawn ones too, with what has become of it; the newest first. */
  async listReleases(roundId: string): Promise<ListedReleaseModel[]> {
    const round = await this.rounds.find(roundId);
    if (round === null || !isPublic(round)) return [];
    const listed: ListedReleaseModel[] = [];
    for (const status of await this.store.chain(roundId)) {
      const release = await this.store.find(roundId, status.number);
      if (release === null) continue;
      const { stamp, note, document } = release;
      listed.push({
        release: stamp,
        status,
        asAt: document.asAt,
        // What was wrong enough to be withdrawn is not said again.
        note: status.withdrawn === null ? note : '',
      });
    }
    return listed.reverse();
  }

  async toRelease({ document, stamp }: StoredRelease): Promise<ReleaseModel> {
    const round = await this.toModel(await this.rounds.get(document.round.id));
    const { instrument, replaces: _in, ...rest } = document;
    const status = (await this.store.chain(round.id)).find((one) => one.number === document.number);
    if (status === undefined) throw new Error(`release ${document.number} of ${round.id} is in no chain`);
    return { ...rest, round, sha256: stamp.sha256, instrumentVersion: instrument.version, status };
  }

  /** What the newest release of every round says of a hospital; rounds without a release say nothing. */
  async resultsOf(odsCode: string): Promise<HospitalResultModel[]> {
    const results: HospitalResultModel[] = [];
    for (const round of await this.rounds.listPublic()) {
      const release = await this.store.findLatest(round.id);
      const hospital = release?.document.hospitals.find((candidate) => candidate.odsCode === odsCode);
      if (release === null || hospital === undefined) continue;
      const model = toRoundModel(round, release.stamp);
      results.push({ round: model, release: release.stamp, asAt: release.document.asAt, hospital });
    }
    return results;
  }

  /** How many of a trust's frame hospitals answered, per released round; unknown as soon as one is not named. */
  async roundsOfTrust(trustCode: string): Promise<TrustRoundSummaryModel[]> {
    const summaries: TrustRoundSummaryModel[] = [];
    for (const round of await this.rounds.listPublic()) {
      const release = await this.store.findLatest(round.id);
      const hospitals =
        release?.document.hospitals.filter((hospital) => hospital.trustCode === trustCode) ?? [];
      if (release === null || hospitals.length === 0) continue;
      const answered = hospitals.some(({ category }) => category === 'NP')
        ? null
        : hospitals.filter(({ category }) => category !== 'NR').length;
      summaries.push({ round: toRoundModel(round, release.stamp), answered, hospitals: hospitals.length });
    }
    return summaries;
  }
}

const toRoundModel = (round: Round, latestRelease: ReleaseStamp | null): RoundModel => {
  const { id, title, kind, state, fieldwork, instrumentVersion, frameId } = round;
  return { id, title, kind, state, fieldwork, instrumentVersion, frameId, latestRelease };
};
