import { bareNumbers } from './bare-numbers.js';
import type { CherriesItem } from './cherries.js';
import type { CitableQuotation } from './report-quotations.js';
import { blockWords } from './parse-report.js';
import type { ReportBlock, ReportContent } from './report-content.js';

/** Something in a report that a person has to look at. It can be saved, and says what is to be done. */
export interface ReportFlag {
  /**
   * `BARE_NUMBER` a number nobody can trace, `UNKNOWN_CHART` figures that the release does not have: with these no
   * release goes out. `NOT_WRITTEN` a text that waits for somebody, `CHERRIES_BLANK` an item that nobody knows: these
   * are said in the report. `QUOTATION_HELD` a chosen quotation that may not stand there: it is left out.
   */
  readonly code: 'BARE_NUMBER' | 'UNKNOWN_CHART' | 'NOT_WRITTEN' | 'CHERRIES_BLANK' | 'QUOTATION_HELD';
  /** Id of the block, or `cherries.<item>`. */
  readonly field: string;
  /** The number as it stands in the text; '' for other flags. */
  readonly text: string;
  readonly message: string;
  readonly mend: string;
}

/** The flags with which a report does not go out. */
export const holdsBack = ({ code }: Pick<ReportFlag, 'code'>): boolean =>
  code === 'BARE_NUMBER' || code === 'UNKNOWN_CHART';

const REFER = 'Choose the figure from the list, or mark it as not a figure and say why.';

/**
 * Everything in a report that is to be looked at, in its order.
 * @param roundTitle the round's own title: a number in it is a name, wherever the report's title takes it over
 * @param citable quotations that may stand in the report
 */
export function flagsOf(
  content: ReportContent,
  cherries: readonly CherriesItem[],
  indicators: readonly { readonly id: string }[],
  roundTitle = '',
  citable: readonly Pick<CitableQuotation, 'id' | 'odsCode'>[] = [],
): readonly ReportFlag[] {
  const blocks = content.blocks.flatMap((block, at): readonly ReportFlag[] => {
    const { id, kind, text, subject, notFigures } = block;
    const where = blockWords(block, at);
    if (kind === 'chart')
      return indicators.some((indicator) => indicator.id === subject)
        ? []
        : [
            {
              code: 'UNKNOWN_CHART',
              field: id,
              text: '',
              message: `${where} shows an indicator that this release does not have.`,
              mend: 'Choose another indicator, or take the block out.',
            },
          ];
    if ((kind === 'text' || kind === 'list') && text === '')
      return [
        {
          code: 'NOT_WRITTEN',
          field: id,
          text: '',
          message: `${where} is not written yet.`,
          mend: 'Write it, or take the block out. As it is, the report says that it was not written.',
        },
      ];
    return [
      ...bareNumbers(text, notFigures).map((number) => bare(id, where, number.text)),
      ...heldQuotations(block, where, citable),
    ];
  });
  const ownTitle = roundTitle === '' ? content.title : content.title.replaceAll(roundTitle, '');
  const titled = bareNumbers(ownTitle, []).map((number) => bare('title', 'The title', number.text));
  const answered = content.cherries.flatMap(({ item, text, notFigures }) =>
    bareNumbers(text, notFigures).map((number) =>
      bare(`cherries.${item}`, `The answer to "${item}"`, number.text),
    ),
  );
  const blank = cherries
    .filter(({ id, answer }) => answer === '' && !content.cherries.some(({ item }) => item === id))
    .map(({ id, heading }): ReportFlag => ({
      code: 'CHERRIES_BLANK',
      field: `cherries.${id}`,
      text: '',
      message: `CHERRIES: nothing is known of "${heading}".`,
      mend: 'Write what was done; else the report says that it is not recorded.',
    }));
  return [...titled, ...blocks, ...answered, ...blank];
}

function heldQuotations(
  { id, kind, quotations = [] }: ReportBlock,
  where: string,
  citable: readonly Pick<CitableQuotation, 'id' | 'odsCode'>[],
): readonly ReportFlag[] {
  const held = quotations.filter((chosen) => {
    const found = citable.find((each) => each.id === chosen);
    return found === undefined || (kind === 'part' && found.odsCode === '');
  });
  return held.length === 0
    ? []
    : [
        {
          code: 'QUOTATION_HELD',
          field: id,
          text: '',
          message: `${where} has ${held.length === 1 ? 'a quotation' : `${held.length} quotations`} that may not stand there.`,
          mend: 'Take it out, or look on the coding page why. As it is, the report leaves it out.',
        },
      ];
}

const bare = (field: string, where: string, number: string): ReportFlag => ({
  code: 'BARE_NUMBER',
  field,
  text: number,
  message: `${where} has the bare number "${number}".`,
  mend: REFER,
});
