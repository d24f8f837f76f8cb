import type { RoundKind } from '@liaison-atlas/shared/fieldwork/round';
import type { ReleaseDocument } from '@liaison-atlas/shared/publication/release';
import { type RegionReplies, toComparePage } from '@liaison-atlas/shared/publication/to-compare-page';
import { HOSPITAL_VARIABLE } from '@liaison-atlas/shared/instrument/keys';
import { Injectable } from '@nestjs/common';

import { RoundService } from '../fieldwork/round.service.js';
import { FrameService } from '../frame/frame.service.js';
import { LiveRoundService } from '../publication/live/live-round.service.js';
import { ReleaseStore } from '../publication/release-store.service.js';
import { type OpenLink, RespondPagesService } from './respond-pages.service.js';
import { type RespondReply, showPage, UNUSABLE } from './respond-reply.js';

/** What a respondent sees after sending: released figures, and of the open round how many have answered. */
@Injectable()
export class ComparePageService {
  constructor(
    private readonly pages: RespondPagesService,
    private readonly rounds: RoundService,
    private readonly releases: ReleaseStore,
    private readonly live: LiveRoundService,
    private readonly frame: FrameService,
  ) {}

  async show(token: string): Promise<RespondReply> {
    const link = await this.pages.open(token);
    if (link === undefined) return UNUSABLE;
    const { view, context } = link;
    if (view.receipt === null || view.withdrawn) return { redirect: context.base };
    const release = await this.lastRelease(view.round);
    const page = toComparePage(view, context, release, await this.repliesAround(link));
    return page === undefined ? { redirect: context.base } : showPage(page);
  }

  /** The newest of other rounds; of the same one only when it takes no more answers. Invented figures only beside invented answers. */
  private async lastRelease({
    id,
    kind,
  }: {
    readonly id: string;
    readonly kind: RoundKind;
  }): Promise<ReleaseDocument | null> {
    const own = await this.rounds.get(id);
    const running = this.rounds.takesCorrections(own);
    const candidates = (await this.rounds.list()).filter(
      (round) => (round.id !== id || !running) && (round.kind !== 'synthetic' || kind === 'synthetic'),
    );
    const found = await Promise.all(candidates.map((round) => this.releases.findLatest(round.id)));
    const [latest] = found
      .filter((release) => release !== null)
      .sort((a, b) => (a.stamp.publishedAt < b.stamp.publishedAt ? 1 : -1));
    return latest?.document ?? null;
  }

  private async repliesAround({ view }: OpenLink): Promise<RegionReplies | null> {
    const answer = (view.sent ?? view.draft)[HOSPITAL_VARIABLE];
    const code = answer !== undefined && 'given' in answer ? String(answer.given) : '';
    const regionCode = this.frame.findHospital(code)?.regionCode;
    if (regionCode === undefined) return null;
    return this.live.repliesIn(view.round.id, regionCode);
  }
}
