import { INSTRUMENT_V1_0 } from '../../instrument/instruments/v1-0.js';
import { questionsOf } from '../../instrument/instrument.js';
import { PUBLISHED_2018 } from '../published-2018.js';
import type { ReportFigure } from './report-figure.js';

const GROUP = 'Further facts of the 2018 report';

/** Hospitals with a liaison service among the 179, from another survey of the same hospitals. */
const WITH_LIAISON = { value: 168, source: 'Walker and others 2018, PMC6120655' };

type Rest = Partial<Pick<ReportFigure, 'denominator'>>;

const made = (
  id: string,
  words: string,
  format: ReportFigure['format'],
  value: number,
  source: string,
  rest: Rest = {},
): ReportFigure => ({
  id: `published.${id}`,
  group: GROUP,
  words,
  format,
  value,
  denominator: null,
  interval: null,
  bounds: null,
  source,
  ...rest,
});

/** What the report of 2018 says in numbers beside what its release holds (survey E1 to E3), each with its source. */
export function figures2018(): readonly ReportFigure[] {
  const { commented, analysed, positivesGiven, improvementsGiven, inReachWithoutMus, inReachHospitals } =
    PUBLISHED_2018;
  const visited = inReachHospitals.length;
  const questions = questionsOf(INSTRUMENT_V1_0);
  const scale = questions.find(({ scale: ends }) => ends !== undefined)?.scale;
  return [
    made('weeks', 'Weeks of fieldwork', 'count', 6, PUBLISHED_2018.fieldworkSource),
    made('mailingLists', 'E-mail lists that were invited', 'count', 2, '000:121-124'),
    made('questions', 'Questions', 'count', questions.length, '000:128-151'),
    made(
      'followUps',
      'Questions asked only where there was in-reach',
      'count',
      questions.filter(({ relevance }) => relevance !== undefined).length,
      '000:137-148',
    ),
    made('scaleLow', 'Lower end of the scale', 'count', scale?.min ?? 0, '000:144'),
    made('scaleHigh', 'Upper end of the scale', 'count', scale?.max ?? 100, '000:144'),
    made('inReachHospitals', 'Hospitals with in-reach that are named', 'count', visited, '000:186-188'),
    made('commented', 'Respondents who added comments', 'count', commented.value, commented.source, {
      denominator: analysed.value,
    }),
    made(
      'commentedShare',
      'Share of respondents who added comments',
      'share',
      commented.value / analysed.value,
      commented.source,
      { denominator: analysed.value },
    ),
    made(
      'positivesGiven',
      'In-reach hospitals that named positive points',
      'count',
      positivesGiven.value,
      positivesGiven.source,
      { denominator: visited },
    ),
    made(
      'improvementsGiven',
      'In-reach hospitals that said what to improve',
      'count',
      improvementsGiven.value,
      improvementsGiven.source,
      { denominator: visited },
    ),
    made(
      'inReachComments',
      'In-reach hospitals with additional comments',
      'count',
      inReachHospitals.length,
      inReachHospitals.map(({ comments }) => comments).join(', '),
      { denominator: visited },
    ),
    made(
      'inReachWithoutMus',
      'In-reach services that took no patients with MUS',
      'count',
      inReachWithoutMus.value,
      inReachWithoutMus.source,
      { denominator: visited },
    ),
    made(
      'integratedServices',
      'Integrated services that a respondent described',
      'count',
      1,
      PUBLISHED_2018.integratedExemplar.source,
    ),
    made(
      'withLiaison',
      'Hospitals of the 179 with a liaison service',
      'count',
      WITH_LIAISON.value,
      WITH_LIAISON.source,
      { denominator: PUBLISHED_2018.declaredSize.value },
    ),
    made(
      'rateOfLiaison',
      'Forms analysed as a share of hospitals with a liaison service',
      'share',
      analysed.value / WITH_LIAISON.value,
      `${analysed.source}; ${WITH_LIAISON.source}`,
      { denominator: WITH_LIAISON.value },
    ),
  ];
}
