import type { Undefined } from '@liaison-atlas/shared/coding/agreement';
import { type Instrument, questionsOf } from '@liaison-atlas/shared/instrument/instrument';

import type { CodedRound, CodedUnit } from './coded-round.service.js';
import type { AgreementFigures, PairAgreement, RoundAgreement } from './agreement.service.js';
import { toCodebookModel } from './codebook.resolver.js';
import type { Desk } from './coding-desk.service.js';
import type {
  CodingAgreementModel,
  CodingDeskModel,
  CodingTaskModel,
  ComparedCommentModel,
  ComparisonModel,
  PairAgreementModel,
} from './coding.model.js';
import type { TaskProgress } from './coding-task.service.js';

/** Which of many comments are wanted. */
export interface Window {
  readonly skip: number;
  readonly take: number;
}

export function toTaskModel({ task, ...progress }: TaskProgress): CodingTaskModel {
  const { id, roundId, codebookId, kind, part, parts } = task;
  return {
    ...progress,
    id,
    roundId,
    codebookId,
    kind,
    part,
    parts,
    suggestions: task.suggestionsFrom !== null,
    finishedAt: task.finishedAt ?? '',
    removedAt: task.removedAt ?? '',
  };
}

/** A coder's desk: only their own words and codes, and no hospital. */
export function toDeskModel(
  { task, comments, opened, units }: Desk,
  { skip, take }: Window,
): CodingDeskModel {
  const firstOpen = units.findIndex(({ state }) => state !== 'final');
  return {
    taskId: task.id,
    roundId: task.roundId,
    roundKind: comments.round.kind,
    codebook: toCodebookModel(opened),
    total: units.length,
    final: units.filter(({ state }) => state === 'final').length,
    fresh: units.filter(({ state }) => state === 'new').length,
    firstOpen: firstOpen === -1 ? units.length : firstOpen,
    suggestions: task.suggestionsFrom !== null,
    finishedAt: task.finishedAt ?? '',
    comments: units.slice(skip, skip + take).map(({ unit, codes, suggested, memo, state, revision }, at) => ({
      number: skip + at + 1,
      unitId: unit.id,
      question: questionOf(comments.instrument, unit.variable),
      text: unit.text,
      textHash: unit.textHash,
      codes: [...codes],
      suggested: [...suggested],
      memo,
      state,
      revision,
    })),
  };
}

export function toComparison(
  { round, units }: { readonly round: CodedRound; readonly units: readonly CodedUnit[] },
  { onlyUndecided, codeId }: { readonly onlyUndecided: boolean; readonly codeId: string },
  { skip, take }: Window,
): ComparisonModel {
  const undecided = units.filter(({ result }) => result.state === 'disagreed');
  const shown = (onlyUndecided ? undecided : units).filter(
    (unit) => codeId === '' || hasCode(toCompared(round, unit), codeId),
  );
  return {
    codebook: toCodebookModel(round.opened),
    total: units.length,
    undecided: undecided.length,
    matching: shown.length,
    comments: shown.slice(skip, skip + take).map((unit) => toCompared(round, unit)),
  };
}

const hasCode = ({ codings, decided }: ComparedCommentModel, codeId: string): boolean =>
  [...codings.flatMap(({ codes }) => codes), ...decided].some((code) => code.codeId === codeId);

function toCompared({ comments }: CodedRound, coded: CodedUnit): ComparedCommentModel {
  const { unit, codings, decision, result } = coded;
  return {
    unitId: unit.id,
    question: questionOf(comments.instrument, unit.variable),
    text: unit.text,
    state: result.state,
    codings: codings
      .filter(({ state }) => state === 'final')
      .map(({ codes, memo }, at) => ({ by: `Coder ${at + 1}`, codes: [...codes], memo })),
    decided: [...(decision?.codes ?? [])],
    memo: decision?.memo ?? '',
    revision: decision?.revision ?? 0,
  };
}

export function toAgreementModel({ states, pairs, alphas, ...round }: RoundAgreement): CodingAgreementModel {
  const coders = [...new Set(pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]))];
  return {
    ...round,
    ...states,
    pairs: pairs.map((pair) => toPair(pair, coders)),
    alphas: alphas.map(({ code, alpha, wasSuggested, unaided }) => ({
      key: code.key,
      alpha: orNull(alpha),
      wasSuggested,
      unaided: orNull(unaided),
    })),
  };
}

const toPair = (
  { firstId, secondId, comments, codes }: PairAgreement,
  coders: readonly string[],
): PairAgreementModel => ({
  first: `Coder ${coders.indexOf(firstId) + 1}`,
  second: `Coder ${coders.indexOf(secondId) + 1}`,
  comments,
  codes: codes.map(({ code, aided, ...figures }) => ({
    codeId: code.id,
    key: code.key,
    name: code.name,
    ...toFigures(figures),
    unaided:
      aided === null ? null : { suggested: aided.suggested, accepted: aided.accepted, ...toFigures(aided) },
  })),
});

function toFigures({ table, statistics }: AgreementFigures) {
  const { n, observed, kappa, interval, pabak, ac1, prevalence } = statistics;
  return {
    n,
    ...table,
    observed: orNull(observed),
    kappa: orNull(kappa),
    low: interval === 'undefined' ? null : interval.low,
    high: interval === 'undefined' ? null : interval.high,
    pabak: orNull(pabak),
    ac1: orNull(ac1),
    prevalence: orNull(prevalence),
  };
}

const orNull = (value: number | Undefined): number | null => (value === 'undefined' ? null : value);

/** The question that a comment answers, in English; its variable where the questionnaire has none such. */
export const questionOf = (instrument: Instrument, variable: string): string =>
  questionsOf(instrument).find((question) => question.variable === variable)?.text.en ?? variable;
