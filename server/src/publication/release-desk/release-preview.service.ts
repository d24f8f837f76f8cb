import { hospitalCategory } from '@liaison-atlas/shared/analysis/hospital-category';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { checkRelease } from '@liaison-atlas/shared/publication/check-release';
import {
  compareReleases,
  type DisclosureEffects,
  disclosureEffects,
  type ReleaseComparison,
} from '@liaison-atlas/shared/publication/compare-releases';
import { nameableCode } from '@liaison-atlas/shared/publication/nameable-code';
import type { ReleaseDocument, ReleaseKind } from '@liaison-atlas/shared/publication/release';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../access/actor.js';
import { requireAccess } from '../../access/require-access.js';
import { RoundService } from '../../fieldwork/round.service.js';
import { Clock } from '../../platform/clock.js';
import { ReleaseBasisService } from '../release-basis.service.js';
import { ReleaseStore, type StoredRelease } from '../release-store.service.js';
import { ReleaseComposer } from './release-composer.service.js';
import { ReleaseGateService } from './release-gate.service.js';

/** What would be released, beside what is. */
export interface ReleasePreview {
  /** null = something stands in the way of making it at all. */
  readonly document: ReleaseDocument | null;
  readonly before: StoredRelease | null;
  readonly comparison: ReleaseComparison | null;
  readonly disclosure: DisclosureEffects | null;
  /** What stands in the way of publishing; empty = nothing. */
  readonly problems: readonly Problem[];
}

/** Shows a release before it is published. Stores nothing. */
@Injectable()
export class ReleasePreviewService {
  constructor(
    private readonly rounds: RoundService,
    private readonly basis: ReleaseBasisService,
    private readonly composer: ReleaseComposer,
    private readonly gate: ReleaseGateService,
    private readonly store: ReleaseStore,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError FORBIDDEN outside the actor's scope, NOT_FOUND */
  async preview(
    actor: Pick<Actor, 'id' | 'grants'>,
    roundId: string,
    kind: ReleaseKind,
  ): Promise<ReleasePreview> {
    requireAccess(actor, 'ReleaseRound', { round: roundId });
    const round = await this.rounds.get(roundId);
    const before = await this.store.findLatest(roundId);
    const nothing = { document: null, before, comparison: null, disclosure: null };
    if (round.kind === 'published_facts') return { ...nothing, problems: [NOT_RELEASABLE] };
    const basis = await this.basis.of(round, kind);
    if (!basis.ok) return { ...nothing, problems: basis.problems };
    const { dataset, frameId, freeze } = basis.value;
    const { compose } = await this.composer.prepare(round, basis.value, frameId);
    const number = (await this.store.newestNumber(roundId)) + 1;
    const document = compose({ number, kind, at: this.clock.now(), note: '' });
    const gate = await this.gate.ask({
      round,
      kind,
      publisherId: actor.id,
      freezeNumber: freeze?.number ?? null,
      despite: '',
    });
    const codes = new Map(
      dataset.hospitals.map((record) => [
        record.odsCode,
        nameableCode(hospitalCategory(record, round.kind).code, record, round.settings),
      ]),
    );
    return {
      document,
      before,
      comparison: compareReleases(before?.document ?? null, document),
      disclosure: disclosureEffects(document, dataset.hospitals, codes, round.settings),
      problems: [
        ...(gate.ok ? [] : gate.problems),
        ...checkRelease(document, this.composer.frameCodes(frameId)),
      ],
    };
  }
}

const NOT_RELEASABLE: Problem = {
  code: 'NOT_RELEASABLE',
  field: 'roundId',
  message: 'This round holds a published report; no answers can be released in it.',
  mend: 'Choose a round that collects answers.',
};
