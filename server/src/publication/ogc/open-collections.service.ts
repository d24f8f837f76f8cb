import type { CollectionHead, FeatureSet } from '@liaison-atlas/shared/publication/ogc/feature-set';
import { AREAS, areaFeatures } from '@liaison-atlas/shared/publication/ogc/area-features';
import {
  EARLY_IMPLEMENTERS,
  earlyImplementerFeatures,
} from '@liaison-atlas/shared/publication/ogc/early-implementer-features';
import { HOSPITALS, hospitalFeatures } from '@liaison-atlas/shared/publication/ogc/hospital-features';
import { AREA_LEVELS } from '@liaison-atlas/shared/frame/frame-records';
import { Injectable } from '@nestjs/common';

import { areaBoundaries } from '../../frame/area-boundaries.js';
import { ccgBoundaries } from '../../frame/ccg-boundaries.js';
import { FrameService } from '../../frame/frame.service.js';
import { DomainError } from '../../platform/domain-error.js';
import { ReleaseStore } from '../release-store.service.js';
import { RoundView } from '../round-view.js';

/** A collection with the way to its features. */
export interface CollectionSource {
  readonly head: CollectionHead;
  /**
   * The features as they stand now.
   * @param round undefined = the newest released round of real answers; only where the collection is of a round
   * @throws DomainError NOT_RELEASED
   */
  features(round: string | undefined): Promise<FeatureSet>;
}

/** Which collections there are. Modules that come after this one put theirs in at the start. */
@Injectable()
export class OpenCollections {
  private readonly sources: CollectionSource[] = [];
  private made = new WeakMap<object, FeatureSet>();
  private imports = 0;

  constructor(
    private readonly frame: FrameService,
    private readonly releases: ReleaseStore,
    private readonly rounds: RoundView,
  ) {
    this.add({ head: HOSPITALS, features: (round) => this.hospitals(round) });
    this.add({ head: AREAS, features: () => Promise.resolve(this.areas()) });
    this.add({ head: EARLY_IMPLEMENTERS, features: () => Promise.resolve(this.earlyImplementers()) });
  }

  add(source: CollectionSource): void {
    this.sources.push(source);
  }

  list(): readonly CollectionSource[] {
    return this.sources;
  }

  /** @throws DomainError NOT_FOUND */
  get(id: string): CollectionSource {
    const found = this.sources.find(({ head }) => head.id === id);
    if (found === undefined)
      throw new DomainError(
        'NOT_FOUND',
        'There is no such collection.',
        'collection',
        `Use one of ${this.sources.map(({ head }) => head.id).join(', ')}.`,
      );
    return found;
  }

  private async hospitals(round: string | undefined): Promise<FeatureSet> {
    const release = await this.releases.getLatest(round ?? (await this.rounds.newestRealRound()));
    return this.keep(release.document, () => hospitalFeatures(release.document, release.stamp.sha256));
  }

  private areas(): FeatureSet {
    const areas = AREA_LEVELS.flatMap((level) => this.frame.areas(level));
    // An import replaces the records; those of one picture are the same objects.
    return this.keep(areas[0] ?? this, () => areaFeatures(areas, areaBoundaries(), this.newVersion()));
  }

  private earlyImplementers(): FeatureSet {
    const programme = this.frame.earlyImplementers();
    return this.keep(programme, () =>
      earlyImplementerFeatures(programme, ccgBoundaries(), this.newVersion()),
    );
  }

  /** Features are made once from one source, and forgotten with it. */
  private keep(source: object, make: () => FeatureSet): FeatureSet {
    const known = this.made.get(source);
    if (known !== undefined) return known;
    const set = make();
    this.made.set(source, set);
    return set;
  }

  private newVersion(): string {
    this.imports += 1;
    return String(this.imports);
  }
}
