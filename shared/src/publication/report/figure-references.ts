import type { Problem } from '../../kernel/problem.js';
import { extrasOf, FIGURE_EXTRAS, type FigureExtra, type ReportFigure } from './report-figure.js';

/** A piece of a block's text: words, or a reference in double braces. */
export type TextPiece =
  | { readonly kind: 'words'; readonly text: string; readonly at: number }
  | {
      readonly kind: 'reference';
      /** As written, braces included. */
      readonly text: string;
      readonly at: number;
      readonly id: string;
      readonly extras: readonly string[];
    };

/** The figures by id. */
export type FigureCatalogue = ReadonlyMap<string, ReportFigure>;

const REFERENCE = /\{\{([^{}]*)\}\}/g;

/** Splits a text into words and references; braces that are no pair stay words, and `referenceProblems` names them. */
export function piecesOf(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const found of text.matchAll(REFERENCE)) {
    if (found.index > from) pieces.push({ kind: 'words', text: text.slice(from, found.index), at: from });
    const [id = '', extras = ''] = (found[1] ?? '').split('|');
    pieces.push({
      kind: 'reference',
      text: found[0],
      at: found.index,
      id: id.trim(),
      extras: extras
        .split(',')
        .map((extra) => extra.trim())
        .filter((extra) => extra !== ''),
    });
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push({ kind: 'words', text: text.slice(from), at: from });
  return pieces;
}

/** Writes a reference. @example referenceText('iapt-in-reach.yes', ['of']) // '{{iapt-in-reach.yes | of}}' */
export const referenceText = (id: string, extras: readonly FigureExtra[] = []): string =>
  extras.length === 0 ? `{{${id}}}` : `{{${id} | ${extras.join(', ')}}}`;

/**
 * What is wrong with the references of a text: each problem names the block in `field` and in words.
 * @param where the block in words, such as `Block 4 ("Three of the hospitals…")`
 */
export function referenceProblems(
  text: string,
  catalogue: FigureCatalogue,
  field: string,
  where: string,
): readonly Problem[] {
  return piecesOf(text).flatMap((piece): readonly Problem[] => {
    if (piece.kind === 'words')
      return /\{\{|\}\}/.test(piece.text)
        ? [
            {
              code: 'BROKEN_REFERENCE',
              field,
              message: `${where} has double braces that are not a reference.`,
              mend: 'Take them out, or choose the figure from the list.',
            },
          ]
        : [];
    const figure = catalogue.get(piece.id);
    if (figure === undefined)
      return [
        {
          code: 'UNKNOWN_FIGURE',
          field,
          message: `${where} refers to ${piece.text}, which is no figure of this release.`,
          mend: 'Choose a figure from the list, or take the reference out.',
        },
      ];
    const has: readonly string[] = extrasOf(figure);
    return piece.extras
      .filter((extra) => !has.includes(extra))
      .map((extra) => ({
        code: 'UNKNOWN_EXTRA',
        field,
        message: `${where} asks ${piece.id} for "${extra}", which it does not have.`,
        mend: has.length === 0 ? 'Take it out.' : `Use ${has.join(', ')}, or take it out.`,
      }));
  });
}

/** The extras of a reference that are extras at all. */
export const knownExtras = (extras: readonly string[]): readonly FigureExtra[] =>
  FIGURE_EXTRAS.filter((extra) => extras.includes(extra));
