import { alsoForOf, parseAlsoFor, withAlsoFor } from '@liaison-atlas/shared/fieldwork/also-for';
import type { AnsweringView } from '@liaison-atlas/shared/fieldwork/answering-view';
import {
  completeDraft,
  parseSubmission,
  type RawAnswers,
} from '@liaison-atlas/shared/fieldwork/parse-submission';
import { referenceNumber } from '@liaison-atlas/shared/fieldwork/reference-number';
import { roundNoteWords } from '@liaison-atlas/shared/fieldwork/round-note';
import type { Receipt } from '@liaison-atlas/shared/fieldwork/respond-parts';
import { nextState } from '@liaison-atlas/shared/fieldwork/response-state';
import type { Answers } from '@liaison-atlas/shared/instrument/answer-value';
import { cleanText } from '@liaison-atlas/shared/kernel/clean-text';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { accept, refuse, type Result } from '@liaison-atlas/shared/kernel/result';
import { Inject, Injectable } from '@nestjs/common';

import { findRow, updateRows } from '../database/row-statements.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Unit } from '../database/unit.js';
import { FrameService } from '../frame/frame.service.js';
import { InstrumentService } from '../instrument/instrument.service.js';
import { Clock } from '../platform/clock.js';
import { type Config, CONFIG } from '../platform/config.js';
import { checkHospital, hospitalColumns } from './hospital-answer.js';
import { actorOf, draftOf, recordingOf, runForLink, startResponse } from './link-draft.js';
import { type Link, LinkService, type Unusable } from './link.service.js';
import { ThanksService } from './mailing/thanks.service.js';
import { Response } from './response.entity.js';
import { ResponseRevision } from './response-revision.entity.js';
import { writeRevision } from './revision-writer.js';
import { formChange } from './round-change.js';
import { roundTopic } from './round.service.js';

/** The receipt with the number of the revision it is for; 1 = the first submission. */
export type SubmissionReceipt = Receipt & { readonly revision: number };
export type SubmitOutcome = Result<SubmissionReceipt, Problem> | Unusable;

export interface SubmitInput {
  readonly idempotencyKey: string;
  readonly expectedRevision: number;
  /** Why submitted answers are corrected; required from the second submission on. */
  readonly reason?: string;
}

/** A whole form as a program sends it. */
export interface WholeForm {
  readonly idempotencyKey: string;
  readonly answers: RawAnswers;
  /** Further hospitals that the form speaks for (R7); absent = none. */
  readonly alsoFor?: readonly string[];
  readonly reason?: string;
}

export interface OpenedLink {
  readonly link: Link;
  readonly view: AnsweringView;
}

/** A checked form on its way into the store. */
interface Submission {
  readonly link: Link;
  readonly input: SubmitInput;
  readonly answers: Answers;
  readonly at: string;
}

const MAX_REASON = 400;

/**
 * Takes answers by link: the answering pages and GraphQL both end here, so every rule holds for both. What was
 * submitted is never changed; a correction is the next revision.
 */
@Injectable()
export class AnsweringService {
  constructor(
    private readonly links: LinkService,
    private readonly frame: FrameService,
    private readonly instruments: InstrumentService,
    private readonly thanks: ThanksService,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The link and what its holder may see; changes nothing. */
  async open(token: string): Promise<OpenedLink | Unusable> {
    const link = await this.links.find(token);
    return link === 'unusable' ? link : { link, view: await this.viewOf(link) };
  }

  private async viewOf(link: Link): Promise<AnsweringView> {
    const { round, invitation, response } = link;
    const hospital = this.frame.findHospital(invitation.odsCode);
    const { id, title, kind, frameId, closesAt, correctionsUntil, basedOn } = round;
    const noteWords = roundNoteWords(round.settings, this.config.retention);
    return {
      round: {
        id,
        title,
        kind,
        frameId,
        closesAt,
        basedOn,
        noteWords,
        correctionsUntil: correctionsUntil ?? closesAt,
      },
      hospital: { odsCode: invitation.odsCode, name: hospital?.name ?? '' },
      instrument: await this.instruments.contentOf(round),
      ...recordingOf(invitation),
      draft: draftOf(link),
      draftRevision: response?.draftRevision ?? 0,
      ...(await this.links.lastSent(response)),
      mayAnswer: link.mayAnswer,
      withdrawn: response?.state === 'withdrawn',
    };
  }

  /** Submits what has been saved. The same key again gives the same receipt and stores nothing more. */
  async submit(token: string, input: SubmitInput): Promise<SubmitOutcome> {
    const link = await this.links.find(token);
    if (link === 'unusable') return link;
    const draft = draftOf(link);
    const answers = completeDraft(await this.instruments.contentOf(link.round), withAlsoFor(draft, []));
    return this.store(link, input, alongWith(answers, alsoForOf(draft)));
  }

  /** Submits a whole form at once (API, import): the same rules, and the draft becomes what was sent. */
  async submitWhole(token: string, input: WholeForm): Promise<SubmitOutcome> {
    const link = await this.links.find(token);
    if (link === 'unusable') return link;
    const instrument = await this.instruments.contentOf(link.round);
    const expectedRevision = link.response?.draftRevision ?? 0;
    const answers = parseSubmission(instrument, input.answers);
    return this.store(link, { ...input, expectedRevision }, alongWith(answers, input.alsoFor ?? []));
  }

  private async store(
    link: Link,
    input: SubmitInput,
    parsed: Result<Answers, Problem>,
  ): Promise<SubmitOutcome> {
    const { idempotencyKey } = input;
    if (!/^[\w-]{8,64}$/.test(idempotencyKey)) return refuse(BAD_KEY);
    const earlier = await this.links.findRevision(link, idempotencyKey);
    if (earlier !== null) return accept(toReceipt(earlier));
    if (!link.mayAnswer) return 'unusable';
    if (!parsed.ok) return parsed;
    const misplaced = checkHospital(parsed.value, this.frame);
    if (misplaced !== null) return refuse(misplaced);
    const further = parseAlsoFor(alsoForOf(parsed.value), (code) =>
      this.frame.isListed(code, link.round.frameId),
    );
    if (!further.ok) return further;
    const reason = cleanText((input.reason ?? '').trim(), 'reason', MAX_REASON);
    if (!reason.ok) return reason;
    if ((link.response?.revision ?? 0) > 0 && reason.value === '') return refuse(NO_REASON);
    const cleaned = { ...input, reason: reason.value };
    return runForLink(this.unitOfWork, link, (unit) => this.write(unit, link, cleaned, parsed.value));
  }

  private async write(unit: Unit, link: Link, input: SubmitInput, answers: Answers): Promise<SubmitOutcome> {
    const { manager } = unit;
    const submission: Submission = { link, input, answers, at: this.clock.now() };
    // What the link showed mostly still holds; the change itself tests it, so it is not read a second time.
    const seen = link.response;
    const isCurrent = seen !== null && seen.draftRevision === input.expectedRevision;
    const receipt = isCurrent ? await this.send(unit, seen, submission) : 'changed';
    if (receipt !== 'changed') return receipt;

    const found = await findRow(manager, Response, { invitationId: link.invitation.id });
    const response = found ?? (await startResponse(unit, link, submission.at));
    // A double click: the first request may have been stored while this one waited for its turn.
    const repeated = (): Promise<ResponseRevision | null> =>
      findRow(manager, ResponseRevision, { responseId: response.id, idempotencyKey: input.idempotencyKey });
    const earlier = response.revision > 0 ? await repeated() : null;
    if (earlier !== null) return accept(toReceipt(earlier));
    if (response.draftRevision !== input.expectedRevision) return refuse(CHANGED_MEANWHILE);
    const outcome = await this.send(unit, response, submission);
    if (outcome !== 'changed') return outcome;
    const meanwhile = await repeated();
    return meanwhile === null ? refuse(CHANGED_MEANWHILE) : accept(toReceipt(meanwhile));
  }

  /** Makes the next revision of a response; 'changed' = it is not any more as it was given, and nothing was done. */
  private async send(
    unit: Unit,
    response: Response,
    { link, input, answers, at }: Submission,
  ): Promise<SubmitOutcome | 'changed'> {
    const { manager } = unit;
    const { id, state: stateBefore, revision: revisionBefore, draftRevision } = response;
    const state = nextState(stateBefore, revisionBefore > 0 ? 'correct' : 'submit');
    if (state === 'refused') return refuse(NOT_NOW);
    const revision = revisionBefore + 1;
    const { idempotencyKey, reason = '' } = input;
    const asGiven = { id, revision: revisionBefore, draftRevision, state: stateBefore };
    const changed = await updateRows(manager, Response, asGiven, {
      state,
      revision,
      draft: answers,
      draftRevision: draftRevision + 1,
      ...hospitalColumns(answers),
      idempotencyKey,
      lastSavedAt: at,
      submittedAt: at,
    });
    if (changed === 0) return 'changed';
    const sent = { responseId: id, revision, at, by: actorOf(link).id, answers };
    await writeRevision(unit, { ...sent, reason: reason.trim(), idempotencyKey });
    const before = { state: stateBefore, revision: revisionBefore };
    const after = { state, revision };
    if (revision === 1) await this.thanks.queue(unit, link.invitation, link.round);
    await unit.audit('response.submitted', 'response', id, { revision }, { before, after });
    unit.touch(roundTopic(link.round.id), formChange(id));
    return accept({ reference: referenceNumber(id), submittedAt: at, revision });
  }
}

/** The further hospitals go with the answers that they were given with. */
const alongWith = (
  answers: Result<Answers, Problem>,
  further: readonly string[],
): Result<Answers, Problem> => (answers.ok ? accept(withAlsoFor(answers.value, further)) : answers);

const toReceipt = ({ responseId, at, revision }: ResponseRevision): SubmissionReceipt => ({
  reference: referenceNumber(responseId),
  submittedAt: at,
  revision,
});

const BAD_KEY: Problem = {
  code: 'BAD_IDEMPOTENCY_KEY',
  field: 'idempotencyKey',
  message: 'The request carries no usable key against double sending.',
  mend: 'Send 8 to 64 letters, digits, hyphens or underscores, the same ones when you send the same form again.',
};
const NO_REASON: Problem = {
  code: 'REASON_REQUIRED',
  field: 'reason',
  message: 'These answers have been submitted before.',
  mend: `Say in at most ${MAX_REASON} characters why you change them.`,
};
const CHANGED_MEANWHILE: Problem = {
  code: 'CHANGED_MEANWHILE',
  field: 'expectedRevision',
  message: 'The form was changed on another device after this page was opened.',
  mend: 'Open the form again, check the answers and submit them.',
};
const NOT_NOW: Problem = {
  code: 'NOT_POSSIBLE_NOW',
  field: '',
  message: 'The form cannot be submitted in its present state.',
  mend: 'Ask the survey lead of this round.',
};
