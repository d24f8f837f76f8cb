/** What a history can be of, as the address names it. */
const KINDS = ['form', 'hospital', 'round', 'person', 'frame'] as const;
export type HistoryKind = (typeof KINDS)[number];

/** Everything that the address of a history says. */
export interface HistoryState {
  readonly kind: HistoryKind;
  readonly id: string;
  /** The round within which a hospital's is asked for; '' for the others. */
  readonly round: string;
  /** First part of the acts wanted; '' = all. */
  readonly group: string;
  /** Days as YYYY-MM-DD, both included; '' = no bound. */
  readonly from: string;
  readonly to: string;
  /** Only what came before this event; null = from the latest on. */
  readonly before: number | null;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Reads the address; null = it does not say of what. What it does not understand is left out. */
export function parseHistoryState(parameters: URLSearchParams): HistoryState | null {
  const text = (key: string): string => (parameters.get(key) ?? '').trim().slice(0, 64);
  const day = (key: string): string => (DAY.test(text(key)) ? text(key) : '');
  const kind = KINDS.find((known) => known === text('kind'));
  if (kind === undefined || text('id') === '') return null;
  return {
    kind,
    id: text('id'),
    round: text('round'),
    group: /^[a-z-]+$/.test(text('group')) ? text('group') : '',
    from: day('from'),
    to: day('to'),
    before: /^[1-9]\d{0,8}$/.test(text('before')) ? Number(text('before')) : null,
  };
}

/** The address of a history; what is not chosen leaves no trace. */
export function toHistoryPath(state: Pick<HistoryState, 'kind' | 'id'> & Partial<HistoryState>): string {
  const { kind, id, round = '', group = '', from = '', to = '', before = null } = state;
  const parameters = new URLSearchParams({ kind, id });
  for (const [key, value] of Object.entries({
    round,
    group,
    from,
    to,
    before: before === null ? '' : String(before),
  }))
    if (value !== '') parameters.set(key, value);
  return `/manage/history?${parameters.toString()}`;
}
