import { INDICATOR_DEFINITIONS } from '../../analysis/indicator-definitions.js';
import { proportionInterval } from '../../analysis/interval.js';
import type { IndicatorResult } from '../../analysis/indicator-result.js';
import { wilson } from '../../analysis/wilson.js';
import { PUBLISHED_2018 } from '../published-2018.js';
import type { ReleaseDocument } from '../release.js';
import { figures2018 } from './figures-2018.js';
import type { ReportFigure } from './report-figure.js';

type Rest = Partial<Pick<ReportFigure, 'denominator' | 'interval' | 'bounds' | 'instead'>>;

/** Makes a figure with nothing beside it unless it is given. */
export const reportFigure = (
  group: string,
  id: string,
  words: string,
  format: ReportFigure['format'],
  value: number | null,
  source: string,
  rest: Rest = {},
): ReportFigure => ({
  id,
  group,
  words,
  format,
  value,
  denominator: null,
  interval: null,
  bounds: null,
  source,
  ...rest,
});

/**
 * Every number that a report on a release can refer to, in the order in which a list offers them. All come from the
 * release document; of the published report of 2018 also what it says beside its release, each with its line.
 */
export function figureCatalogue(release: ReleaseDocument): readonly ReportFigure[] {
  return [
    ...ofForms(release),
    ...release.indicators.flatMap(ofIndicator),
    ...ofScores(release),
    ...ofThemes(release),
    ...(release.round.id === PUBLISHED_2018.roundId ? figures2018() : []),
  ];
}

/** The catalogue by id. */
export const byFigureId = (figures: readonly ReportFigure[]): ReadonlyMap<string, ReportFigure> =>
  new Map(figures.map((figure) => [figure.id, figure]));

function ofForms({ round, forms, frame, responseRate }: ReleaseDocument): readonly ReportFigure[] {
  const group = 'Forms and hospitals';
  const count = (id: string, words: string, value: number | null, rest: Rest = {}): ReportFigure =>
    reportFigure(group, id, words, 'count', value, 'release: forms and frame', rest);
  const { answered, rate } = responseRate;
  return [
    count('forms.received', 'Forms received', forms.received),
    count('forms.accepted', 'Forms accepted; a hospital can have more than one', forms.accepted, {
      denominator: forms.received,
    }),
    count('forms.merged', 'Forms merged with another of the same hospital', forms.merged, {
      denominator: forms.received,
    }),
    count('forms.excluded', 'Forms left out', forms.excluded, { denominator: forms.received }),
    count('forms.withdrawn', 'Forms withdrawn', forms.withdrawn),
    count('forms.pending', 'Forms not decided', forms.pending),
    count('forms.partial', 'Forms begun and not sent', forms.partial),
    // Of a published report forms are counted; elsewhere hospitals, which are never put over forms (methods D4).
    round.kind === 'published_facts'
      ? count('forms.analysed', 'Forms analysed', forms.analysed, { denominator: forms.received })
      : count('forms.analysed', 'Hospitals analysed', forms.analysed),
    count('frame.size', 'Hospitals that shares are of', responseRate.frame),
    count('frame.declared', 'Hospitals that the source declares', frame.declaredSize),
    count('frame.listed', 'Hospitals in the list', frame.listedSize),
    count('response.answered', 'Hospitals that answered', answered, { denominator: responseRate.frame }),
    reportFigure(group, 'response.rate', 'Response rate', 'share', rate, 'release: forms and frame', {
      denominator: responseRate.frame,
    }),
  ];
}

function ofIndicator(result: IndicatorResult): readonly ReportFigure[] {
  const { id, yes, no, dontKnow, notKnown, frame } = result;
  const { title, words } = INDICATOR_DEFINITIONS[id];
  const answered = yes + no + dontKnow;
  const known = yes + no;
  const source = `release: indicator ${id}`;
  const count = (field: string, what: string, value: number, denominator: number): ReportFigure =>
    reportFigure(title, `${id}.${field}`, what, 'count', value, source, { denominator });
  const share = (field: string, what: string, x: number, n: number, rest: Rest): ReportFigure =>
    reportFigure(title, `${id}.${field}`, what, 'share', n === 0 ? null : x / n, source, {
      denominator: n === 0 ? null : n,
      ...rest,
    });
  /** The interval of a share among respondents, and between which shares of the frame the truth lies. */
  const among = (x: number, others: number): Rest => ({
    interval: answered === 0 ? null : proportionInterval({ x, n: answered, frame }),
    bounds: { lower: x / frame, upper: (frame - others) / frame },
  });
  return [
    count('yes', words.yes, yes, answered),
    count('no', words.no, no, answered),
    count('dontKnow', words.dontKnow, dontKnow, answered),
    count('notKnown', words.notKnown, notKnown, frame),
    count('answered', 'Answered', answered, frame),
    count('known', 'Answered yes or no', known, answered),
    share('yesShare', `${words.yes}: share of respondents`, yes, answered, among(yes, no)),
    share('noShare', `${words.no}: share of respondents`, no, answered, among(no, yes)),
    share('dontKnowShare', `${words.dontKnow}: share of respondents`, dontKnow, answered, {
      interval: answered === 0 ? null : proportionInterval({ x: dontKnow, n: answered, frame }),
    }),
    share('yesAmongKnown', `${words.yes}: share of those who knew`, yes, known, {
      interval: known === 0 ? null : wilson({ x: yes, n: known }),
    }),
    share('noAmongKnown', `${words.no}: share of those who knew`, no, known, {
      interval: known === 0 ? null : wilson({ x: no, n: known }),
    }),
    share('lower', `${words.yes}: lower coverage bound`, yes, frame, {}),
    share('upper', `${words.yes}: upper coverage bound`, frame - no, frame, {}),
  ];
}

function ofThemes({ themes, coding }: ReleaseDocument): readonly ReportFigure[] {
  const group = 'Themes';
  const rests = 'release: coding of the comments';
  const one = (id: string, words: string, value: number | null, source: string, rest: Rest = {}) =>
    reportFigure(group, id, words, 'count', value, source, rest);
  return [
    ...(coding === undefined
      ? []
      : [
          one('coding.coded', 'Comments coded', coding.coded, rests),
          one('coding.notCoded', 'Comments not coded', coding.notCoded, rests),
        ]),
    ...themes.flatMap(({ code, name, count, source, of, few, agreement, repeats }) => {
      const from = repeats === undefined ? source : `${source}; as in release ${repeats}`;
      const rest = { ...(of !== undefined && { denominator: of }), ...(few && { instead: FEW }) };
      const about = `theme ${code}: ${name}`;
      const counted = one(`theme.${code}`, `Comments with ${about}`, count, from, rest);
      if (agreement === undefined || agreement === null) return [counted];
      const { statistic, value, observed, comments } = agreement;
      const named = statistic === 'kappa' ? "Cohen's kappa" : "Krippendorff's alpha";
      return [
        counted,
        one(`theme.${code}.agreement`, `${named} of ${about}`, value, from, { instead: 'not defined' }),
        reportFigure(group, `theme.${code}.observed`, `Agreed codings of ${about}`, 'share', observed, from, {
          denominator: comments,
        }),
      ];
    }),
  ];
}

/** Stands for a count that is not told. */
const FEW = 'fewer than 3';

function ofScores({ scores }: ReleaseDocument): readonly ReportFigure[] {
  const group = 'Integration scores';
  const one = (id: string, words: string, value: number | null): ReportFigure =>
    reportFigure(group, id, words, 'count', value, 'release: scores');
  return [
    one('scores.n', 'Hospitals that rated integration', scores.n),
    one('scores.median', 'Median score, 0 to 100', scores.median),
    one('scores.min', 'Lowest score', scores.min),
    one('scores.max', 'Highest score', scores.max),
    one('scores.mean', 'Mean score, to the whole number', scores.mean ?? null),
    ...scores.values.map(({ odsCode, name, score }) =>
      reportFigure(group, `score.${odsCode}`, `Score of ${name}`, 'count', score, 'release: scores', {
        denominator: 100,
      }),
    ),
  ];
}
