import { LADDER_CODES } from '../../analysis/ladder-code.js';
import type { PublishedHospital, ReleaseDocument } from '../release.js';
import type { CherriesItem } from './cherries.js';
import type { FigureCatalogue } from './figure-references.js';
import { type CitableQuotation, profileId, quotationMark, type QuotationMark } from './report-quotations.js';
import type { CherriesAnswer } from './report-content.js';
import { questionNumber } from './question-number.js';
import type { ReportFacts } from './report-facts.js';
import { figureText } from './report-figure.js';
import type { Line, ReportNode } from './report-tree.js';

/** What the parts that the system fills in are made of. */
export interface PartInput {
  readonly release: ReleaseDocument;
  readonly facts: ReportFacts;
  readonly catalogue: FigureCatalogue;
  readonly cherries: readonly CherriesItem[];
  readonly answers: readonly CherriesAnswer[];
  /** Quotations chosen for this part, in their order. */
  readonly quotations: readonly CitableQuotation[];
  /** A text of the team with its references in figures. */
  readonly line: (text: string) => Line;
}

const words = (text: string): Line => [{ text }];
const BLANK: Line = words('Not recorded.');

/** One part that the system fills in; nothing for a name that it does not have. */
export function renderPart(part: string, input: PartInput): readonly (ReportNode | QuotationMark)[] {
  switch (part) {
    case 'questions':
      return [{ kind: 'list', items: input.facts.questions.map(questionLine) }];
    case 'responses':
      return [responses(input.catalogue)];
    case 'themes':
      return themes(input);
    case 'profiles':
      return profiles(input);
    case 'notes':
      return [{ kind: 'list', items: input.release.notes.map(({ text }) => words(text)) }];
    case 'cherries':
      return [cherries(input)];
    default:
      return [];
  }
}

const questionLine = ({ text, kind, when }: ReportFacts['questions'][number], at: number): Line =>
  words(`${questionNumber(at)} ${text} (${kind}${when === '' ? '' : `; asked where ${when}`})`);

const RESPONSE_ROWS = [
  'forms.received',
  'forms.accepted',
  'forms.merged',
  'forms.excluded',
  'forms.withdrawn',
  'forms.pending',
  'forms.partial',
  'forms.analysed',
  'frame.size',
  'response.rate',
];

function responses(catalogue: FigureCatalogue): ReportNode {
  return {
    kind: 'table',
    table: {
      caption: 'Forms received and hospitals analysed',
      columns: ['What', 'Number'],
      rows: RESPONSE_ROWS.flatMap((id) => {
        const figure = catalogue.get(id);
        return figure === undefined
          ? []
          : [[words(figure.words), [{ text: figureText(figure, ['decimal']), figure: id }]]];
      }),
    },
  };
}

function themes(input: PartInput): readonly ReportNode[] {
  const { release } = input;
  if (release.coding !== undefined) return codedThemes(input);
  if (release.themes.length > 0) return [themesOfSource(input)];
  return [{ kind: 'paragraph', line: words('Comments have not been coded.') }];
}

/** The figures of the catalogue in words; one that it does not have is blank. */
const shown = ({ catalogue }: PartInput, id: string): Line => {
  const figure = catalogue.get(id);
  return figure === undefined ? BLANK : [{ text: figureText(figure), figure: id }];
};

function codedThemes(input: PartInput): readonly ReportNode[] {
  const { release } = input;
  return [
    {
      kind: 'paragraph',
      line: [
        ...shown(input, 'coding.coded'),
        ...words(' comments were coded by people who did not see each other’s codes; not coded: '),
        ...shown(input, 'coding.notCoded'),
        ...words(`. Codebook: ${release.coding?.codebook ?? ''}. A comment can have several themes.`),
      ],
    },
    {
      kind: 'table',
      table: {
        caption: 'Themes of the comments',
        columns: ['Theme', 'What it is', 'Comments', 'Agreement of coders'],
        rows: release.themes.map(({ code, name, definition, of, agreement, repeats }) => [
          words(`${code} ${name}`),
          words(definition),
          [
            ...shown(input, `theme.${code}`),
            ...words(` of ${of ?? ''}${repeats === undefined ? '' : `, as in release ${repeats}`}`),
          ],
          agreement === undefined || agreement === null
            ? words('not given')
            : [
                ...words(agreement.statistic === 'kappa' ? 'kappa ' : 'alpha '),
                ...shown(input, `theme.${code}.agreement`),
                ...words('; agreed '),
                ...shown(input, `theme.${code}.observed`),
              ],
        ]),
      },
    },
  ];
}

/** As a published report gives them: without counts. */
function themesOfSource({ release, catalogue }: PartInput): ReportNode {
  return {
    kind: 'table',
    table: {
      caption: 'Themes of the comments',
      columns: ['Theme', 'What it is', 'Comments'],
      rows: release.themes.map(({ code, name, definition }) => {
        const figure = catalogue.get(`theme.${code}`);
        return [
          words(`${code} ${name}`),
          words(definition),
          figure === undefined ? BLANK : [{ text: figureText(figure), figure: figure.id }],
        ];
      }),
    },
  };
}

/**
 * Hospitals with in-reach or a marker one by one with what was quoted of them, then the others that are named, as a table,
 * and what was quoted of those. A profile stands there whether its hospital is quoted or not, so that one without a
 * quotation tells nothing.
 */
function profiles({
  release,
  catalogue,
  quotations,
}: Pick<PartInput, 'release' | 'catalogue' | 'quotations'>): readonly (ReportNode | QuotationMark)[] {
  const named = release.hospitals
    .filter(({ category }) => category !== 'NP')
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  const told = named.filter(({ category, marker }) => marker !== '' || IN_REACH.includes(category));
  const others = named
    .filter((hospital) => !told.includes(hospital))
    .toSorted((a, b) => LADDER_CODES.indexOf(a.category) - LADDER_CODES.indexOf(b.category));
  if (named.length === 0) return [{ kind: 'remark', line: words('No hospital is named in this release.') }];
  return [
    ...told.flatMap((hospital): readonly (ReportNode | QuotationMark)[] => {
      const score = catalogue.get(`score.${hospital.odsCode}`);
      return [
        { kind: 'heading', level: 3, id: profileId(hospital.odsCode), line: words(hospital.name) },
        {
          kind: 'list',
          items: [
            words(`${hospital.trust}, ${hospital.icb}`),
            words(hospital.label),
            ...(score === undefined
              ? []
              : [
                  [
                    { text: 'Integration as judged by the liaison team: ' },
                    { text: figureText(score, ['of']), figure: score.id },
                  ],
                ]),
            ...(hospital.marker === '' ? [] : [words(hospital.marker)]),
          ],
        },
        ...quotations
          .filter(({ odsCode }) => odsCode === hospital.odsCode)
          .map((quotation) => quotationMark(quotation, 'profile')),
      ];
    }),
    ...(others.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            table: {
              caption: 'Other hospitals that are named',
              columns: ['Hospital', 'Trust', 'What is reported'],
              rows: others.map(({ name, trust, label }) => [words(name), words(trust), words(label)]),
            },
          },
        ]),
    ...quotations
      .filter(({ odsCode }) => others.some((hospital) => hospital.odsCode === odsCode))
      .map((quotation) => quotationMark(quotation, 'named')),
  ];
}

const IN_REACH: readonly PublishedHospital['category'][] = ['G4', 'G3', 'G2', 'GU', 'GP'];

function cherries({ cherries: items, answers, line }: PartInput): ReportNode {
  return {
    kind: 'table',
    table: {
      caption: 'Checklist for reports of online surveys (CHERRIES)',
      columns: ['Item', 'What was done', 'Filled from'],
      rows: items.map(({ id, heading, answer, source }) => {
        const written = answers.find(({ item }) => item === id);
        const said = written === undefined ? [] : line(written.text);
        return [
          words(heading),
          answer === '' && said.length === 0
            ? BLANK
            : [...(answer === '' ? [] : [{ text: said.length === 0 ? answer : `${answer} ` }]), ...said],
          words(
            [source, written === undefined ? '' : 'survey team'].filter((from) => from !== '').join('; ') ||
              'nothing',
          ),
        ];
      }),
    },
  };
}
