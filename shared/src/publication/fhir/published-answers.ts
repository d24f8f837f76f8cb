import type { LadderCode } from '../../analysis/ladder-code.js';
import { DERIVED_ITEMS } from '../../cleaning/derive-mus-ltc.js';
import { type AnswerableQuestion, type Instrument, questionsOf } from '../../instrument/instrument.js';
import { answeredLinkId, optionSystem } from '../../instrument/interchange/fhir-enable-when.js';
import { type FhirExtension, INSTRUMENTS, ourExtension } from '../../instrument/interchange/fhir-r4.js';
import { toFhirQuestionnaire } from '../../instrument/interchange/to-fhir-questionnaire.js';
import { publicPosition } from '../public-position.js';
import type { PublishedHospital } from '../release.js';
import { CATEGORIES, type FhirReference } from './fhir-resource.js';

/** One answered item of a QuestionnaireResponse; a page is an item that holds those of its questions. */
export interface ResponseItem {
  readonly linkId: string;
  readonly text?: string;
  readonly answer?: readonly Readonly<Record<string, unknown>>[];
  readonly item?: readonly ResponseItem[];
}

/** What a QuestionnaireResponse holds beside the head that every resource has. */
export interface PublishedAnswers {
  readonly extension: readonly FhirExtension[];
  readonly questionnaire: string;
  readonly status: 'completed';
  readonly subject: FhirReference;
  readonly authored?: string;
  readonly item: readonly ResponseItem[];
}

/**
 * The answers that a release gives away of one hospital, under the questions that were asked; null = none.
 *
 * Only what follows from the public code is there: a "yes" that was asked in two parts (MUS, LTC) stands under neither,
 * since which part it was is not published; a "no" stands under both, because it means both (methods C1). No person,
 * no role, no free text, no "I don't know".
 * @param placeId id of the hospital's Location
 */
export function publishedAnswers(
  hospital: PublishedHospital,
  placeId: string,
  instrument: Instrument,
  asAt: string,
): PublishedAnswers | null {
  const given = new Map<string, Readonly<Record<string, unknown>>>();
  for (const question of questionsOf(instrument)) {
    const answer = answerTo(question, hospital, instrument.key);
    if (answer !== null) given.set(answeredLinkId(question), answer);
  }
  const item = answered(toFhirQuestionnaire(instrument).item, given);
  if (item.length === 0) return null;
  return {
    extension: [
      {
        url: ourExtension('category'),
        valueCoding: { system: CATEGORIES, code: hospital.category, display: hospital.label },
      },
    ],
    questionnaire: `${INSTRUMENTS}:${instrument.key}|${instrument.version}`,
    status: 'completed',
    subject: { reference: `Location/${placeId}`, display: hospital.name },
    ...(/^\d{4}-\d{2}-\d{2}T/.test(asAt) ? { authored: asAt } : {}),
    item,
  };
}

/** The question's answer as FHIR writes it; null = nothing of it is public. */
function answerTo(
  question: AnswerableQuestion,
  hospital: PublishedHospital,
  key: string,
): Readonly<Record<string, unknown>> | null {
  const { variable, type, options = [] } = question;
  if (variable === 'integration' && type === 'scale')
    return hospital.score === null ? null : { valueInteger: hospital.score };
  const code = type === 'choice' ? positionOn(variable, hospital.category) : null;
  const option = code === null ? undefined : options.find((candidate) => candidate.code === code);
  return option === undefined
    ? null
    : {
        valueCoding: { system: optionSystem(key, variable), code: option.code, display: option.label.en },
      };
}

/** What the public code says on a variable: the joint question, or one of its parts. */
function positionOn(variable: string, category: LadderCode): 'yes' | 'no' | null {
  for (const [item, indicator] of ITEMS) {
    const said = publicPosition(category, indicator);
    if (variable === item && said !== 'not_said') return said;
    if ((DERIVED_ITEMS[item] as readonly string[]).includes(variable) && said === 'no') return said;
  }
  return null;
}

const ITEMS = [
  ['iapt_treats_mus_ltc', 'iapt-treats-mus-ltc'],
  ['iapt_inreach', 'iapt-in-reach'],
] as const;

/** The items of the questionnaire that have an answer, nested as they are there. */
function answered(
  items: ReturnType<typeof toFhirQuestionnaire>['item'] | undefined,
  given: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): readonly ResponseItem[] {
  return (items ?? []).flatMap(({ linkId, text, item }): readonly ResponseItem[] => {
    const answer = given.get(linkId);
    const below = answered(item, given);
    if (answer === undefined && below.length === 0) return [];
    return [
      {
        linkId,
        ...(text === undefined ? {} : { text }),
        ...(answer === undefined ? {} : { answer: [answer] }),
        ...(below.length === 0 ? {} : { item: below }),
      },
    ];
  });
}
