import { TASK_KINDS, type TaskKind } from '@liaison-atlas/shared/cleaning/queue';

import { PAGE_SIZES, type PageSize, parseListPage } from '../../lib/page-sizes.js';

export const TABS = ['queue', 'ledger', 'decisions', 'questions', 'freezes', 'settings'] as const;
export type CleaningTab = (typeof TABS)[number];

/** Everything chosen on the cleaning page; all of it stands in the address. */
export interface CleaningState {
  readonly tab: CleaningTab;
  /** '' = all kinds. */
  readonly kind: TaskKind | '';
  readonly text: string;
  readonly page: number;
  /** Decisions on one page. */
  readonly size: PageSize;
  /** Id of the task that lies open; '' = the first of the page. */
  readonly task: string;
}

const KEYS = ['tab', 'kind', 'q', 'page', 'size', 'task'] as const;

/** Reads the address; what it does not understand counts as not chosen. */
export function parseCleaningState(parameters: URLSearchParams): CleaningState {
  const text = (key: (typeof KEYS)[number]): string => (parameters.get(key) ?? '').trim().slice(0, 120);
  return {
    tab: TABS.find((known) => known === text('tab')) ?? 'queue',
    kind: TASK_KINDS.find((known) => known === text('kind')) ?? '',
    text: text('q'),
    ...parseListPage(parameters),
    task: text('task'),
  };
}

/** The address of these choices; a default leaves no trace. */
export function toCleaningParameters(state: CleaningState): URLSearchParams {
  const written: Record<(typeof KEYS)[number], string> = {
    tab: state.tab === 'queue' ? '' : state.tab,
    kind: state.kind,
    q: state.text,
    page: state.page === 1 ? '' : String(state.page),
    size: state.size === PAGE_SIZES[0] ? '' : String(state.size),
    task: state.task,
  };
  return new URLSearchParams(Object.entries(written).filter(([, value]) => value !== ''));
}
