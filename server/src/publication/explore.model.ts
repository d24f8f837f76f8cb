import { ASSOCIATION_METHODS, type Association } from '@liaison-atlas/shared/analysis/association';
import { BENCHMARKS, type Benchmark } from '@liaison-atlas/shared/analysis/benchmark';
import type { Breakdown, Figure, Trace } from '@liaison-atlas/shared/analysis/figures';
import {
  DISCLOSURE_CLASSES,
  type DisclosureClass,
} from '@liaison-atlas/shared/analysis/indicator-definitions';
import type { Interval } from '@liaison-atlas/shared/analysis/indicator-result';
import type { AnyIndicator } from '@liaison-atlas/shared/analysis/instrument-indicators';
import type { ReleaseStamp } from '@liaison-atlas/shared/publication/release-stamp';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../graphql/enum-of.js';
import { BreakdownEnum } from './breakdown.model.js';
import { AnalysisChecksModel, PairedPictureModel } from './explore-checks.model.js';
import { IntervalModel, KnownIntervalModel } from './release.model.js';
import { ReleaseStampModel, RoundModel } from './round.model.js';

const BenchmarkEnum = enumOf(BENCHMARKS);
registerEnumType(BenchmarkEnum, {
  name: 'Benchmark',
  description: 'Against England; apart only where the bounds have no point in common.',
});
const DisclosureClassEnum = enumOf(DISCLOSURE_CLASSES);
registerEnumType(DisclosureClassEnum, { name: 'DisclosureClass', description: 'How figures are protected.' });
const AssociationMethodEnum = enumOf(['fisher', 'chi_square', 'monte_carlo'] as const);
registerEnumType(AssociationMethodEnum, {
  name: 'AssociationMethod',
  description: 'Test of groups against answers; monte_carlo where fewer than five are expected in a cell.',
});

@ObjectType('IndicatorChoice', { description: 'An indicator that a round can answer.' })
export class IndicatorChoiceModel {
  @Field(() => ID) id: string;
  @Field() title: string;
}

@ObjectType('IndicatorDefinition', { description: 'All that is needed to challenge an indicator.' })
export class IndicatorDefinitionModel implements Pick<
  AnyIndicator,
  'id' | 'version' | 'title' | 'question' | 'numerator' | 'denominator' | 'missingRule' | 'intervalRule'
> {
  @Field(() => ID) id: string;
  @Field({ description: 'Raised when the figure would come out differently for the same answers.' })
  version: string;
  @Field() title: string;
  @Field() question: string;
  @Field() numerator: string;
  @Field() denominator: string;
  @Field() missingRule: string;
  @Field() intervalRule: string;
  @Field(() => DisclosureClassEnum) disclosureClass: DisclosureClass;
  @Field(() => [String]) methodsSections: readonly string[];
  @Field(() => [String]) caveats: readonly string[];
}

@ObjectType('FigureTrace', { description: 'The hospitals that a number rests on, by ODS code.' })
export class FigureTraceModel implements Trace {
  @Field(() => [ID], { description: 'Those counted as yes.' }) numerator: readonly string[];
  @Field(() => Int, { description: 'Hospitals of the numerator that may not be named.' })
  numeratorUnnamed: number;
  @Field(() => [ID]) no: readonly string[];
  @Field(() => Int) noUnnamed: number;
  @Field(() => [ID]) dontKnow: readonly string[];
  @Field(() => Int) dontKnowUnnamed: number;
  @Field(() => [ID]) denominator: readonly string[];
  @Field(() => Int, { description: 'Hospitals of a frame that is larger than its list.' })
  denominatorUnnamed: number;
}

@ObjectType('Figure', { description: 'One row of a table of figures; proportions 0 to 1, null = not given.' })
export class FigureModel implements Figure {
  @Field(() => ID) code: string;
  @Field() name: string;
  @Field(() => Int, { nullable: true, description: 'null = hidden.' }) yes: number | null;
  @Field(() => Int, { nullable: true, description: 'null = hidden.' }) no: number | null;
  @Field(() => Int, { nullable: true, description: 'null = hidden, or part of notKnown.' })
  dontKnow: number | null;
  @Field(() => Int, { nullable: true, description: 'null = hidden.' }) notKnown: number | null;
  @Field(() => Int) frame: number;
  @Field({ description: 'Too few hospitals for shares.' }) countsOnly: boolean;
  @Field({ description: 'The split is hidden under the disclosure rules.' }) hidden: boolean;
  @Field(() => Float, { nullable: true }) lower: number | null;
  @Field(() => Float, { nullable: true }) upper: number | null;
  @Field(() => Float, { nullable: true }) amongRespondents: number | null;
  @Field(() => Float, { nullable: true }) amongThoseWhoKnow: number | null;
  @Field(() => IntervalModel, { nullable: true }) interval: Interval | null;
  @Field(() => KnownIntervalModel, { nullable: true }) knownInterval: KnownIntervalModel | null;
  @Field(() => BenchmarkEnum, { nullable: true, description: 'null = England itself, or no bounds.' })
  benchmark: Benchmark | null;
  @Field(() => FigureTraceModel) trace: Trace;
}

@ObjectType('FigureBasis', { description: 'What a table of figures was made from.' })
export class FigureBasisModel {
  @Field({ description: 'True = the unreleased state of the round, for the survey team only.' })
  live: boolean;
  @Field({ description: 'Moment or period that the answers describe.' }) asAt: string;
  @Field(() => ReleaseStampModel, { nullable: true, description: 'null = live.' })
  release: ReleaseStamp | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Freeze that it stands on; null = answers as they stood.',
  })
  freeze: number | null;
  @Field({ description: "SHA-256 over the forms and revisions counted; '' = released, see the release." })
  answersHash: string;
  @Field({ description: 'Version of the code that made the figures.' }) codeVersion: string;
  @Field() instrumentVersion: string;
  @Field({ description: "How the answers were asked for, where versions differ; '' = nothing to say." })
  howAsked: string;
  @Field() frameTitle: string;
  @Field() frameHash: string;
}

@ObjectType('Association', { description: 'Whether answers differ between groups by more than chance.' })
export class AssociationModel implements Omit<Association, 'method'> {
  @Field(() => AssociationMethodEnum) method: 'fisher' | 'chi_square' | 'monte_carlo';
  @Field(() => Float) p: number;
  @Field(() => Float, { description: 'Strength, 0 to 1.' }) cramersV: number;
  @Field(() => Int) n: number;
}

@ObjectType('TracedHospital', { description: 'A hospital of the frame, by the name it is shown with.' })
export class TracedHospitalModel {
  @Field(() => ID) odsCode: string;
  @Field() name: string;
  @Field(() => Float) latitude: number;
  @Field(() => Float) longitude: number;
}

@ObjectType('ExploredFigures', {
  description: 'Figures of one indicator by one breakdown, with their traces.',
})
export class ExploredFiguresModel {
  @Field(() => RoundModel) round: RoundModel;
  @Field(() => FigureBasisModel) basis: FigureBasisModel;
  @Field(() => IndicatorDefinitionModel) indicator: IndicatorDefinitionModel;
  @Field(() => [IndicatorChoiceModel]) indicators: IndicatorChoiceModel[];
  @Field(() => BreakdownEnum) by: Breakdown;
  @Field(() => [BreakdownEnum], { description: 'The breakdowns that this indicator and basis have.' })
  breakdowns: readonly Breakdown[];
  @Field(() => [FigureModel], { description: 'England first, then the groups by name.' })
  figures: readonly Figure[];
  @Field(() => [TracedHospitalModel]) hospitals: TracedHospitalModel[];
  @Field(() => [String]) notes: readonly string[];
  @Field(() => AssociationModel, { nullable: true, description: 'null = nothing to test.' })
  byGroup: AssociationModel | null;
  @Field(() => AnalysisChecksModel, { nullable: true, description: 'null = released figures.' })
  checks: AnalysisChecksModel | null;
  @Field(() => PairedPictureModel, { nullable: true, description: 'null = one perspective only.' })
  paired: PairedPictureModel | null;
}

/** Enum names of GraphQL have no hyphen. */
export const toAssociationModel = (test: Association | null): AssociationModel | null =>
  test === null ? null : { ...test, method: METHODS[test.method] };

const METHODS: Readonly<Record<(typeof ASSOCIATION_METHODS)[number], AssociationModel['method']>> = {
  fisher: 'fisher',
  'chi-square': 'chi_square',
  'monte-carlo': 'monte_carlo',
};
