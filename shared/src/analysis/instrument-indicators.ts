import { type ClosedItem, closedItems, substantiveOptions } from '../cleaning/closed-items.js';
import { type Instrument, type Option, type Question, questionsOf } from '../instrument/instrument.js';
import {
  COMMON_RULES,
  type DisclosureClass,
  INDICATOR_DEFINITIONS,
  type IndicatorDefinition,
} from './indicator-definitions.js';
import { INDICATOR_IDS } from './indicator-result.js';

/** An indicator of any questionnaire. */
export type AnyIndicator = IndicatorDefinition<string>;

/**
 * Every indicator of a questionnaire, as data: the built-in ones that it can answer, then one for each closed question
 * and, where a question has more answers than yes and no, one for each of them. Nothing has to be written for a new
 * questionnaire. What is personal or never published has none.
 *
 * Ids: the built-in words (`iapt-in-reach`); the variable (`co_located`); variable and option (`settings.ward`).
 */
export function indicatorsOf(instrument: Instrument): readonly AnyIndicator[] {
  const items = closedItems(questionsOf(instrument).filter(({ publication }) => publication !== 'never'));
  const keys = new Set(items.map(({ key }) => key));
  const builtIn = INDICATOR_IDS.map((id): AnyIndicator => INDICATOR_DEFINITIONS[id]).filter(({ item }) =>
    keys.has(item),
  );
  const covered = new Set(builtIn.map(({ item }) => item));
  return [...builtIn, ...items.filter(({ key }) => !covered.has(key)).flatMap(ofItem)];
}

function ofItem({ key, question, option }: ClosedItem): readonly AnyIndicator[] {
  if (question === null) return [];
  if (option !== null) return [define(key, key, 'yes', question, option)];
  const options = substantiveOptions(question);
  const [yes] = options.filter(({ code }) => code === 'yes');
  const isYesNo = yes !== undefined && options.length === 2 && options.some(({ code }) => code === 'no');
  if (isYesNo) return [define(key, key, 'yes', question, null)];
  return options.map((one) => define(`${key}.${one.code}`, key, one.code, question, one));
}

function define(
  id: string,
  item: string,
  counts: string,
  question: Question,
  option: Option | null,
): AnyIndicator {
  const asked = question.text.en;
  const answer = option === null ? 'yes' : option.label.en;
  return {
    ...COMMON_RULES,
    id,
    item,
    counts,
    title: option === null ? asked : `${asked} – ${answer}`,
    question: asked,
    numerator: `Hospitals of which "${answer}" is reported.`,
    disclosureClass: disclosureClassOf(question),
    caveats: [
      ...(question.relevance === undefined
        ? []
        : ['Not put to everybody: a hospital that was not asked counts as not known, never as "no".']),
      ...(question.required === 'hard' ? [] : ['An optional question, which respondents may leave empty.']),
    ],
    words: {
      yes: option === null ? 'Yes' : answer,
      no: option === null ? 'No' : 'Another answer',
      dontKnow: 'Respondent did not know',
      notKnown: 'Not known: no usable answer',
    },
  };
}

/** A question that may be published in groups only is protected like an opinion. */
export const disclosureClassOf = ({
  privacy,
  publication,
}: Pick<Question, 'privacy' | 'publication'>): DisclosureClass =>
  privacy === 'opinion' || publication === 'aggregate' ? 'opinions' : 'organisations';
