import type { AnalysisDataset } from '@liaison-atlas/shared/cleaning/analysis-dataset';
import type { Claim } from '@liaison-atlas/shared/cleaning/claims';
import { resolveForms } from '@liaison-atlas/shared/cleaning/resolve-forms';
import { formFromResponse } from '@liaison-atlas/shared/fieldwork/form-from-response';
import type { Form } from '@liaison-atlas/shared/fieldwork/response';
import { questionsOf } from '@liaison-atlas/shared/instrument/instrument';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';

import { Response } from '../fieldwork/response.entity.js';
import { ResponseRevision } from '../fieldwork/response-revision.entity.js';
import type { Round } from '../fieldwork/round.entity.js';
import { FrameService } from '../frame/frame.service.js';
import { InstrumentService } from '../instrument/instrument.service.js';

const CHUNK = 500;

/** What the rules made of a round's forms, and which revisions they saw. */
export interface CleanedRound {
  readonly dataset: AnalysisDataset;
  /** `responseId:revision` of every submitted form, sorted: what a figure can be traced to. */
  readonly members: readonly string[];
  readonly forms: readonly Form[];
}

/**
 * Runs the automatic rules of domain D3 over the forms of a round. Nothing of the result is stored: it can always be
 * made again from what the teams sent. Analysis gets its data here and nowhere else.
 */
@Injectable()
export class DatasetService {
  /** Per round, forms by response, revision and state; a revision never changes, so a form that is here is current. */
  private readonly known = new Map<string, ReadonlyMap<string, Form>>();

  constructor(
    @InjectRepository(Response) private readonly responses: Repository<Response>,
    @InjectRepository(ResponseRevision) private readonly revisions: Repository<ResponseRevision>,
    private readonly frame: FrameService,
    private readonly instruments: InstrumentService,
  ) {}

  /** @param claims options of closed questions that are wanted as items of the hospital records */
  async clean(round: Round, claims: readonly Claim[] = []): Promise<CleanedRound> {
    const forms = await this.formsOf(round);
    const frame = this.frame
      .listHospitals(round.frameId)
      .map(({ odsCode, name, town }) => ({ odsCode, name, town }));
    const { unitOfAnalysis } = round.settings;
    const questions = questionsOf(await this.instruments.contentOf(round));
    const members = forms
      .filter(({ revision }) => revision > 0)
      .map(({ responseId, revision }) => revisionOf(responseId, revision));
    return {
      dataset: resolveForms(forms, { roundKind: round.kind, frame, unitOfAnalysis, questions, claims }),
      members: members.sort(),
      forms,
    };
  }

  private async formsOf(round: Round): Promise<Form[]> {
    const responses = await this.responses.find({
      where: { roundId: round.id },
      select: {
        id: true,
        revision: true,
        state: true,
        odsCode: true,
        idempotencyKey: true,
        respondent: true,
        invitationId: true,
        mode: true,
        submittedAt: true,
        isTest: true,
      },
    });
    const before = this.known.get(round.id) ?? new Map<string, Form>();
    const forms = new Map<string, Form>();
    const wanted: Response[] = [];
    for (const response of responses) {
      // Sent in the pilot and taken back: nothing of it is left, and its team has not answered this round.
      if (response.isTest === 1 && response.state === 'withdrawn') continue;
      const key = keyOf(round, response);
      const form = before.get(key);
      if (form === undefined) wanted.push(response);
      else forms.set(key, form);
    }
    for (let start = 0; start < wanted.length; start += CHUNK)
      for (const form of await this.read(round, wanted.slice(start, start + CHUNK))) forms.set(...form);
    this.known.set(round.id, forms);
    return [...forms.values()];
  }

  private async read(round: Round, responses: readonly Response[]): Promise<[string, Form][]> {
    // By number and not by age: a correction that came since the responses were read is not the one that `members`
    // names, and belongs to the next reading.
    const sent = new Map<string, ResponseRevision>();
    for (const row of await this.revisions.findBy({ responseId: In(responses.map(({ id }) => id)) }))
      sent.set(revisionOf(row.responseId, row.revision), row);
    return responses.map((response) => [
      keyOf(round, response),
      toForm(round, response, sent.get(revisionOf(response.id, response.revision))),
    ]);
  }
}

const revisionOf = (responseId: string, revision: number): string => `${responseId}:${revision}`;
/** Forms of a round that is being piloted, or was when they were sent, never count. */
const isTest = (round: Round, response: Response): boolean =>
  round.state === 'pilot' || response.isTest === 1;
const keyOf = ({ state: roundState }: Round, { id, revision, state, isTest: mark }: Response): string =>
  `${revisionOf(id, revision)}:${state}:${roundState === 'pilot'}:${mark}`;

/** A form never submitted has no answers as far as cleaning is concerned: its draft is nobody's business yet. */
function toForm(round: Round, response: Response, sent: ResponseRevision | undefined): Form {
  const { id: responseId, invitationId, revision, respondent, odsCode } = response;
  // A link has one form, so its retries have been met already; and its key is the sender's own choice: taken as it is,
  // two teams that both chose "1" would count as one request, and one of them would drop out of the figures.
  // A form of the pilot has let go of its link; its key is made its own, for the same link may use it again.
  const idempotencyKey =
    response.isTest === 1
      ? `test:${responseId}`
      : invitationId === null
        ? response.idempotencyKey
        : `${invitationId}:${response.idempotencyKey}`;
  // Nobody can open a form for review yet, so `under_review` is always a respondent's correction: the automatic rules
  // decide it like the submission that it replaces, or a hospital that mends a slip would drop out of the figures.
  const state = response.state === 'under_review' ? 'submitted' : response.state;
  return formFromResponse(
    {
      responseId,
      idempotencyKey,
      state,
      revision,
      respondent,
      matchedOdsCode: '',
      invitedOdsCode: odsCode,
      // Who came by an open link, or was rung, held no link that had been sent to the hospital.
      heldToken: invitationId !== null && response.mode === 'web_token',
      isTest: isTest(round, response),
      submittedAt: response.submittedAt ?? '',
    },
    sent?.answers ?? {},
  );
}
