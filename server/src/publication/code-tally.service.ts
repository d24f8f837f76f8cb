import { hospitalCategory } from '@liaison-atlas/shared/analysis/hospital-category';
import { publicLadderCode } from '@liaison-atlas/shared/analysis/ladder';
import { LADDER_CODES, type LadderCode } from '@liaison-atlas/shared/analysis/ladder-code';
import { ladderWords } from '@liaison-atlas/shared/analysis/ladder-label';
import { applicableCodes, type BookCode } from '@liaison-atlas/shared/coding/codebook-content';
import { codingsTable, type TabledCoding } from '@liaison-atlas/shared/coding/codings-table';
import { tallyCodes, type TallyGroup, type TallyRow } from '@liaison-atlas/shared/coding/tally-codes';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../access/actor.js';
import { requireAccess } from '../access/require-access.js';
import { type CodedRound, CodedRoundService } from '../coding/coded-round.service.js';
import { QuotationService } from '../coding/quotation.service.js';
import type { Round } from '../fieldwork/round.entity.js';
import { FrameService } from '../frame/frame.service.js';

/** What hospitals are grouped by. */
export const TALLY_LEVELS = ['region', 'ladder'] as const;
export type TallyLevel = (typeof TALLY_LEVELS)[number];

/** A group of hospitals with its name. */
export interface NamedGroup extends TallyGroup {
  readonly name: string;
}

/** How often each code stands where, over the comments that are settled. */
export interface CodeTally {
  readonly round: Round;
  readonly version: number;
  /** Comments whose codes count: agreed on or decided. */
  readonly comments: number;
  /** Comments that are not settled and in no count. */
  readonly unsettled: number;
  readonly groups: readonly NamedGroup[];
  readonly rows: readonly (TallyRow & { readonly code: BookCode })[];
}

/** Rows of a file of one round. */
export interface RoundRows {
  readonly round: Round;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Counts of codes for the report, and the codings as files. Nothing of it is stored. */
@Injectable()
export class CodeTallyService {
  constructor(
    private readonly coded: CodedRoundService,
    private readonly quotations: QuotationService,
    private readonly frame: FrameService,
  ) {}

  /** @throws DomainError FORBIDDEN, NOT_FOUND */
  async tally(actor: Actor, roundId: string, codebookId: string, level: TallyLevel): Promise<CodeTally> {
    requireAccess(actor, 'ManageCoding', { round: roundId });
    const round = await this.coded.of(roundId, codebookId);
    const codes = applicableCodes(round.opened.current.content);
    const settled = round.units.filter(({ result }) => ['agreed', 'adjudicated'].includes(result.state));
    const groups = level === 'region' ? this.regions(round) : this.categories(round);
    const rows = tallyCodes(
      codes.map(({ id }) => id),
      settled.map(({ unit, result }) => ({ odsCode: unit.odsCode, codeIds: result.codeIds })),
      groups.list,
      (odsCode) => groups.of.get(odsCode),
    );
    return {
      round: round.comments.round,
      version: round.opened.book.version,
      comments: settled.length,
      unsettled: round.units.length - settled.length,
      groups: groups.list,
      rows: rows.map((row, at) => ({ ...row, code: codes[at]! })),
    };
  }

  /** Everything that was applied, a row each, coders without names. @throws DomainError as `tally` */
  async codingRows(actor: Actor, roundId: string, codebookId: string): Promise<RoundRows> {
    requireAccess(actor, 'ManageCoding', { round: roundId });
    const coded = await this.coded.of(roundId, codebookId);
    const words = new Map<string, string[]>();
    for (const quotation of await this.quotations.list(actor, roundId)) {
      if (quotation.state !== 'may_leave' || quotation.unit === null) continue;
      words.set(quotation.unit.id, [...(words.get(quotation.unit.id) ?? []), quotation.words]);
    }
    const { round } = coded.comments;
    const table = codingsTable(
      toTabled(coded),
      coded.opened.current.content.codes,
      (unitId) => words.get(unitId)?.join(' […] ') ?? '',
    );
    return {
      round,
      columns: ['kind', ...table.columns],
      rows: table.rows.map((row) => [kindOf(round), ...row]),
    };
  }

  /** The quotations that may leave, with the codes of their comments. @throws DomainError as `tally` */
  async quotationRows(actor: Actor, roundId: string, codebookId: string): Promise<RoundRows> {
    requireAccess(actor, 'ManageCoding', { round: roundId });
    const coded = await this.coded.of(roundId, codebookId);
    const keyOf = new Map(coded.opened.current.content.codes.map(({ id, key }) => [id, key]));
    const resultOf = new Map(coded.units.map(({ unit, result }) => [unit.id, result.codeIds]));
    const { round } = coded.comments;
    const rows = (await this.quotations.list(actor, roundId)).flatMap(({ unit, state, words }) => {
      if (state !== 'may_leave' || unit === null) return [];
      const codes = (resultOf.get(unit.id) ?? []).map((id) => keyOf.get(id) ?? '').join(' ');
      return [[kindOf(round), unit.variable, codes, words]];
    });
    return { round, columns: ['kind', 'question', 'codes', 'words'], rows };
  }

  private regions({ comments }: CodedRound): Groups {
    const hospitals = this.frame.listHospitals(comments.round.frameId);
    const names = new Map(hospitals.map(({ regionCode, region }) => [regionCode, region]));
    return groupsOf(
      hospitals.map(({ odsCode, regionCode }) => [odsCode, regionCode]),
      [...names].sort((a, b) => (a[1] < b[1] ? -1 : 1)),
    );
  }

  /** By what may be said in public: a category that would tell a score is told only where the score may be. */
  private categories({ comments }: CodedRound): Groups {
    const { dataset } = comments;
    const codes = dataset.hospitals
      .filter(({ forms }) => forms > 0)
      .map((record): [string, LadderCode] => [
        record.odsCode,
        publicLadderCode(hospitalCategory(record, dataset.roundKind).code, record.consent.nameScore, false),
      ]);
    const used = new Set(codes.map(([, code]) => code));
    return groupsOf(
      codes,
      LADDER_CODES.filter((code) => used.has(code)).map((code) => [code, ladderWords(code)]),
    );
  }
}

interface Groups {
  readonly list: readonly NamedGroup[];
  readonly of: ReadonlyMap<string, string>;
}

function groupsOf(
  members: readonly (readonly [odsCode: string, group: string])[],
  names: readonly (readonly [id: string, name: string])[],
): Groups {
  const list = names.map(([id, name]) => ({
    id,
    name,
    hospitals: members.filter(([, group]) => group === id).length,
  }));
  return { list, of: new Map(members) };
}

function toTabled({ units, tasks }: CodedRound): TabledCoding[] {
  const coders = [...new Set(tasks.map(({ personId }) => personId))];
  return units.flatMap(({ unit, codings, decision }) => {
    const about = { unitId: unit.id, variable: unit.variable };
    const said = codings.map(({ coderId, state, codes, suggested }) => ({
      ...about,
      by: `coder ${coders.indexOf(coderId) + 1}`,
      state: state as string,
      codes,
      suggested,
      isDecision: false,
    }));
    if (decision === null) return said;
    const { codes } = decision;
    return [...said, { ...about, by: 'decision', state: 'final', codes, suggested: [], isDecision: true }];
  });
}

/** Stands in every row, so that rows of invented answers stay marked when they are copied elsewhere. */
const kindOf = ({ kind }: Round): string => (kind === 'synthetic' ? 'SYNTHETIC' : kind);
