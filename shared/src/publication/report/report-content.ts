/**
 * What a block of a report is. `heading` and `text` hold one paragraph, `list` one item a line, `chart` the figures of
 * one indicator (named in `subject`), `part` something that the system fills in (named in `subject`), `quotations` words
 * of people who were asked, beneath a sentence of the author's.
 */
export const BLOCK_KINDS = ['heading', 'text', 'list', 'chart', 'part', 'quotations'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** What the system can fill in: nobody writes these by hand. */
export const REPORT_PARTS = ['questions', 'responses', 'themes', 'profiles', 'notes', 'cherries'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** Words of a block that look like a figure of the survey and are none, such as the name of a policy. */
export interface NotAFigure {
  /** Exactly as it stands in the text. */
  readonly text: string;
  /** Why it needs no reference; said by the author, never empty. */
  readonly reason: string;
}

/** One block; its numbers are references such as `{{iapt-in-reach.yes | of}}`. */
export interface ReportBlock {
  /** Stays the same as long as the block lives; two editors' changes are told apart by it. */
  readonly id: string;
  readonly kind: BlockKind;
  /** 2 or 3 for a heading, 0 for anything else. */
  readonly level: 0 | 2 | 3;
  /** '' in a text or list = still to be written by somebody, in quotations = nothing; always '' in charts and parts. */
  readonly text: string;
  /** Indicator of a chart, name of a part; '' for anything else. */
  readonly subject: string;
  readonly notFigures: readonly NotAFigure[];
  /** Ids of the quotations chosen, in their order; absent = none. Only where `holdsQuotations`. */
  readonly quotations?: readonly string[];
}

/** Whether quotations can be chosen in a block: in one of its own without names, in the profiles under their hospital. */
export const holdsQuotations = ({
  kind,
  subject,
}: {
  readonly kind: string;
  readonly subject: string;
}): boolean => kind === 'quotations' || (kind === 'part' && subject === 'profiles');

/** What the team says where the system has nothing to fill into the CHERRIES checklist. */
export interface CherriesAnswer {
  readonly item: string;
  readonly text: string;
  readonly notFigures: readonly NotAFigure[];
}

/** A report as its team writes it, before any figure is put in. */
export interface ReportContent {
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
  readonly cherries: readonly CherriesAnswer[];
}
