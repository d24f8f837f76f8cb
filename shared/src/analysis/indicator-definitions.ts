import type { IndicatorId, IntervalMethod } from './indicator-result.js';

/**
 * How an indicator is protected (methods C4, domain D5). `organisations`: counts of hospitals, which describe no person
 * and need no suppression. `opinions`: judgements of clinicians, split only over three answering hospitals or more.
 * `people`: counts of patients or staff, small ones hidden and the others rounded.
 */
export const DISCLOSURE_CLASSES = ['organisations', 'opinions', 'people'] as const;
export type DisclosureClass = (typeof DISCLOSURE_CLASSES)[number];

/** Everything a reader needs to challenge an indicator: what is counted, over what, and how silence is treated. */
export interface IndicatorDefinition<Id extends string = IndicatorId> {
  readonly id: Id;
  /** Raised when the figure would come out differently for the same answers. */
  readonly version: string;
  /** Key of the item on every hospital record. */
  readonly item: string;
  /** Code of the option that is counted as the "yes" of the indicator; every other substantive option is its "no". */
  readonly counts: string;
  /** Heading on screen. */
  readonly title: string;
  /** The wording as it was asked; of the built-in two that of 2017-18, quoted from the report (`000:128-137`). */
  readonly question: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly missingRule: string;
  readonly intervalRule: string;
  readonly intervalMethods: readonly IntervalMethod[];
  readonly disclosureClass: DisclosureClass;
  /** Sections of `docs/methods.md`. */
  readonly methodsSections: readonly string[];
  /** What limits the figure, to be shown beside it. */
  readonly caveats: readonly string[];
  /** Words for the four parts of the bar, in the order in which they are drawn. */
  readonly words: {
    readonly yes: string;
    readonly no: string;
    readonly dontKnow: string;
    readonly notKnown: string;
  };
}

/** What holds for every indicator over the hospitals of a frame. */
export const COMMON_RULES = {
  version: '1.0',
  denominator:
    'All hospitals of the frame of the round, whether they answered or not: the declared number where the source ' +
    'states one without a list, else the listed hospitals.',
  missingRule:
    '"I don\'t know" is counted as an answer of its own. No reply, a skipped question, a question that was not ' +
    'asked and opposite answers from one hospital are counted as not known. None of them is ever counted as "no".',
  intervalRule:
    '95 % interval of the share among respondents, if silent hospitals were like those that answered: Wilson with ' +
    'finite-population correction; exact hypergeometric limits when more than 80 % answered or two or fewer gave ' +
    'or did not give the answer; none needed (census) when all answered.',
  intervalMethods: ['wilson-fpc', 'hypergeometric', 'census'],
  disclosureClass: 'organisations',
  methodsSections: ['C1', 'C3', 'C4', 'D6'],
} as const;

const LOCAL_SERVICES =
  'One IAPT service can serve several hospitals and one hospital several services; hospitals are counted.';

/** The definitions of all indicators, by id. */
export const INDICATOR_DEFINITIONS: Readonly<Record<IndicatorId, IndicatorDefinition>> = {
  'iapt-treats-mus-ltc': {
    ...COMMON_RULES,
    counts: 'yes',
    id: 'iapt-treats-mus-ltc',
    item: 'iapt_treats_mus_ltc',
    title: 'IAPT treats patients with MUS/LTC',
    question:
      'Does your local psychological therapies service (IAPT) undertake assessment and treatment of patients with MUS/LTCs?',
    numerator: 'Hospitals whose liaison team reports that the local IAPT service treats MUS, LTC or both.',
    caveats: [
      'In 2017-18 MUS and LTC were one question: a yes can mean LTC only. Later rounds ask them apart and derive ' +
        'the joint answer; only the joint answer may be compared, with care for the changed wording.',
      LOCAL_SERVICES,
      'The 2018 invitation went to lists of liaison psychiatry teams, so hospitals that have one are over-represented.',
    ],
    words: {
      yes: 'IAPT treats MUS/LTC',
      no: 'IAPT does not treat MUS/LTC',
      dontKnow: 'Respondent did not know',
      notKnown: 'Not known: no usable answer',
    },
  },
  'iapt-in-reach': {
    ...COMMON_RULES,
    counts: 'yes',
    id: 'iapt-in-reach',
    item: 'iapt_inreach',
    title: 'IAPT in-reach into the hospital for MUS/LTC',
    question:
      'Does your local psychological therapies service (IAPT) provide an in-reach service into your hospital for patients with MUS/LTCs?',
    numerator: 'Hospitals whose liaison team reports that IAPT comes into the hospital for MUS, LTC or both.',
    caveats: [
      'In-reach that is reported absent is not by itself a shortage of care: another integrated service may be on site.',
      'One of the three in-reach services of 2017-18 accepted LTC but not MUS.',
      LOCAL_SERVICES,
      'The 2018 invitation went to lists of liaison psychiatry teams, so hospitals that have one are over-represented.',
    ],
    words: {
      yes: 'IAPT in-reach reported',
      no: 'No IAPT in-reach reported',
      dontKnow: 'Respondent did not know',
      notKnown: 'Not known: no usable answer',
    },
  },
};
