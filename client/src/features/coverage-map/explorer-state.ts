import { LADDER_CODES, type LadderCode } from '@liaison-atlas/shared/analysis/ladder-code';
import { SITE_CATEGORIES, type SiteCategory } from '@liaison-atlas/shared/frame/hospital';

/** What the regions are coloured by: nothing, in-reach among hospitals that answered, or how many answered. */
export const AREA_MEASURES = ['none', 'in-reach', 'response'] as const;
export type AreaMeasure = (typeof AREA_MEASURES)[number];
export const AREA_LEVELS = ['region', 'icb'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];
export const EXPLORER_VIEWS = ['table', 'map', 'summary'] as const;
export type ExplorerView = (typeof EXPLORER_VIEWS)[number];
export const SORT_COLUMNS = ['name', 'category', 'trust', 'icb', 'region'] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

/** Everything a visitor chose on the map page. '' = no choice; all of it stands in the address. */
export interface ExplorerState {
  readonly round: string;
  readonly measure: AreaMeasure;
  readonly level: AreaLevel;
  /** A region or ICB to which the hospitals are narrowed. */
  readonly area: string;
  readonly trust: string;
  readonly category: LadderCode | '';
  readonly siteCategory: SiteCategory | '';
  readonly text: string;
  /** Members of a group opened on the map; empty = all. */
  readonly only: readonly string[];
  readonly selected: string;
  readonly view: ExplorerView;
  readonly sort: SortColumn;
  readonly descending: boolean;
  readonly page: number;
  /** Latitude, longitude and zoom of the map; null = all of England. */
  readonly centre: { readonly latitude: number; readonly longitude: number; readonly zoom: number } | null;
}

/** Reads the address. What it does not understand is named in `unknown` and left out, never guessed. */
export function parseExplorerState(parameters: URLSearchParams): {
  readonly state: ExplorerState;
  readonly unknown: readonly string[];
} {
  const unknown: string[] = [];
  const text = (key: string) => (parameters.get(key) ?? '').trim().slice(0, 100);
  const oneOf = <Value extends string, Fallback extends string>(
    key: string,
    values: readonly Value[],
    fallback: Fallback,
  ): Value | Fallback => {
    const given = text(key);
    if (given === '') return fallback;
    const known = values.find((value) => value === given);
    if (known === undefined) unknown.push(`${key}=${given}`);
    return known ?? fallback;
  };
  const sort = text('sort');
  const column = SORT_COLUMNS.find((name) => name === sort.replace(/^-/, ''));
  const centre = parseCentre(text('c'));
  const page = text('page');
  const pageKnown = /^[1-9]\d{0,5}$/.test(page);
  if (page !== '' && !pageKnown) unknown.push(`page=${page}`);
  if (sort !== '' && !column) unknown.push(`sort=${sort}`);
  if (text('c') !== '' && !centre) unknown.push(`c=${text('c')}`);
  const state: ExplorerState = {
    round: text('round'),
    measure: oneOf('ind', AREA_MEASURES, 'none'),
    level: oneOf('geo', AREA_LEVELS, 'region'),
    area: text('area'),
    trust: text('f.trust'),
    category: oneOf('f.cat', LADDER_CODES, ''),
    siteCategory: oneOf('f.type', SITE_CATEGORIES, ''),
    text: text('f.q'),
    only: (parameters.get('f.only') ?? '').split('~').filter((code) => /^[A-Z0-9]{3,10}$/.test(code)),
    selected: text('sel'),
    view: oneOf('view', EXPLORER_VIEWS, 'table'),
    sort: column ?? 'name',
    descending: column !== undefined && sort.startsWith('-'),
    page: pageKnown ? Number(page) : 1,
    centre,
  };
  return { state, unknown };
}

/** Writes the address; a choice that is the default leaves no trace. */
export function toSearchParams(state: ExplorerState): URLSearchParams {
  const { centre, only } = state;
  const entries: readonly (readonly [string, string])[] = [
    ['round', state.round],
    ['ind', state.measure === 'none' ? '' : state.measure],
    ['geo', state.level === 'region' ? '' : state.level],
    ['area', state.area],
    ['f.trust', state.trust],
    ['f.cat', state.category],
    ['f.type', state.siteCategory],
    ['f.q', state.text],
    ['f.only', only.join('~')],
    ['sel', state.selected],
    ['view', state.view === 'table' ? '' : state.view],
    ['sort', state.sort === 'name' && !state.descending ? '' : `${state.descending ? '-' : ''}${state.sort}`],
    ['page', state.page === 1 ? '' : String(state.page)],
    ['c', centre ? `${centre.latitude.toFixed(3)},${centre.longitude.toFixed(3)},${centre.zoom}` : ''],
  ];
  return new URLSearchParams(entries.filter(([, value]) => value !== '').map(([key, value]) => [key, value]));
}

function parseCentre(text: string): ExplorerState['centre'] {
  const parts = text.split(',');
  // Number('') is 0, a place nobody named.
  if (parts.length !== 3 || parts.some((part) => part.trim() === '')) return null;
  const [latitude, longitude, zoom] = parts.map(Number);
  if (latitude === undefined || longitude === undefined || zoom === undefined) return null;
  const near = latitude > 45 && latitude < 60 && longitude > -12 && longitude < 6;
  return near && Number.isInteger(zoom) && zoom >= 5 && zoom <= 12 ? { latitude, longitude, zoom } : null;
}

/** The same choices without any that narrow the hospitals down. */
export const withoutFilters = (state: ExplorerState): ExplorerState => ({
  ...state,
  area: '',
  trust: '',
  category: '',
  siteCategory: '',
  text: '',
  only: [],
  page: 1,
});

/** Whether the hospitals are narrowed down at all. */
export const hasFilters = ({ area, trust, category, siteCategory, text, only }: ExplorerState): boolean =>
  [area, trust, category, siteCategory, text].some((value) => value !== '') || only.length > 0;
