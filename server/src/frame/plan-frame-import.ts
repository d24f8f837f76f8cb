import { compareFrames, type ComparedUnit, countKinds } from '@liaison-atlas/shared/frame/compare-frames';
import { type FrameImportReport, MOST_PROBLEMS_SHOWN } from '@liaison-atlas/shared/frame/frame-import-report';
import type { LineProblem } from '@liaison-atlas/shared/frame/frame-row';
import { canonicalJson } from '@liaison-atlas/shared/kernel/canonical-json';

import { sha256 } from '../platform/ids.js';
import type { FrameContext } from './frame-context.js';
import { factsOfUnit, ruledUnit, type UnitRow, withFacts } from './frame-units.js';
import type { ReadFrameFile } from './read-frame-file.js';
import { type SiteNews, siteNewsOf } from './site-news.js';
import { placeRows } from './place-rows.js';

/** What is imported into which frame. */
export interface FrameImport {
  readonly frame: { readonly id: string; readonly asOf: string };
  /** Day of the frame that this one was copied from; its own where it began empty. */
  readonly since: string;
  readonly units: readonly UnitRow[];
  readonly file: ReadFrameFile;
  /** True when the file is the whole list: what it lacks has to be decided on. */
  readonly whole: boolean;
  readonly context: FrameContext;
}

/** Everything that storing the list would write; nothing where the report has problems. */
export interface FrameImportPlan {
  readonly report: FrameImportReport;
  readonly added: readonly UnitRow[];
  readonly changed: readonly UnitRow[];
  readonly news: readonly SiteNews[];
}

/**
 * Works out what a list would do to a draft frame; reads nothing and writes nothing.
 *
 * A row finds its hospital by any code that it has or had. What a row leaves open keeps the value that is known. No
 * hospital is ever taken out: one that a whole list lacks becomes a question for a person.
 */
export function planFrameImport(given: FrameImport): FrameImportPlan {
  const { frame, units, file, context } = given;
  const placed = placeRows(file.rows, context);
  const news = placed.rows.map(({ row, siteId, isNew }) =>
    siteNewsOf({
      row,
      siteId,
      isNew,
      isRegister: file.kind === 'register',
      asOf: frame.asOf,
      context,
      codes: placed.codes,
    }),
  );
  const problems = [...file.problems, ...placed.problems, ...news.flatMap((each) => each.problems)].sort(
    (a, b) => a.line - b.line,
  );
  const after = unitsAfter(given, news);
  const before = new Map(units.map((unit) => [unit.siteId, unit]));
  const added = after.filter(({ siteId }) => !before.has(siteId));
  const changed = after.filter((unit) => {
    const was = before.get(unit.siteId);
    return was !== undefined && canonicalJson(was) !== canonicalJson(unit);
  });
  const report = reportOf(given, problems, after, news);
  return problems.length > 0
    ? { report, added: [], changed: [], news: [] }
    : { report, added, changed, news };
}

function unitsAfter({ frame, units, whole, context }: FrameImport, news: readonly SiteNews[]): UnitRow[] {
  const bySite = new Map(news.map((each) => [each.siteId, each]));
  const before = new Set(units.map(({ siteId }) => siteId));
  return [
    ...units.map((unit) => {
      const facts = factsOfUnit(unit, frame.asOf, context);
      const named = bySite.get(unit.siteId);
      if (named !== undefined) return withFacts(unit, named.factsAfter(facts), frame.asOf);
      return whole ? withFacts(unit, { ...facts, list_status: 'not_listed' }, frame.asOf) : unit;
    }),
    ...news
      .filter(({ siteId }) => !before.has(siteId))
      .map((each) => ruledUnit(frame, each.siteId, each.factsAfter(undefined))),
  ];
}

function reportOf(
  { frame, since, units, file, whole, context }: FrameImport,
  problems: readonly LineProblem[],
  after: readonly UnitRow[],
  news: readonly SiteNews[],
): FrameImportReport {
  const compared = (rows: readonly UnitRow[]): ComparedUnit[] =>
    rows.map((unit) => ({
      siteId: unit.siteId,
      eligibility: unit.eligibility,
      facts: factsOfUnit(unit, frame.asOf, context),
    }));
  const difference = compareFrames(
    { asOf: since, units: compared(units) },
    { asOf: frame.asOf, units: compared(after) },
  );
  const stored = news.map(({ siteId, writes }) => ({ siteId, writes }));
  const isSound = problems.length === 0;
  return {
    stored: false,
    fileName: file.fileName,
    kind: file.kind,
    rows: file.rows.length,
    leftOut: file.leftOut,
    problemCount: problems.length,
    problems: problems.slice(0, MOST_PROBLEMS_SHOWN),
    notices: file.notices,
    counts: countKinds(difference),
    unchanged: difference.unchanged,
    changes: difference.changed,
    plan: isSound ? sha256(canonicalJson({ frame: frame.id, file: file.sha256, whole, after, stored })) : '',
  };
}
