import { checkOf, CHECK_IDS, PLAUSIBILITY_CHECKS } from '@liaison-atlas/shared/cleaning/plausibility-checks';
import { EXCLUSION_REASONS } from '@liaison-atlas/shared/cleaning/analysis-dataset';
import {
  COMMENT_VARIABLES,
  commentOf,
  commentStandings,
} from '@liaison-atlas/shared/cleaning/comment-standing';
import { isFinal, type SettledDecision } from '@liaison-atlas/shared/cleaning/settle-decisions';
import { type CleaningTask, TASK_KINDS } from '@liaison-atlas/shared/cleaning/queue';
import { describeAnswer } from '@liaison-atlas/shared/fieldwork/describe-answer';
import { referenceNumber } from '@liaison-atlas/shared/fieldwork/reference-number';
import type { Form } from '@liaison-atlas/shared/fieldwork/response';
import type { ProposedMatch } from '@liaison-atlas/shared/frame/propose-match';
import { type Instrument, questionsOf } from '@liaison-atlas/shared/instrument/instrument';

import type { CleaningPicture } from './cleaning-picture.service.js';
import type {
  CleaningDecisionModel,
  CleaningFormModel,
  CleaningModel,
  CleaningTaskModel,
} from './cleaning.model.js';

/** What words are made with. */
export interface Words {
  readonly instrument: Instrument;
  readonly hospitals: readonly { readonly odsCode: string; readonly name: string }[];
  readonly hospitalName: (odsCode: string) => string;
  readonly nameOf: (personId: string) => string;
}

export function toCleaningModel({ round, settings, row, living }: CleaningPicture): CleaningModel {
  const { excludedByReason, ...forms } = living.ledger;
  return {
    roundId: round.id,
    title: round.title,
    roundKind: round.kind,
    mode: settings.mode,
    secondReader: settings.secondReader,
    checks: PLAUSIBILITY_CHECKS.map(({ id, title, meaning, unit }) => ({
      id,
      title,
      meaning,
      unit,
      ...settings.checks[id],
    })),
    forms,
    excludedByReason: EXCLUSION_REASONS.flatMap((reason) => {
      const count = excludedByReason[reason] ?? 0;
      return count === 0 ? [] : [{ reason, count }];
    }),
    tasks: TASK_KINDS.flatMap((kind) => {
      const count = living.tasks.count(kind);
      return count === 0 ? [] : [{ kind, count }];
    }),
    decisions: row.decisions,
    frozenAs: row.frozenAs,
  };
}

export function toTaskModel(
  task: CleaningTask,
  { living }: CleaningPicture,
  words: Words,
): CleaningTaskModel {
  const responseIds = task.kind === 'site_objection' ? living.countedFormsOf(task.odsCode) : task.responseIds;
  return {
    ...task,
    responseIds,
    marks: responseIds.map((id) => living.groupOfForm(id)?.markOf(id) ?? ''),
    hospital: words.hospitalName(task.odsCode),
    about: aboutWords(task.variable, words.instrument),
    answer: task.kind === 'site_answer' ? (living.query(task.aboutId)?.answer ?? '') : '',
    objection: task.kind === 'site_objection' ? (living.objection(task.aboutId)?.words ?? '') : '',
  };
}

/** A question or a check in words; what is neither (a derived item) keeps its key. */
export function aboutWords(variable: string, instrument: Instrument): string {
  if (variable === '') return '';
  if ((CHECK_IDS as readonly string[]).includes(variable)) return checkOf(variable).title;
  const question = questionsOf(instrument).find((each) => each.variable === variable);
  return question?.text.en ?? DERIVED[variable] ?? variable;
}

const DERIVED: Readonly<Record<string, string>> = {
  iapt_treats_mus_ltc: 'IAPT treats MUS or LTC (MUS and LTC together)',
  iapt_inreach: 'IAPT in-reach for MUS or LTC (MUS and LTC together)',
  integration: 'Integration score',
};

export function toDecisionModel(
  decision: SettledDecision,
  { living, row }: CleaningPicture,
  words: Words,
): CleaningDecisionModel {
  const { basis: _basis, by, ...own } = decision;
  const second = living.groupOfDecision(decision.id)?.secondReaders.get(decision.id);
  const holds = decision.state === 'in_force' || decision.state === 'proposed';
  return {
    ...own,
    hospital: words.hospitalName(decision.odsCode),
    by: words.nameOf(by),
    secondReader: second === undefined ? '' : words.nameOf(second),
    canBeTakenBack: holds && row.frozenAs === 0 && !isFinal(decision.kind) && decision.kind !== 'query',
  };
}

export function toFormModel(
  form: Form,
  picture: CleaningPicture,
  words: Words,
  proposals: readonly ProposedMatch[],
): CleaningFormModel {
  const { responseId, odsCode } = form;
  const group = picture.living.groupOfForm(responseId);
  const standing = group?.cleaned.standings.get(responseId);
  const decisions = group?.index.decisionsOn(responseId) ?? [];
  const questions = questionsOf(words.instrument);
  const isComment = (variable: string): boolean =>
    (COMMENT_VARIABLES as readonly string[]).includes(variable);
  return {
    id: responseId,
    reference: referenceNumber(responseId),
    revision: form.revision,
    mark: group?.markOf(responseId) ?? '',
    odsCode,
    hospital: words.hospitalName(odsCode),
    siteTextRaw: form.siteTextRaw,
    perspective: form.perspective,
    submittedAt: form.submittedAt,
    outcome: standing?.outcome ?? 'pending',
    rule: standing?.rule ?? '',
    reason: standing?.reason ?? '',
    note: standing?.note ?? '',
    leads: group?.index.setOf(responseId)?.lead.responseId === responseId,
    answers: questions
      .filter(({ variable }) => !isComment(variable))
      .map((question) => ({
        variable: question.variable,
        question: question.text.en,
        text: describeAnswer(question, form.answers[question.variable], words.hospitals),
      })),
    comments: commentStandings(form, decisions).map(({ variable, state, text, parts }) => ({
      variable,
      question: aboutWords(variable, words.instrument),
      state,
      original: commentOf(form, variable),
      shown: text,
      parts,
    })),
    proposals,
    decisions: decisions.map((decision) => toDecisionModel(decision, picture, words)),
  };
}
