import { agreementOf, agreementTables, krippendorffAlpha } from './agreement.js';
import { applicableCodes, type CodebookContent } from './codebook-content.js';
import type { CodingResult } from './coding-result.js';
import { codeIdsOf, type UnitCoding } from './unit-coding.js';

/** How well the coders of a round agree on one code. Two decimals: a count behind it should not be read off. */
export interface CodeReliability {
  /** Cohen's kappa of two coders, Krippendorff's alpha of more. */
  readonly statistic: 'kappa' | 'alpha';
  /** null = not defined, as where all say the same throughout. */
  readonly value: number | null;
  /** Share of the pairs of codings of one comment that agree, 0 to 1. */
  readonly observed: number;
  /** Comments that at least two coders finished, and for which the code was suggested to none of them. */
  readonly comments: number;
}

/** One code over the comments of a round. */
export interface CountedTheme {
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  readonly comments: number;
  /** Hospitals that these comments are from. */
  readonly hospitals: number;
  /** null = no comment can be compared. */
  readonly agreement: CodeReliability | null;
}

/** What the coding of a round comes to. */
export interface CountedThemes {
  /** Comments whose codes count: agreed on by all their coders, or decided. */
  readonly coded: number;
  readonly notCoded: number;
  /** Most comments that one hospital has. */
  readonly mostOfOne: number;
  /** In the order of the codebook; headings and codes that were merged away are none. */
  readonly themes: readonly CountedTheme[];
}

/** A comment with what was said of it. */
export interface ThemeUnit {
  readonly unit: { readonly odsCode: string };
  readonly codings: readonly UnitCoding[];
  readonly result: CodingResult;
}

/** Counts every code of a book over comments. What is not settled is in no count. */
export function countThemes(content: CodebookContent, units: readonly ThemeUnit[]): CountedThemes {
  const settled = units.filter(({ result }) => isSettled(result));
  const ofHospital = new Map<string, number>();
  for (const { unit } of units) ofHospital.set(unit.odsCode, (ofHospital.get(unit.odsCode) ?? 0) + 1);
  const themes = applicableCodes(content).map(({ id, key, name, definition }) => {
    const having = settled.filter(({ result }) => result.codeIds.includes(id));
    return {
      code: key,
      name,
      definition,
      comments: having.length,
      hospitals: new Set(having.map(({ unit }) => unit.odsCode)).size,
      agreement: reliabilityOf(id, units),
    };
  });
  return {
    coded: settled.length,
    notCoded: units.length - settled.length,
    mostOfOne: Math.max(0, ...ofHospital.values()),
    themes,
  };
}

const isSettled = ({ state }: CodingResult): boolean => state === 'agreed' || state === 'adjudicated';

/**
 * Whether the coding of a round can be told of: nobody who has comments to code is still at it, and a comment is
 * settled. Comments that came later, and those that coders disagree on, are counted as not coded.
 */
export const isCodingFinished = (
  tasks: readonly { readonly finishedAt: string | null; readonly removedAt: string | null }[],
  { coded }: Pick<CountedThemes, 'coded'>,
): boolean =>
  coded > 0 && tasks.every(({ finishedAt, removedAt }) => finishedAt !== null || removedAt !== null);

function reliabilityOf(codeId: string, units: readonly ThemeUnit[]): CodeReliability | null {
  const compared = units.flatMap(({ codings }) => {
    const final = codings.filter(({ state }) => state === 'final');
    return final.length < 2 || final.some(({ suggested }) => suggested.includes(codeId)) ? [] : [final];
  });
  if (compared.length === 0) return null;
  const coders = [...new Set(compared.flatMap((final) => final.map(({ coderId }) => coderId)))];
  const votes = compared.map((final) => ({
    coders: final.length,
    applied: final.filter(({ codes }) => codes.some((each) => each.codeId === codeId)).length,
  }));
  const pairs = sum(votes.map((vote) => pairsOf(vote.coders)));
  const agreeing = sum(votes.map((vote) => pairsOf(vote.applied) + pairsOf(vote.coders - vote.applied)));
  const said = (final: readonly UnitCoding[], coder: string | undefined): readonly string[] =>
    codeIdsOf(final.find(({ coderId }) => coderId === coder)?.codes ?? []);
  const value =
    coders.length === 2
      ? agreementOf(
          agreementTables(
            [codeId],
            compared.map((final) => ({ first: said(final, coders[0]), second: said(final, coders[1]) })),
          ).get(codeId)!,
        ).kappa
      : krippendorffAlpha(votes);
  return {
    statistic: coders.length === 2 ? 'kappa' : 'alpha',
    value: value === 'undefined' ? null : hundredths(value),
    observed: hundredths(agreeing / pairs),
    comments: compared.length,
  };
}

const pairsOf = (count: number): number => (count * (count - 1)) / 2;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
const hundredths = (value: number): number => Math.round(value * 100) / 100;
