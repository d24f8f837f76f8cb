import type { ReleaseDocument } from '../release.js';
import type { ReportNode, ReportTree } from './report-tree.js';

/** Words of a comment that a person has cleared for print: everybody of the hospital consented, nothing identifying remains. */
export interface ClearedQuotation {
  readonly id: string;
  /** Raised with every change of part, masks or clearance: another revision can have other words. */
  readonly revision: number;
  readonly odsCode: string;
  readonly words: string;
}

/** A quotation that the author of a report can choose. */
export interface CitableQuotation {
  readonly id: string;
  readonly revision: number;
  readonly words: string;
  /** '' = only without a name: the release does not name this hospital. */
  readonly odsCode: string;
  /** Name of the hospital as the release has it; '' as `odsCode`. */
  readonly hospital: string;
}

/**
 * Where a quotation stands in a report that is kept. The words are not part of it: they are read from the form each time
 * the report is, so that a quotation that was withdrawn lies in no edition of it.
 */
export interface QuotationMark {
  readonly kind: 'quotation';
  readonly id: string;
  readonly revision: number;
  /** `text` without a name; `profile` within the profile of its hospital; `named` with the hospital's name beneath. */
  readonly place: 'text' | 'profile' | 'named';
}

/** A report as it is kept with a release: every figure in its place, quotations as marks. */
export type StoredReport = Omit<ReportTree, 'nodes'> & {
  readonly nodes: readonly (ReportNode | QuotationMark)[];
};

/** Fewer hospitals than this, and a reader can tell whose words stand without a name (methods C4, domain D5). */
const LEAST_GROUP = 3;

/**
 * The quotations that may stand in the report of a release. Under a name only where the release names the hospital: a
 * name beside words would else say what the release holds back. Without a name only where at least three hospitals wrote
 * comments, or the name could stand there as well. Asked anew whenever a report is read.
 * @param heard how many hospitals have comments that count
 */
export function citableQuotations(
  cleared: readonly ClearedQuotation[],
  { hospitals }: Pick<ReleaseDocument, 'hospitals'>,
  heard: number,
): readonly CitableQuotation[] {
  const named = new Map(
    hospitals.filter(({ category }) => category !== 'NP').map(({ odsCode, name }) => [odsCode, name]),
  );
  return cleared.flatMap(({ id, revision, odsCode, words }): readonly CitableQuotation[] => {
    const hospital = named.get(odsCode);
    if (hospital === undefined)
      return heard >= LEAST_GROUP ? [{ id, revision, words, odsCode: '', hospital: '' }] : [];
    return [{ id, revision, words, odsCode, hospital }];
  });
}

/** The mark of a quotation in a place of the report. */
export const quotationMark = (
  { id, revision }: Pick<CitableQuotation, 'id' | 'revision'>,
  place: QuotationMark['place'],
): QuotationMark => ({ kind: 'quotation', id, revision, place });

/** Id of the heading of a hospital's profile. */
export const profileId = (odsCode: string): string => `profile-${odsCode}`;

const WITHOUT_NAME = 'One of the hospitals that answered';
const GONE: ReportNode = { kind: 'remark', line: [{ text: 'A quotation was withdrawn.' }] };

/**
 * A report with the words of its quotations, as they may leave at this moment. One that may not leave any more, or is not
 * the one that was chosen, is not there: a note at the beginning says how many, and a note in its place that there was one,
 * never whose. In a profile there is no note, since there it would say whose. Words whose form was found to be of another
 * hospital since do not stand under the name of the first one, nor without a name where they had one.
 * @param leaving what may leave now, by id; a name is printed only from here
 */
export function fillQuotations(
  { nodes, ...report }: StoredReport,
  leaving: ReadonlyMap<string, ClearedQuotation & { readonly hospital: string }>,
): ReportTree {
  const withdrawn = new Set<string>();
  let heading = '';
  const filled = nodes.flatMap((node): readonly ReportNode[] => {
    if (node.kind === 'heading') heading = node.id;
    if (node.kind !== 'quotation') return [node];
    const found = leaving.get(node.id);
    if (found?.revision === node.revision && mayStand(found, node.place, heading))
      return [quoteOf(found, node.place)];
    withdrawn.add(node.id);
    return node.place === 'profile' ? [] : [GONE];
  });
  return { ...report, nodes: withdrawn.size === 0 ? filled : [noteOn(withdrawn.size), ...filled] };
}

/** The quotations that a kept report has a place for; empty = it can be sent as it is. */
export const quotationsIn = ({ nodes }: Pick<StoredReport, 'nodes'>): readonly QuotationMark[] =>
  nodes.flatMap((node) => (node.kind === 'quotation' ? [node] : []));

/** Whether words may stand in a place now, by the hospital that they are of now. @param heading id of the heading above */
function mayStand(
  { odsCode, hospital }: { readonly odsCode: string; readonly hospital: string },
  place: QuotationMark['place'],
  heading: string,
): boolean {
  if (place === 'profile') return heading === profileId(odsCode);
  return place === 'text' || hospital !== '';
}

function quoteOf(
  { words, hospital }: { readonly words: string; readonly hospital: string },
  place: QuotationMark['place'],
): ReportNode {
  const by = { text: WITHOUT_NAME, profile: '', named: hospital }[place];
  return { kind: 'quote', words: words.replace(/\s+/g, ' ').trim(), by };
}

const noteOn = (count: number): ReportNode => ({
  kind: 'remark',
  line: [
    {
      text:
        count === 1
          ? 'A quotation was withdrawn after this report was released.'
          : `${count} quotations were withdrawn after this report was released.`,
    },
  ],
});
