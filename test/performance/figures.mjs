/**
 * Every figure that the benchmark prints, in the order printed. Later work adds names and keeps these.
 *
 * `unit` of the value and its reference; `target` = the bound that the ratio (or, for weights, the value) is held
 * against, with its direction; undefined where nothing is demanded. `reference` says what stands beside the figure.
 */
export const FIGURES = {
  'submit-1': { unit: 'per second', reference: 'bare Node + SQLite, one commit a row' },
  'submit-8': { unit: 'per second', reference: 'bare Node + SQLite, one commit a row' },
  'submit-32': { unit: 'per second', reference: 'bare Node + SQLite, one commit a row', ratioAtLeast: 0.5 },
  'autosave-32': { unit: 'per second', reference: 'bare Node + SQLite, one commit a row', ratioAtLeast: 0.5 },
  'submit-graphql-32': { unit: 'per second', reference: 'bare Node + SQLite, one commit a row' },
  'submit-100k': { unit: 'per second', reference: 'the same server on an empty store', ratioAtLeast: 0.9 },
  'public-summary': { unit: 'per second', reference: 'bare Node, same bytes', ratioAtLeast: 0.7 },
  'public-geojson': { unit: 'per second', reference: 'bare Node, same bytes', ratioAtLeast: 0.7 },
  'map-feed': { unit: 'per second', reference: 'bare Node, same bytes', ratioAtLeast: 0.5 },
  'mail-10k': {
    unit: 's',
    reference: 'the bound; the ratio is mails a second beside a bare pooled client',
    ratioAtLeast: 0.7,
    valueAtMost: 60,
  },
  'stats-100k': { unit: 'ms', reference: 'a bare GROUP BY over the whole table', ratioAtLeast: 5 },
  'stats-filtered-100k': { unit: 'ms', reference: 'a bare GROUP BY from a covering index', ratioAtLeast: 1 },
  'export-100k': {
    unit: 'MB/s',
    reference: 'a bare cursor of the same driver: values with commas between',
    ratioAtLeast: 0.6,
  },
  'export-memory': {
    unit: 'MiB',
    reference: 'the bound; the ratio is the p99 of submissions meanwhile beside that of submissions alone',
    ratioAtMost: 2,
    valueAtMost: 64,
  },
  'release-100k': {
    unit: 'ms',
    reference: 'one GROUP BY by the same driver over the same forms, as they are stored',
    ratioAtMost: 5,
  },
  'cold-start': { unit: 'ms', reference: 'an empty Node program' },
  'idle-memory': { unit: 'MiB', reference: 'a bare Node HTTP server' },
  'bytes-respond': { unit: 'bytes', reference: 'the bound', valueAtMost: 60 * 1024 },
  'requests-respond': { unit: 'requests', reference: 'the bound', valueAtMost: 6 },
  'bytes-map': { unit: 'bytes', reference: 'the bound', valueAtMost: 180 * 1024 },
  'bytes-home': { unit: 'bytes', reference: 'the bound of the map', valueAtMost: 180 * 1024 },
  'filter-to-paint': { unit: 'ms', reference: 'an empty repaint of the same page', valueAtMost: 100 },
  'filter-to-paint-10k': { unit: 'ms', reference: 'an empty repaint of the same page', valueAtMost: 200 },
  'tracker-10k': { unit: 'ms', reference: 'the SQL with the same counts and rows', ratioAtMost: 3 },
  'profile-query': { unit: 'ms', reference: 'the plain SQL of the same rows', ratioAtMost: 3 },
  'queue-page-100k': { unit: 'ms', reference: 'the plain SQL of one page and its count', ratioAtMost: 3 },
  'decision-100k': {
    unit: 'ms',
    reference: 'the plain SQL that a decision reads and writes',
    ratioAtMost: 3,
  },
  'ledger-100k': { unit: 'ms', reference: 'the plain SQL of the counts', ratioAtMost: 3 },
  'load-mixed': {
    unit: 'ms',
    reference: 'the middle of the same kind of request on the idle server',
    ratioAtMost: 5,
  },
  'load-memory': { unit: 'MiB a minute', reference: 'the bound', valueAtMost: 2 },
  'load-two-instances': {
    unit: 'ms',
    reference: 'the middle of the same kind of request on the idle server',
    ratioAtMost: 5,
  },
  'load-two-memory': { unit: 'MiB a minute', reference: 'the bound, for both together', valueAtMost: 4 },
  'chain-units': {
    unit: 'per second',
    reference: 'the same units, which commit step by step',
    ratioAtLeast: 1,
  },
  'agreement-10k': { unit: 'ms', reference: 'a bare loop over arrays', ratioAtMost: 10 },
};

/** Rounded so that the output shows no more than was measured. */
const rounded = (value) => (Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));

/** A figure in the printed shape; `more` adds fields such as `ratioGrouped`. */
export function toFigure(name, { value, reference, ratio = value / reference, ...more }) {
  const extras = Object.entries(more).map(([key, each]) => [
    key,
    typeof each === 'number' ? rounded(each) : each,
  ]);
  return {
    value: rounded(value),
    unit: FIGURES[name].unit,
    reference: rounded(reference),
    ratio: Number(ratio.toPrecision(3)),
    ...Object.fromEntries(extras),
  };
}

/** What the figure is held against and whether it holds; '' where nothing is demanded. */
export function verdict(name, { value, ratio }) {
  const { ratioAtLeast, ratioAtMost, valueAtMost } = FIGURES[name];
  const bounds = [
    [ratioAtLeast, ratio >= ratioAtLeast, `ratio at least ${ratioAtLeast}`],
    [ratioAtMost, ratio <= ratioAtMost, `ratio at most ${ratioAtMost}`],
    [valueAtMost, value <= valueAtMost, `at most ${valueAtMost}`],
  ].filter(([bound]) => bound !== undefined);
  if (bounds.length === 0) return '';
  const isReached = bounds.every(([, holds]) => holds);
  return `${isReached ? 'reached' : 'MISSED'}: ${bounds.map(([, , words]) => words).join(', ')}`;
}
