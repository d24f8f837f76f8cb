import type { AnalysisDataset } from '@liaison-atlas/shared/cleaning/analysis-dataset';
import type { CleanedForms } from '@liaison-atlas/shared/cleaning/apply-decisions';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import type { ReleaseKind } from '@liaison-atlas/shared/publication/release';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { DatasetService, membersOf } from '../cleaning/dataset.service.js';
import { FreezeService } from '../cleaning/freeze.service.js';
import type { Round } from '../fieldwork/round.entity.js';
import { RoundService } from '../fieldwork/round.service.js';
import { FrameService } from '../frame/frame.service.js';
import { ReleaseStore } from './release-store.service.js';

/** What a release is made from. */
export interface ReleaseBasis {
  readonly dataset: AnalysisDataset;
  /** The forms behind the dataset, for the coding of their comments. */
  readonly cleaned: CleanedForms;
  readonly members: readonly string[];
  /** The freeze that it is; null = the live state. */
  readonly freeze: { readonly number: number; readonly sha256: string } | null;
  readonly frameId: string;
}

/**
 * Says what a release of a kind stands on, so that the review before it and the release itself cannot differ: an
 * interim one on the live state, a final one on the freeze that holds, an erratum on the freeze that holds once any
 * release stands on a freeze.
 */
@Injectable()
export class ReleaseBasisService {
  constructor(
    private readonly rounds: RoundService,
    private readonly datasets: DatasetService,
    private readonly freezes: FreezeService,
    private readonly store: ReleaseStore,
    private readonly frame: FrameService,
  ) {}

  /** The basis with the size of its frame, for whoever reviews. @throws DomainError FORBIDDEN, NOT_FOUND */
  async review(
    actor: Pick<Actor, 'grants'>,
    roundId: string,
    kind: ReleaseKind,
  ): Promise<Result<ReleaseBasis & { readonly frameSize: number }, Problem>> {
    requireAccess(actor, 'ReleaseRound', { round: roundId });
    const basis = await this.of(await this.rounds.get(roundId), kind);
    if (!basis.ok) return basis;
    return accept({ ...basis.value, frameSize: this.frame.listHospitals(basis.value.frameId).length });
  }

  async of(round: Round, kind: ReleaseKind): Promise<Result<ReleaseBasis, Problem>> {
    const before = await this.store.lastFreeze(round.id);
    if (kind === 'final' && before > 0) return refuse(FINAL_IS_OUT);
    const needsFreeze = kind === 'final' || (kind === 'erratum' && before > 0);
    if (!needsFreeze) {
      const { dataset, cleaned, forms } = await this.datasets.clean(round);
      return accept({ dataset, cleaned, members: membersOf(forms), freeze: null, frameId: round.frameId });
    }
    const frozen = await this.freezes.current(round);
    if (frozen === null) return refuse(NOT_FROZEN);
    if ((await this.freezes.lost(frozen, round)).length > 0) return refuse(FREEZE_OUTDATED);
    const { dataset, cleaned, members, row, document } = frozen;
    const { number, sha256 } = row;
    return accept({ dataset, cleaned, members, freeze: { number, sha256 }, frameId: document.frameId });
  }
}

const FINAL_IS_OUT: Problem = {
  code: 'WRONG_KIND',
  field: 'kind',
  message: 'A final release of this round is out.',
  mend: 'What changes it is an erratum: choose that kind, and say what it corrects.',
};
const NOT_FROZEN: Problem = {
  code: 'NOT_FROZEN',
  field: 'kind',
  message: 'A final release, and an erratum to one, stand on a freeze; the round is not frozen.',
  mend: 'Freeze the round on its cleaning page, or make an interim release.',
};
const FREEZE_OUTDATED: Problem = {
  code: 'FREEZE_OUTDATED',
  field: 'kind',
  message: 'A team whose form is in the freeze has taken its answers back since.',
  mend: 'Open the round again and freeze it once more, without that form.',
};
