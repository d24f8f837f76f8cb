import {
  changeSinceRelease,
  type ReleaseChange,
  releaseToHoldAgainst,
} from '@liaison-atlas/shared/publication/change-since-release';
import type { ReleaseStamp } from '@liaison-atlas/shared/publication/release-stamp';
import { Injectable } from '@nestjs/common';

import { ReleaseStore, type StoredRelease } from './release-store.service.js';

/** What changed, between which releases. */
export interface ChangedRelease extends ReleaseChange {
  readonly since: ReleaseStamp;
  readonly release: ReleaseStamp;
  /** What was published beside the release; of an erratum what it corrects. '' = nothing. */
  readonly note: string;
}

/** Finds the two releases that are to be held against each other; what changed is the rule's to say. */
@Injectable()
export class ReleaseChangeService {
  constructor(private readonly store: ReleaseStore) {}

  /** The release that this one replaces, else the newest before it that was not withdrawn; null = there is none. */
  async heldAgainst({ document }: StoredRelease): Promise<StoredRelease | null> {
    const { round, number } = document;
    const earlier = releaseToHoldAgainst(await this.store.chain(round.id), number);
    return earlier === null ? null : this.store.find(round.id, earlier);
  }

  /**
   * What a release changed.
   * @param number absent = the newest that stands
   * @returns null where there is no such release, it was withdrawn, or there is none to hold it against
   */
  async of(roundId: string, number?: number | null): Promise<ChangedRelease | null> {
    const chain = await this.store.chain(roundId);
    const asked = number ?? (await this.store.findLatest(roundId))?.document.number;
    const status = chain.find((one) => one.number === asked);
    if (status === undefined || status.withdrawn !== null) return null;
    const release = await this.store.find(roundId, status.number);
    const earlier = release === null ? null : await this.heldAgainst(release);
    if (release === null || earlier === null) return null;
    return {
      ...changeSinceRelease(earlier.document, release.document),
      since: earlier.stamp,
      release: release.stamp,
      note: release.note,
    };
  }
}
