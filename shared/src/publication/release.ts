import type { IndicatorResult } from '../analysis/indicator-result.js';
import type { LadderCode } from '../analysis/ladder-code.js';
import type { OtherProvision } from '../analysis/other-provision.js';
import type { CodeReliability } from '../coding/count-themes.js';
import type { RoundKind } from '../fieldwork/round.js';
import type { ReleasedReply } from './right-of-reply.js';
import type { ReleasedSignOffs } from './sign-off.js';

export const RELEASE_KINDS = ['imported', 'interim', 'final', 'erratum'] as const;
export type ReleaseKind = (typeof RELEASE_KINDS)[number];

export type { OtherProvision };

/** Where the forms went; null = not published by the source. */
export interface PublishedForms {
  readonly received: number;
  readonly accepted: number | null;
  readonly merged: number | null;
  readonly excluded: number | null;
  readonly withdrawn: number | null;
  readonly pending: number | null;
  readonly partial: number | null;
  readonly analysed: number;
}

/** One hospital of the frame as the release shows it: after consent and disclosure rules, nothing else leaves. */
export interface PublishedHospital {
  readonly odsCode: string;
  /** Starts with "DEMO " in a synthetic round. */
  readonly name: string;
  readonly trust: string;
  readonly trustCode: string;
  readonly regionCode: string;
  readonly region: string;
  readonly icb: string;
  readonly icbCode: string;
  readonly ccgCode: string;
  readonly siteCategory: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly category: LadderCode;
  readonly label: string;
  readonly otherProvision: OtherProvision;
  /** True only where methods C2 allows the word. */
  readonly isGap: boolean;
  /** Published score, or null: not asked, not given, or no consent (`category` tells which). */
  readonly score: number | null;
  /** Sentence of markers such as Hull's 2018 exemplar; '' where there is none. */
  readonly marker: string;
}

/** A statement of the source that is not a figure, with the seed line it rests on. */
export interface SourcedNote {
  readonly id: string;
  readonly text: string;
  readonly source: string;
}

export interface Theme {
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  /** Comments with the theme. null = the source gives no count, or `few`. */
  readonly count: number | null;
  readonly source: string;
  /** Only of a collected round: the comments that the count is out of. */
  readonly of?: number;
  /** Only of a collected round: fewer than three comments, or comments of fewer than three hospitals. */
  readonly few?: boolean;
  /** Only beside a count of a collected round; null = no two codings can be compared. */
  readonly agreement?: CodeReliability | null;
  /** Only where too few comments came or went to give new figures: the release that these are from. */
  readonly repeats?: number;
}

/** What the themes of a collected round rest on. */
export interface ReleasedCoding {
  readonly codebookId: string;
  readonly codebook: string;
  readonly version: number;
  /** Comments of forms that count, settled by all their coders or by a person between them. */
  readonly coded: number;
  /** The others: not finished, disagreed on, or held back because they look as if they named somebody. */
  readonly notCoded: number;
}

export interface PublishedScore {
  readonly odsCode: string;
  readonly name: string;
  readonly score: number;
}

export interface ScoreSummary {
  readonly n: number;
  /** From n ≥ 5, or where every value is already published (methods C3). */
  readonly median: number | null;
  /** From n ≥ 10, or where every value is already published. */
  readonly min: number | null;
  readonly max: number | null;
  /** To the whole number, from n ≥ 10; absent where it is not given, and in releases from before there was one. */
  readonly mean?: number;
  readonly values: readonly PublishedScore[];
}

export interface PublishedFrame {
  readonly id: string;
  readonly title: string;
  /** The size the source states without a list (179 for 2017-18); null where only the list counts. */
  readonly declaredSize: number | null;
  readonly listedSize: number;
  readonly source: string;
  readonly asOf: string;
  readonly hash: string;
}

/** An immutable release of one round. Every public figure, row, map mark and page is made from this and the frame. */
export interface ReleaseDocument {
  readonly schema: 'liaison-atlas/release/1';
  readonly round: {
    readonly id: string;
    readonly title: string;
    readonly kind: RoundKind;
    readonly fieldwork: string;
  };
  readonly number: number;
  readonly kind: ReleaseKind;
  readonly publishedAt: string;
  /** The moment (ISO) or period that the answers describe. */
  readonly asAt: string;
  readonly instrument: { readonly key: string; readonly version: string; readonly contentHash: string };
  readonly codeVersion: string;
  readonly frame: PublishedFrame;
  readonly forms: PublishedForms;
  readonly responseRate: { readonly answered: number; readonly frame: number; readonly rate: number };
  readonly indicators: readonly IndicatorResult[];
  readonly scores: ScoreSummary;
  readonly hospitals: readonly PublishedHospital[];
  /** False where the source gives no figures by area (published-facts rounds). */
  readonly areaFigures: boolean;
  readonly themes: readonly Theme[];
  /** Only of a collected round whose comments were coded. */
  readonly coding?: ReleasedCoding;
  readonly notes: readonly SourcedNote[];
  /** Only an erratum: the release that it replaces. Errata from before this was kept do not say. */
  readonly replaces?: { readonly number: number; readonly sha256: string };
  /** Absent in releases that stand on no freeze, and in those from before there was a right of reply. */
  readonly rightOfReply?: ReleasedReply;
  /** As `rightOfReply`. */
  readonly signOffs?: ReleasedSignOffs;
}
