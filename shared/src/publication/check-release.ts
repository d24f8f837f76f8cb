import { INDICATOR_IDS, type IndicatorResult } from '../analysis/indicator-result.js';
import { LEAST_FOR_MEDIAN, LEAST_FOR_RANGE, LEAST_WITHHELD } from '../analysis/scores.js';
import type { Problem } from '../kernel/problem.js';
import { checkPublishedHospital } from './check-published-hospital.js';
import type { ReleaseDocument } from './release.js';
import { LEAST_THEME } from './release-themes.js';

/**
 * Looks a release over before it is stored; nothing with a problem may become public. Empty = sound.
 *
 * A problem here is a fault of the software or of the imported source, not of a respondent; its `field` names the
 * place in the document (`indicators[0].notKnown`).
 * @param frameCodes ODS codes of the listed frame; each must stand in the release exactly once
 */
export function checkRelease(release: ReleaseDocument, frameCodes: readonly string[]): readonly Problem[] {
  return [
    ...checkHead(release),
    ...checkFrame(release, frameCodes),
    ...checkForms(release),
    ...INDICATOR_IDS.flatMap((id) => checkIndicator(release, id)),
    ...checkScores(release),
    ...checkThemes(release),
    ...release.hospitals.flatMap((hospital) => checkPublishedHospital(release.round.kind, hospital)),
    ...checkNamedAgainstTotals(release),
  ];
}

const fault = (code: string, field: string, message: string): Problem => ({
  code,
  field,
  message,
  mend: 'Do not store this release. Mend what made it, and compose it again.',
});

const when = (bad: boolean, code: string, field: string, message: string): readonly Problem[] =>
  bad ? [fault(code, field, message)] : [];

/** The size that every share is of: the declared one where the source states one, else the list (domain "Frame"). */
const denominator = ({ frame }: ReleaseDocument): number => frame.declaredSize ?? frame.listedSize;

function checkHead(release: ReleaseDocument): readonly Problem[] {
  const imported = release.round.kind === 'published_facts';
  return [
    ...when(
      !(Number.isInteger(release.number) && release.number >= 1),
      'RELEASE_NUMBER',
      'number',
      'Releases count from 1.',
    ),
    ...when(
      !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/.test(release.publishedAt),
      'RELEASE_TIME',
      'publishedAt',
      'The time of publication is not ISO 8601 in UTC.',
    ),
    ...when(
      release.asAt === '',
      'RELEASE_AS_AT',
      'asAt',
      'The release does not say which time its answers describe.',
    ),
    ...when(
      imported && release.areaFigures,
      'AREA_FIGURES_NOT_PUBLISHED',
      'areaFigures',
      'The source of a published-facts round gives no figures by area.',
    ),
    ...when(
      !imported && release.kind === 'imported',
      'RELEASE_KIND',
      'kind',
      'Only a published-facts round has imported releases.',
    ),
  ];
}

function checkFrame(release: ReleaseDocument, frameCodes: readonly string[]): readonly Problem[] {
  const codes = release.hospitals.map(({ odsCode }) => odsCode);
  const once = new Set(codes);
  const missing = frameCodes.filter((code) => !once.has(code));
  const frame = new Set(frameCodes);
  const strange = codes.filter((code) => !frame.has(code));
  return [
    ...when(
      once.size !== codes.length,
      'HOSPITAL_TWICE',
      'hospitals',
      'A hospital stands in the release twice.',
    ),
    ...when(
      missing.length > 0,
      'HOSPITAL_MISSING',
      'hospitals',
      `Hospitals of the frame are missing: ${missing.join(', ')}.`,
    ),
    ...when(
      strange.length > 0,
      'HOSPITAL_OUTSIDE_FRAME',
      'hospitals',
      `Hospitals outside the frame: ${strange.join(', ')}.`,
    ),
    ...when(
      release.frame.listedSize !== release.hospitals.length,
      'FRAME_SIZE',
      'frame.listedSize',
      `The frame lists ${release.frame.listedSize} hospitals, the release ${release.hospitals.length}.`,
    ),
  ];
}

function checkForms({ forms, responseRate, ...release }: ReleaseDocument): readonly Problem[] {
  const known = [forms.accepted, forms.merged, forms.excluded, forms.withdrawn, forms.pending];
  const stated = known.filter((count): count is number => count !== null);
  const sum = stated.reduce((total, count) => total + count, 0);
  const complete = stated.length === known.length;
  const counts = [forms.received, forms.analysed, forms.partial ?? 0, ...stated];
  const frame = release.frame.declaredSize ?? release.frame.listedSize;
  return [
    ...when(
      counts.some((count) => !isCount(count)),
      'LEDGER_COUNT',
      'forms',
      'A count of forms is not a whole number from 0.',
    ),
    ...when(
      complete ? sum !== forms.received : sum > forms.received,
      'LEDGER_SUM',
      'forms',
      `${forms.received} forms were received, and ${sum} are accounted for.`,
    ),
    ...when(
      responseRate.answered !== forms.analysed || responseRate.frame !== frame,
      'RESPONSE_RATE_BASE',
      'responseRate',
      'The response rate does not count the analysed hospitals of the frame.',
    ),
    ...when(
      responseRate.answered > responseRate.frame ||
        !same(responseRate.rate, responseRate.answered / responseRate.frame),
      'RESPONSE_RATE',
      'responseRate.rate',
      'The response rate is not answered / frame.',
    ),
  ];
}

function checkIndicator(release: ReleaseDocument, id: IndicatorResult['id']): readonly Problem[] {
  const found = release.indicators.filter((indicator) => indicator.id === id);
  const [indicator] = found;
  const field = `indicators.${id}`;
  if (indicator === undefined || found.length > 1) {
    return [fault('INDICATOR_ONCE', field, `The indicator stands in the release ${found.length} times.`)];
  }
  const { yes, no, dontKnow, notKnown, frame, lower, upper, amongRespondents, interval } = indicator;
  const answers = yes + no + dontKnow;
  const share = answers === 0 ? null : yes / answers;
  return [
    ...when(
      ![yes, no, dontKnow, notKnown].every(isCount),
      'TALLY_COUNT',
      field,
      'A count of hospitals is not a whole number from 0.',
    ),
    ...when(
      answers + notKnown !== frame,
      'TALLY_SUM',
      field,
      `${answers + notKnown} hospitals are counted in a frame of ${frame}.`,
    ),
    ...when(
      frame !== denominator(release),
      'TALLY_FRAME',
      `${field}.frame`,
      `The frame is ${denominator(release)}, not ${frame}.`,
    ),
    ...when(
      answers > release.responseRate.answered,
      'TALLY_OVER_ANSWERED',
      field,
      'More hospitals are counted on this question than answered at all.',
    ),
    ...when(
      !same(lower, yes / frame) || !same(upper, 1 - no / frame),
      'BOUNDS',
      field,
      'The bounds are not yes / frame and 1 − no / frame.',
    ),
    ...when(
      share === null
        ? amongRespondents !== null
        : amongRespondents === null || !same(amongRespondents, share),
      'SHARE_AMONG_RESPONDENTS',
      `${field}.amongRespondents`,
      'The share among respondents is not yes / (yes + no + don’t know).',
    ),
    ...when(
      (interval === null) !== (share === null) ||
        (interval !== null &&
          share !== null &&
          !(interval.low <= share + 1e-9 && share <= interval.high + 1e-9)),
      'INTERVAL',
      `${field}.interval`,
      'The interval does not hold the share it belongs to.',
    ),
  ];
}

function checkScores({ scores, hospitals }: ReleaseDocument): readonly Problem[] {
  const text = (list: readonly { odsCode: string; name: string; score: number | null }[]): string =>
    list
      .map(({ odsCode, name, score }) => `${odsCode} ${name} ${score}`)
      .toSorted()
      .join('\n');
  const withheld = scores.n - scores.values.length;
  const given = (value: number | null, least: number): boolean =>
    value !== null && withheld > 0 && (scores.n < least || withheld < LEAST_WITHHELD);
  return [
    ...when(
      text(scores.values) !== text(hospitals.filter(({ score }) => score !== null)),
      'SCORES_DIFFER',
      'scores.values',
      'The list of scores and the scores beside the hospitals differ.',
    ),
    ...when(
      scores.values.length > scores.n,
      'SCORES_COUNT',
      'scores.n',
      'More scores are published than were given.',
    ),
    ...when(
      given(scores.median, LEAST_FOR_MEDIAN) ||
        given(scores.min ?? scores.max, LEAST_FOR_RANGE) ||
        (scores.mean !== undefined && scores.n < LEAST_FOR_RANGE),
      'SCORES_DISCLOSIVE',
      'scores',
      'Median, minimum, maximum or mean of so few scores would give single ones away.',
    ),
  ];
}

/** Themes of a published report have no counts; those of a collected round rest on a coding and tell no small ones. */
function checkThemes({ round, themes, coding }: ReleaseDocument): readonly Problem[] {
  const counted = themes.filter(({ of }) => of !== undefined);
  const isSound = ({ count, of = 0, few }: (typeof themes)[number]): boolean =>
    count === null ? few === true : isCount(count) && count >= LEAST_THEME && count <= of;
  return [
    ...when(
      round.kind === 'published_facts' ? counted.length > 0 : counted.length < themes.length,
      'THEMES_UNCOUNTED',
      'themes',
      'Themes of a collected round have counts, and those of a published report none.',
    ),
    ...when(
      (coding !== undefined) !== counted.length > 0,
      'THEMES_CODING',
      'coding',
      'Counts of themes and the coding behind them stand in a release together.',
    ),
    ...when(
      !counted.every(isSound),
      'THEMES_DISCLOSIVE',
      'themes',
      'A theme counts fewer than three comments, or more than were coded.',
    ),
  ];
}

/** What is said of named hospitals is part of the totals, so it can never exceed them. */
function checkNamedAgainstTotals({ hospitals, indicators }: ReleaseDocument): readonly Problem[] {
  const named = (...codes: readonly string[]): number =>
    hospitals.filter(({ category }) => codes.includes(category)).length;
  const treats = indicators.find(({ id }) => id === 'iapt-treats-mus-ltc');
  const inReach = indicators.find(({ id }) => id === 'iapt-in-reach');
  if (treats === undefined || inReach === undefined) return [];
  const over = (count: number, total: number, field: string): readonly Problem[] =>
    when(
      count > total,
      'NAMED_OVER_TOTAL',
      field,
      `${count} hospitals are named for this, and ${total} are counted.`,
    );
  return [
    ...over(named('G2', 'G3', 'G4', 'GU', 'GP'), inReach.yes, 'indicators.iapt-in-reach.yes'),
    ...over(named('G1', 'G01'), inReach.no, 'indicators.iapt-in-reach.no'),
    ...over(named('G1', 'G1U'), treats.yes, 'indicators.iapt-treats-mus-ltc.yes'),
    ...over(named('G0'), treats.no, 'indicators.iapt-treats-mus-ltc.no'),
  ];
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;
const same = (a: number, b: number): boolean => Math.abs(a - b) < 1e-12;
