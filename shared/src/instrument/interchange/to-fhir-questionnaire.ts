import { canonicalJson } from '../../kernel/canonical-json.js';
import {
  type Instrument,
  type InstrumentPage,
  type LocalText,
  type Option,
  type Question,
  questionsOf,
} from '../instrument.js';
import { absenceLinkId, enabling, isDecimal, linkIdOf, optionSystem, rowLinkId } from './fhir-enable-when.js';
import {
  type FhirCoding,
  type FhirElement,
  type FhirExtension,
  type FhirItem,
  type FhirQuestionnaire,
  INSTRUMENTS,
  ITEM_CONTROLS,
  ourExtension,
  STANDARD,
  VARIABLES,
} from './fhir-r4.js';
import type { Asked } from './to-relevant.js';

/** Everything that the items of one questionnaire share. */
interface Writing {
  readonly key: string;
  readonly tag: string | undefined;
  readonly asked: Asked;
}

/** FHIR knows three states; ours stands beside in an extension. A pilot is marked as experimental. */
const STATUS = { draft: 'draft', piloted: 'active', published: 'active', retired: 'retired' } as const;

/**
 * The instrument as a FHIR R4 Questionnaire. Pages are groups; a scale is an integer with a slider and display items at
 * its ends; "I don't know" is a coded option, for numbers and scales in an item beside. What FHIR has no element for
 * stands in extensions under our own URN, so that `fromFhirQuestionnaire` gives the same instrument again.
 */
export function toFhirQuestionnaire(instrument: Instrument): FhirQuestionnaire {
  const { key, version, title, status, changeNote, secondLanguage: tag } = instrument;
  const asked: Asked = new Map(questionsOf(instrument).map((question) => [question.variable, question]));
  const writing: Writing = { key, tag, asked };
  const name = texts('title', title, tag);
  return {
    resourceType: 'Questionnaire',
    extension: [
      code('status', status),
      ...(tag === undefined ? [] : [code('second-language', tag)]),
      ...(instrument.comparability ? [text('comparability', canonicalJson(instrument.comparability))] : []),
    ],
    url: `${INSTRUMENTS}:${key}`,
    identifier: [{ system: INSTRUMENTS, value: key }],
    ...(version === '' ? {} : { version }),
    title: name.title ?? '',
    ...(name._title ? { _title: name._title } : {}),
    status: STATUS[status],
    experimental: status === 'piloted',
    subjectType: ['Location'],
    ...(changeNote === '' ? {} : { description: changeNote }),
    item: [
      ...informationItems(instrument),
      ...instrument.pages.map((page, at) => pageItem(page, at, writing)),
    ],
  };
}

const code = (name: string, valueCode: string): FhirExtension => ({ url: ourExtension(name), valueCode });
const text = (name: string, valueString: string): FhirExtension => ({ url: ourExtension(name), valueString });

/** A text with its translation, under the element's name and under the name with `_` that FHIR puts extensions in. */
function texts<Name extends string>(
  name: Name,
  value: LocalText,
  tag: string | undefined,
): Partial<Record<Name, string> & Record<`_${Name}`, FhirElement>> {
  const translation: FhirExtension | undefined =
    tag === undefined || value.second === undefined
      ? undefined
      : {
          url: STANDARD.translation,
          extension: [
            { url: 'lang', valueCode: tag },
            { url: 'content', valueString: value.second },
          ],
        };
  return {
    ...(value.en === '' ? {} : { [name]: value.en }),
    ...(translation ? { [`_${name}`]: { extension: [translation] } } : {}),
  } as Partial<Record<Name, string> & Record<`_${Name}`, FhirElement>>;
}

const display = (
  linkId: string,
  value: LocalText,
  { tag }: Pick<Writing, 'tag'>,
  ...extension: readonly FhirExtension[]
): FhirItem => ({
  linkId,
  type: 'display',
  ...texts('text', value, tag),
  ...(extension.length === 0 ? {} : { extension }),
});

const itemControl = (control: string): FhirExtension => ({
  url: STANDARD.itemControl,
  valueCodeableConcept: { coding: [{ system: ITEM_CONTROLS, code: control }] },
});

function informationItems({ information, secondLanguage: tag }: Instrument): readonly FhirItem[] {
  return information.map(({ heading, paragraphs }, at): FhirItem => {
    const linkId = `atlas.information.${at + 1}`;
    return {
      linkId,
      // A group without items is not allowed.
      type: paragraphs.length === 0 ? 'display' : 'group',
      extension: [code('part', 'information')],
      ...texts('text', heading, tag),
      ...(paragraphs.length === 0
        ? {}
        : { item: paragraphs.map((line, position) => display(`${linkId}.${position + 1}`, line, { tag })) }),
    };
  });
}

const pageItem = (
  { id, title, optional, questions }: InstrumentPage,
  at: number,
  writing: Writing,
): FhirItem => ({
  linkId: `atlas.page.${at + 1}`,
  type: 'group',
  ...texts('text', title, writing.tag),
  extension: [
    code('part', 'page'),
    text('page-id', id),
    ...(optional ? [{ url: ourExtension('page-optional'), valueBoolean: true }] : []),
  ],
  item: questions.flatMap((question) => questionItems(question, writing)),
});

function questionItems(question: Question, writing: Writing): readonly FhirItem[] {
  const { variable, type, options = [], required, help, warning, relevance } = question;
  const linkId = linkIdOf(question);
  const when = relevance ? enabling(relevance, writing.asked, writing.key) : {};
  const own: readonly FhirExtension[] = [
    code('required', required),
    code('privacy', question.privacy),
    code('publication', question.publication),
    text('source', question.source),
    // FHIR's conditions have fewer words than ours; this is the exact one, checked against them on import.
    ...(relevance ? [text('relevance', canonicalJson(relevance))] : []),
    ...(question.spssName === undefined ? [] : [text('spss-name', question.spssName)]),
    ...(question.fhirLinkId === undefined
      ? []
      : [{ url: ourExtension('link-id-chosen'), valueBoolean: true }]),
    ...(when.extension ?? []),
  ];
  const { extension: control = [], item: parts = [], ...element } = controlOf(question, writing);
  const isChoice = type === 'choice' || type === 'multi_choice' || type === 'matrix';
  const beside = !isChoice && options.length > 0;
  const nested = [
    ...(help ? [display(`${linkId}.help`, help, writing, itemControl('help'))] : []),
    ...(warning ? [display(`${linkId}.warning`, warning, writing, code('part', 'warning'))] : []),
    ...parts,
  ];
  const item: FhirItem = {
    linkId,
    ...element,
    code: [{ system: VARIABLES, code: variable }],
    ...texts('text', question.text, writing.tag),
    extension: [...own, ...control],
    ...(when.enableWhen ? { enableWhen: when.enableWhen } : {}),
    ...(when.enableBehavior ? { enableBehavior: when.enableBehavior } : {}),
    // An absence beside is an answer; FHIR cannot demand one of two.
    ...(required === 'hard' && !beside && type !== 'matrix' ? { required: true } : {}),
    ...(nested.length === 0 ? {} : { item: nested }),
  };
  if (!beside) return [item];
  return [
    item,
    {
      linkId: absenceLinkId(linkId),
      type: 'choice',
      ...texts('text', question.text, writing.tag),
      extension: [code('part', 'absence'), ...(when.extension ?? [])],
      ...(when.enableWhen ? { enableWhen: when.enableWhen } : {}),
      ...(when.enableBehavior ? { enableBehavior: when.enableBehavior } : {}),
      answerOption: answerOptions(question, writing),
    },
  ];
}

/** Type, options, limits and what the control shows. */
function controlOf(
  question: Question,
  writing: Writing,
): Pick<FhirItem, 'type' | 'answerOption' | 'repeats' | 'maxLength' | 'extension' | 'item'> {
  const { type, scale, number, rows = [], maxLength } = question;
  const linkId = linkIdOf(question);
  switch (type) {
    case 'choice':
      return { type: 'choice', answerOption: answerOptions(question, writing) };
    case 'multi_choice':
      return { type: 'choice', repeats: true, answerOption: answerOptions(question, writing) };
    case 'matrix':
      return {
        type: 'group',
        extension: [itemControl('table')],
        item: rows.map((row) => ({
          linkId: rowLinkId(linkId, row.code),
          type: 'choice' as const,
          code: [{ system: VARIABLES, code: `${question.variable}_${row.code}` }],
          ...texts('text', row.label, writing.tag),
          ...(question.required === 'hard' ? { required: true } : {}),
          answerOption: answerOptions(question, writing),
        })),
      };
    case 'scale':
      return {
        type: 'integer',
        extension: [
          itemControl('slider'),
          { url: STANDARD.sliderStep, valueInteger: scale?.step },
          { url: STANDARD.min, valueInteger: scale?.min },
          { url: STANDARD.max, valueInteger: scale?.max },
        ],
        item: scale && [
          display(`${linkId}.lower`, scale.minLabel, writing, itemControl('lower')),
          display(`${linkId}.upper`, scale.maxLabel, writing, itemControl('upper')),
        ],
      };
    case 'number': {
      const decimal = isDecimal(question);
      const bound = (url: string, value: number | undefined): readonly FhirExtension[] =>
        value === undefined ? [] : [decimal ? { url, valueDecimal: value } : { url, valueInteger: value }];
      return {
        type: decimal ? 'decimal' : 'integer',
        extension: [
          ...bound(STANDARD.min, number?.min),
          ...bound(STANDARD.max, number?.max),
          ...(number?.step === undefined ? [] : [{ url: ourExtension('step'), valueDecimal: number.step }]),
          ...(number?.unit
            ? [{ url: STANDARD.unit, valueCoding: texts('display', number.unit, writing.tag) }]
            : []),
        ],
      };
    }
    case 'date':
      return { type: 'date' };
    case 'short_text':
      return { type: 'string', maxLength };
    case 'long_text':
      return { type: 'text', maxLength };
    case 'hospital':
      return {
        type: 'reference',
        extension: [
          { url: STANDARD.referenceResource, valueCode: 'Location' },
          ...(maxLength === undefined ? [] : [{ url: ourExtension('max-length'), valueInteger: maxLength }]),
        ],
      };
  }
}

const answerOptions = (
  { variable, type, options = [] }: Question,
  { key, tag }: Writing,
): NonNullable<FhirItem['answerOption']> =>
  options.map((option) => ({
    ...(type === 'multi_choice' && option.kind !== 'substantive'
      ? { extension: [{ url: STANDARD.optionExclusive, valueBoolean: true }] }
      : {}),
    valueCoding: codingOf(option, optionSystem(key, variable), tag),
  }));

const codingOf = (
  { code: value, label, kind }: Option,
  system: string,
  tag: string | undefined,
): FhirCoding => ({
  system,
  code: value,
  ...texts('display', label, tag),
  ...(kind === 'substantive' ? {} : { extension: [code('option-kind', kind)] }),
});
