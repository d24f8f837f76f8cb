import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import type { ReleaseDocument, ReleaseKind } from '@liaison-atlas/shared/publication/release';
import { stateAfterRelease } from '@liaison-atlas/shared/publication/release-state';
import { countReplies } from '@liaison-atlas/shared/publication/right-of-reply';
import { checkReplyBeforeRelease } from '@liaison-atlas/shared/publication/right-of-reply-gate';
import { checkSignOffs, type ReleasedSignOffs } from '@liaison-atlas/shared/publication/sign-off';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';

import { SiteObjectionService } from '../../cleaning/site-objection.service.js';
import { holdRows } from '../../database/hold-rows.js';
import type { Unit } from '../../database/unit.js';
import { Round } from '../../fieldwork/round.entity.js';
import { Clock } from '../../platform/clock.js';
import { type ReplyDesk, ReplyDeskService } from './reply-desk.service.js';
import { holdRound } from './hold-round.js';
import { ReplyPeriodRow } from './reply-period.entity.js';
import { ShownRowsService } from './shown-rows.service.js';
import { SignOffService } from './sign-off.service.js';

/** A release on its way through the gate. */
export interface GatedRelease {
  readonly round: Round;
  readonly kind: ReleaseKind;
  readonly publisherId: string;
  /** null = it stands on the live state; then nothing is asked of it. */
  readonly freezeNumber: number | null;
  /** Why it is released although the right of reply speaks against it; '' = not said. */
  readonly despite: string;
}

/** What the gate found; `despite` holds only where there was something to say it about. */
export interface Gate {
  readonly reply: ReplyDesk | null;
  readonly signOffs: ReleasedSignOffs | null;
  readonly despite: string;
}

const MAX_DESPITE = 500;

/** Asks before a release whether hospitals had their right of reply and whether enough people signed it off. */
@Injectable()
export class ReleaseGateService {
  constructor(
    private readonly replies: ReplyDeskService,
    private readonly signOffs: SignOffService,
    private readonly objections: SiteObjectionService,
    private readonly shownRows: ShownRowsService,
    private readonly clock: Clock,
  ) {}

  /** Everything that stands in the way, or what the release will say of it. */
  async ask(release: GatedRelease): Promise<Result<Gate, Problem>> {
    const { round, kind, publisherId, freezeNumber } = release;
    const despite = cleanText(release.despite.trim(), 'despite', MAX_DESPITE);
    if (!despite.ok) return despite;
    if (freezeNumber === null) return accept({ reply: null, signOffs: null, despite: '' });
    const reply = await this.replies.latest(round.id);
    const signOffs = await this.signOffs.counted(round, freezeNumber, publisherId);
    const asked = {
      roundKind: round.kind,
      kind,
      period: reply?.period ?? null,
      openObjections: await this.objections.countOpen(round.id),
    };
    const now = this.clock.now();
    const held = checkReplyBeforeRelease({ ...asked, despite: '' }, now);
    const problems = [
      ...checkReplyBeforeRelease({ ...asked, despite: despite.value }, now),
      ...checkSignOffs(signOffs),
    ];
    if (problems.length > 0) return refuse(...problems);
    return accept({ reply, signOffs, despite: held.length > 0 ? despite.value : '' });
  }

  /** What each hospital that was offered its row finds in the document; for `stamp`. */
  async hashes({ reply }: Gate, document: ReleaseDocument): Promise<ReadonlyMap<string, string>> {
    const codes = (reply?.standings ?? []).map(({ odsCode }) => odsCode);
    return codes.length === 0 ? new Map() : this.shownRows.hashesOf(document, codes);
  }

  /** The document with what it says of right of reply and sign-offs. */
  stamp(document: ReleaseDocument, gate: Gate, hashes: ReadonlyMap<string, string>): ReleaseDocument {
    const { reply, signOffs, despite } = gate;
    if (signOffs === null) return document;
    const period = reply?.period ?? null;
    return {
      ...document,
      rightOfReply: countReplies(period, reply?.standings ?? [], hashes, despite),
      signOffs,
    };
  }

  /** Lets nobody reply or work at the desk until the unit ends: what was done before is in the release or makes it anew. */
  async hold({ manager }: Unit, roundId: string): Promise<void> {
    await holdRound(manager, roundId);
    await manager.find(ReplyPeriodRow, { where: { roundId, closedAt: IsNull() }, ...holdRows(manager) });
  }

  /** What a release does to its round, in the unit that stores it: the time to reply is over, the round is published. */
  async close({ manager }: Unit, round: Round, kind: ReleaseKind, at: string): Promise<void> {
    if (kind !== 'final') return;
    await manager.update(ReplyPeriodRow, { roundId: round.id, closedAt: IsNull() }, { closedAt: at });
    const { id, state, planRevision } = round;
    const next = stateAfterRelease(state, kind);
    if (next !== state)
      await manager.update(Round, { id, state }, { state: next, planRevision: (planRevision ?? 0) + 1 });
  }
}
