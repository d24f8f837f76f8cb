import { composeRelease } from '@liaison-atlas/shared/publication/compose-release';
import type { ReleaseDocument, ReleaseKind } from '@liaison-atlas/shared/publication/release';
import { Injectable } from '@nestjs/common';

import { type CountedForms, ThemeCodingService } from '../../coding/theme-coding.service.js';
import type { Round } from '../../fieldwork/round.entity.js';
import { FrameService } from '../../frame/frame.service.js';
import { InstrumentService } from '../../instrument/instrument.service.js';
import { CODE_VERSION } from '../../platform/code-version.js';
import { listedFrame } from '../listed-frame.js';
import { ReleaseStore } from '../release-store.service.js';

/** What of a release is not in its round and its dataset. */
export interface ReleaseHead {
  readonly number: number;
  readonly kind: ReleaseKind;
  readonly at: string;
  /** '' = none. */
  readonly note: string;
  readonly replaces?: ReleaseDocument['replaces'];
}

/**
 * Puts release documents together: the one that is published, the one that is previewed, and the one of which hospitals
 * are shown their rows are made here and cannot differ.
 */
@Injectable()
export class ReleaseComposer {
  constructor(
    private readonly frame: FrameService,
    private readonly instruments: InstrumentService,
    private readonly store: ReleaseStore,
    private readonly themes: ThemeCodingService,
  ) {}

  /**
   * Gives a function, since number and time are known only in the unit that stores the release. It composes beside the
   * releases up to number `after` (0 = none), so that no two of the round solve each other.
   */
  async prepare(
    round: Round,
    forms: CountedForms,
    frameId: string,
  ): Promise<{ readonly compose: (head: ReleaseHead) => ReleaseDocument; readonly after: number }> {
    const earlier = (await this.store.list(round.id)).map((stored) => stored.document);
    const coding = await this.themes.of(round, forms);
    const hospitals = this.frame.listHospitals(frameId);
    const { id, title, kind, fieldwork, settings } = round;
    const { key, version, contentHash } = await this.instruments.get(
      round.instrumentVersion,
      round.instrumentKey ?? undefined,
    );
    const compose = (head: ReleaseHead): ReleaseDocument =>
      composeRelease({
        round: { id, title, kind, fieldwork },
        number: head.number,
        kind: head.kind,
        publishedAt: head.at,
        asAt: head.at,
        instrument: { key, version, contentHash },
        codeVersion: CODE_VERSION,
        frame: listedFrame(this.frame.getFrame(frameId)),
        hospitals,
        dataset: forms.dataset,
        settings,
        earlier,
        ...(coding !== null && { coding }),
        notes: head.note === '' ? [] : [{ id: 'release-note', text: head.note, source: 'survey lead' }],
        replaces: head.replaces,
      });
    return { compose, after: earlier.length };
  }

  /** ODS codes of a frame, each of which has to stand in the release. */
  frameCodes(frameId: string): readonly string[] {
    return this.frame.listHospitals(frameId).map(({ odsCode }) => odsCode);
  }
}
