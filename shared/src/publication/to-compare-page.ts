import { INDICATOR_DEFINITIONS } from '../analysis/indicator-definitions.js';
import type { IndicatorResult } from '../analysis/indicator-result.js';
import type { AnsweringView } from '../fieldwork/answering-view.js';
import type { CompareModel, LastRelease } from '../fieldwork/respond-page.js';
import { answeredFor, type RespondContext, shellOf } from '../fieldwork/to-respond-page.js';
import { findComparability } from '../instrument/comparability.js';
import type { Comparability, Instrument } from '../instrument/instrument.js';
import { HOSPITAL_VARIABLE } from '../instrument/keys.js';
import type { ReleaseDocument } from './release.js';

/** The hospitals of one region in the open round; counts only. */
export interface RegionReplies {
  readonly region: string;
  readonly answered: number;
  readonly hospitals: number;
}

type Compared = Pick<ReleaseDocument, 'round' | 'instrument' | 'hospitals' | 'indicators'>;

/**
 * How the hospital of a sent form stood in the last release, or undefined when nothing has been sent. Of the open round
 * only how many have answered, so that early answers do not steer later ones.
 *
 * Figures of another version of the questionnaire are shown with the verdict on the change, those without a verdict or
 * with "not comparable" are left out. An other questionnaire is compared with nothing: `why` says so.
 * @param release null = nothing has been released yet
 * @param replies null = the hospital lies in no region of the round
 */
export function toComparePage(
  view: AnsweringView,
  context: RespondContext,
  release: Compared | null,
  replies: RegionReplies | null,
): CompareModel | undefined {
  if (view.receipt === null) return undefined;
  const sent = view.sent ?? view.draft;
  const compared = release === null ? { why: NOTHING_RELEASED } : compare(view.instrument, release, sent);
  return {
    ...shellOf(view, context),
    kind: 'compare',
    hospitalName: answeredFor(view, context, sent),
    ...compared,
    replies: replies === null ? '' : repliesInWords(replies),
  };
}

function compare(
  instrument: Instrument,
  release: Compared,
  sent: AnsweringView['draft'],
): Pick<CompareModel, 'last' | 'why'> {
  const { title } = release.round;
  if (release.instrument.key !== instrument.key)
    return {
      why: `${title}, the last round with released figures, asked other questions. It cannot be compared.`,
    };
  const figures = release.indicators.flatMap((indicator) => figureOf(instrument, release, indicator));
  const last: LastRelease = {
    roundTitle: title,
    href: `/rounds/${encodeURIComponent(release.round.id)}`,
    own: ownStanding(release, sent),
    figures,
  };
  const left = release.indicators.length - figures.length;
  return { last, why: left === 0 ? '' : LEFT_OUT };
}

function figureOf(
  instrument: Instrument,
  { instrument: then }: Compared,
  indicator: IndicatorResult,
): LastRelease['figures'] {
  const { item, title } = INDICATOR_DEFINITIONS[indicator.id];
  const note = then.version === instrument.version ? '' : changeOf(instrument, item, then.version);
  return note === undefined ? [] : [{ title, words: inWords(indicator), note }];
}

/** What a change of wording means for a figure; undefined = it may not be compared. */
function changeOf(instrument: Instrument, item: string, from: string): string | undefined {
  const own = instrument.comparability?.find(
    ({ variable, fromVersion }) => variable === item && fromVersion === from,
  );
  const verdict: Comparability | undefined = own ?? findComparability(item, from, instrument.version);
  if (verdict?.verdict === 'same') return '';
  return verdict?.verdict === 'minor_wording' ? `The wording has changed since. ${verdict.note}` : undefined;
}

function ownStanding({ hospitals }: Compared, sent: AnsweringView['draft']): string {
  const answer = sent[HOSPITAL_VARIABLE];
  const code = answer !== undefined && 'given' in answer ? answer.given : '';
  const hospital = hospitals.find(({ odsCode }) => odsCode === code);
  return hospital?.label ?? 'Your hospital was not on the list of that round.';
}

/** `42% of those who answered said yes; over all hospitals of England between 17% and 75%, …` */
function inWords({ amongRespondents, lower, upper, frame, notKnown }: IndicatorResult): string {
  const among =
    amongRespondents === null
      ? 'Nobody had answered.'
      : `Yes: ${percent(amongRespondents)} of those who answered.`;
  return `${among} Over all ${frame} hospitals of England it was between ${percent(lower)} and ${percent(upper)}, because ${notKnown} were not known.`;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const repliesInWords = ({ region, answered, hospitals }: RegionReplies): string =>
  `${answered} of ${hospitals} hospitals in ${region} have answered so far.`;

const NOTHING_RELEASED = 'No earlier round has released figures yet, so there is nothing to compare with.';
const LEFT_OUT = 'Questions that were asked differently then are left out: their figures cannot be compared.';
