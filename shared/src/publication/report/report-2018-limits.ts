import { textBlock } from './make-block.js';
import type { ReportBlock } from './report-content.js';

const QUOTED = 'quoted from the report of 2018 to show that its figures say otherwise';

/** What a reader of the figures has to know (survey E3), one item a line. */
export const LIMITATIONS_2018: readonly string[] = [
  'The same {{forms.analysed}} are called forms, respondents, hospitals and services. If a team answered for several ' +
    'hospitals, or a form came from outside the {{frame.declared}}, that share is not the coverage of hospitals.',
  'Shares are of {{frame.declared}} hospitals, of which the report prints no list; the list behind this page has ' +
    '{{frame.listed}}. Only {{published.withLiaison}} of the {{frame.declared}} have a liaison service: of those, the ' +
    'forms are {{published.rateOfLiaison | decimal}} and not {{response.rate | decimal}}.',
  'The conclusions speak of respondents mainly in English hospitals, so some forms may be from elsewhere.',
  'How the {{forms.excluded}} forms left out divide into repeated and child-only ones is not published, nor whether ' +
    'repeated ones were dropped or merged.',
  'How the questions on provision and on in-reach go together is not published.',
  'MUS and LTC were one question, so a yes can mean either.',
  'Local IAPT can mean several services for a hospital, and one service for several hospitals.',
  'The lower end of the scale was labelled "Not all integrated", probably a slip for "Not at all"; where the slider ' +
    'stood at first is not known.',
  'Integration is an opinion of one person per hospital, from the liaison side.',
  'Whether the {{published.commented}} comments include those of the hospitals with in-reach is not stated.',
  'How many people were invited is not published, so there is no participation rate; days of fieldwork are not given.',
  'Not to know is an answer: {{iapt-treats-mus-ltc.dontKnowShare}} of respondents did not know whether IAPT treats ' +
    'these patients, {{iapt-in-reach.dontKnowShare}} whether it comes in.',
  'Whatever the silent hospitals would say, between {{iapt-in-reach.lower | decimal}} and ' +
    '{{iapt-in-reach.upper | decimal}} of the frame have in-reach, and between ' +
    '{{iapt-treats-mus-ltc.lower | decimal}} and {{iapt-treats-mus-ltc.upper | decimal}} a local IAPT service for MUS/LTC.',
  'Names are those of the time: IAPT is now NHS Talking Therapies, commissioning groups have become integrated care ' +
    'boards, and trusts have merged.',
];

/** Where sentences of the report say something else than its own counts. */
export const DIFFERENCES_2018: readonly ReportBlock[] = [
  textBlock(
    'differences-coverage',
    'Coverage is "41%" in the results and "40%" in the summary and the conclusions. {{response.answered | of}} is ' +
      '{{response.rate | decimal}}.',
    [
      { text: '"41%"', reason: QUOTED },
      { text: '"40%"', reason: QUOTED },
    ],
  ),
  textBlock(
    'differences-quarter',
    'Summary and conclusions say that at least "one quarter" of community IAPT services made no such provision. The ' +
      'count is {{iapt-treats-mus-ltc.no | of}}, {{iapt-treats-mus-ltc.noShare | decimal}}, which is less; of those ' +
      'who knew it is {{iapt-treats-mus-ltc.noAmongKnown | decimal}} ({{iapt-treats-mus-ltc.no}} of ' +
      '{{iapt-treats-mus-ltc.known}}). And what was counted are respondents about hospitals, not IAPT services.',
    [{ text: '"one quarter"', reason: QUOTED }],
  ),
];
