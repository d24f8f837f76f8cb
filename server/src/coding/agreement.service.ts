import {
  type Agreement,
  agreementOf,
  type AgreementTable,
  agreementTables,
  aidedTable,
  krippendorffAlpha,
  type Undefined,
} from '@liaison-atlas/shared/coding/agreement';
import { applicableCodes, type BookCode } from '@liaison-atlas/shared/coding/codebook-content';
import type { ResultState } from '@liaison-atlas/shared/coding/coding-result';
import { codeIdsOf } from '@liaison-atlas/shared/coding/unit-coding';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { type CodedRound, CodedRoundService, type CodedUnit } from './coded-round.service.js';

/** A table with its statistics. */
export interface AgreementFigures {
  readonly table: AgreementTable;
  readonly statistics: Agreement;
}

/** Agreement of two coders on one code. */
export interface CodeAgreement extends AgreementFigures {
  readonly code: BookCode;
  /** Apart from the comments that the code was suggested for to either of them; null = it was for none. */
  readonly aided:
    | (AgreementFigures & {
        /** Comments for which it was suggested, and those of them on which a coder who was shown it gave it. */
        readonly suggested: number;
        readonly accepted: number;
      })
    | null;
}

/** Two coders over the comments that both finished. */
export interface PairAgreement {
  readonly firstId: string;
  readonly secondId: string;
  readonly comments: number;
  readonly codes: readonly CodeAgreement[];
}

/** How far a round is with one codebook, and how well its coders agree. */
export interface RoundAgreement {
  readonly version: number;
  readonly heldBack: number;
  readonly states: Readonly<Record<ResultState, number>>;
  readonly pairs: readonly PairAgreement[];
  /** Krippendorff's alpha over all coders, per code. */
  readonly alphas: readonly {
    readonly code: BookCode;
    readonly alpha: number | Undefined;
    readonly wasSuggested: boolean;
    /** Without the comments that it was suggested for. */
    readonly unaided: number | Undefined;
  }[];
}

/** Agreement between coders, made anew from what they finished: nothing of it is stored. */
@Injectable()
export class AgreementService {
  constructor(private readonly coded: CodedRoundService) {}

  /** @throws DomainError FORBIDDEN, NOT_FOUND */
  async of(actor: Actor, roundId: string, codebookId: string): Promise<RoundAgreement> {
    requireAccess(actor, 'ManageCoding', { round: roundId });
    const round = await this.coded.of(roundId, codebookId);
    const codes = applicableCodes(round.opened.current.content);
    const states = { adjudicated: 0, agreed: 0, disagreed: 0, waiting: 0 };
    for (const { result } of round.units) states[result.state] += 1;
    return {
      version: round.opened.book.version,
      heldBack: round.comments.heldBack,
      states,
      pairs: pairsOf(round, codes),
      alphas: codes.map((code) => {
        const unaided = round.units.filter(({ codings }) => !isSuggested(codings, code.id));
        return {
          code,
          alpha: alphaOf(round.units, code.id),
          wasSuggested: unaided.length < round.units.length,
          unaided: alphaOf(unaided, code.id),
        };
      }),
    };
  }
}

function pairsOf({ tasks, units }: CodedRound, codes: readonly BookCode[]): PairAgreement[] {
  const coders = [...new Set(tasks.map(({ personId }) => personId))];
  const ids = codes.map(({ id }) => id);
  return coders.flatMap((firstId, at) =>
    coders.slice(at + 1).flatMap((secondId) => {
      const shared = units.flatMap(({ codings }) => {
        const [first, second] = [firstId, secondId].map((coder) =>
          codings.find(({ coderId, state }) => coderId === coder && state === 'final'),
        );
        return first === undefined || second === undefined
          ? []
          : [
              {
                first: codeIdsOf(first.codes),
                second: codeIdsOf(second.codes),
                suggestedToFirst: first.suggested,
                suggestedToSecond: second.suggested,
              },
            ];
      });
      if (shared.length === 0) return [];
      const tables = agreementTables(ids, shared);
      const agreed = codes.map((code) => {
        const table = tables.get(code.id)!;
        const aided = aidedTable(code.id, shared);
        const apart =
          aided === null ? null : { ...aided, table: aided.unaided, statistics: agreementOf(aided.unaided) };
        return { code, table, statistics: agreementOf(table), aided: apart };
      });
      return [{ firstId, secondId, comments: shared.length, codes: agreed }];
    }),
  );
}

const isSuggested = (codings: CodedUnit['codings'], codeId: string): boolean =>
  codings.some(({ state, suggested }) => state === 'final' && suggested.includes(codeId));

const alphaOf = (units: readonly CodedUnit[], codeId: string): number | Undefined =>
  krippendorffAlpha(
    units.map(({ codings }) => {
      const final = codings.filter(({ state }) => state === 'final');
      return {
        coders: final.length,
        applied: final.filter(({ codes }) => codes.some((each) => each.codeId === codeId)).length,
      };
    }),
  );
