import { parseAlsoFor, withAlsoFor } from '@liaison-atlas/shared/fieldwork/also-for';
import { type PageSave, parsePage } from '@liaison-atlas/shared/fieldwork/parse-page';
import type { RawAnswers } from '@liaison-atlas/shared/fieldwork/parse-submission';
import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Injectable } from '@nestjs/common';

import { applyChange, type RowChange } from '../database/row-change.js';
import { findRow } from '../database/row-statements.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { FrameService } from '../frame/frame.service.js';
import { InstrumentService } from '../instrument/instrument.service.js';
import { Clock } from '../platform/clock.js';
import { checkHospital } from './hospital-answer.js';
import { actorOf, draftOf, runForLink, startResponse } from './link-draft.js';
import type { Link, Unusable } from './link.service.js';
import { Response } from './response.entity.js';
import { formChange } from './round-change.js';
import { roundTopic } from './round.service.js';

/** Another device saved in between: what is stored and what was sent; nothing was overwritten. */
export interface StaleDraft {
  readonly stored: Answers;
  readonly storedRevision: number;
  readonly sent: Answers;
}

export type SaveOutcome =
  Result<{ readonly revision: number }, Problem> | { readonly stale: StaleDraft } | Unusable;

export interface SavePageInput {
  readonly pageId: string;
  readonly raw: RawAnswers;
  readonly expectedRevision: number;
  readonly save?: PageSave;
}

/** Saves what is being typed: pages of a form, and which further hospitals it speaks for. What was submitted stays. */
@Injectable()
export class DraftService {
  constructor(
    private readonly frame: FrameService,
    private readonly instruments: InstrumentService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Saves one page of the form. Answers that break a rule are refused by name and nothing of the page is stored. */
  async savePage(link: Link, input: SavePageInput): Promise<SaveOutcome> {
    if (!link.mayAnswer) return 'unusable';
    const instrument = await this.instruments.contentOf(link.round);
    const parsed = parsePage(instrument, input.pageId, input.raw, draftOf(link), input.save);
    if (!parsed.ok) return parsed;
    const misplaced = checkHospital(parsed.value, this.frame);
    if (misplaced !== null) return refuse(misplaced);
    return this.save(link, parsed.value, input.expectedRevision);
  }

  /** Saves which further hospitals of the round's frame the form speaks for; none = only its own. */
  async saveAlsoFor(
    link: Link,
    input: { readonly codes: readonly string[]; readonly expectedRevision: number },
  ): Promise<SaveOutcome> {
    if (!link.mayAnswer) return 'unusable';
    const codes = parseAlsoFor(input.codes, (code) => this.frame.isListed(code, link.round.frameId));
    if (!codes.ok) return codes;
    return this.save(link, withAlsoFor(draftOf(link), codes.value), input.expectedRevision);
  }

  private async save(link: Link, draft: Answers, expectedRevision: number): Promise<SaveOutcome> {
    const revision = expectedRevision + 1;
    const { response } = link;
    // The page was merged into what was read with the link, so only that may be written over. Others may have changed the form
    // since: the write itself tests that it is still as it was then.
    const isExpected = (response?.draftRevision ?? 0) === expectedRevision;
    if (isExpected && response !== null) {
      const change = this.saving(response, draft, revision);
      if (await this.unitOfWork.changeRow(actorOf(link), change)) return accept({ revision });
    }
    return runForLink(this.unitOfWork, link, async (unit) => {
      const read = (): Promise<Response | null> =>
        findRow(unit.manager, Response, { invitationId: link.invitation.id });
      const staleAgainst = (row: Response | null): { readonly stale: StaleDraft } => ({
        stale: { stored: row?.draft ?? draftOf(link), storedRevision: row?.draftRevision ?? 0, sent: draft },
      });
      const current = await read();
      // A form that was withdrawn since the link was read takes no word any more.
      if (current?.state === 'withdrawn') return 'unusable';
      // This very save is there already: whoever stored it could not say so any more.
      if (isExpected && current?.draftRevision === revision && isSame(current.draft, draft))
        return accept({ revision });
      if (!isExpected || (current?.draftRevision ?? 0) !== expectedRevision) return staleAgainst(current);
      const row = current ?? (await startResponse(unit, link, this.clock.now()));
      if (!(await applyChange(unit, this.saving(row, draft, revision)))) return staleAgainst(await read());
      if (current === null) unit.touch(roundTopic(link.round.id), formChange(row.id));
      return accept({ revision });
    });
  }

  /** Over the form as it was read, and over no other. */
  private saving({ id, state }: Pick<Response, 'id' | 'state'>, draft: Answers, revision: number): RowChange {
    return {
      target: Response,
      asRead: { id, draftRevision: revision - 1, state },
      change: { draft, draftRevision: revision, lastSavedAt: this.clock.now() },
      event: {
        action: 'response.saved',
        entity: 'response',
        entityId: id,
        detail: { draftRevision: revision },
      },
    };
  }
}

const isSame = (one: Answers, other: Answers): boolean => canonicalJson(one) === canonicalJson(other);
