import { LADDER_CODES, type LadderCode } from '@liaison-atlas/shared/analysis/ladder-code';
import { CATCHMENT_RADII } from '@liaison-atlas/shared/commissioning/catchment';
import { PROGRAMME_YEARS } from '@liaison-atlas/shared/commissioning/programme-years';
import { SITE_CATEGORIES, type SiteCategory } from '@liaison-atlas/shared/frame/hospital';

/** What the areas are coloured by: nothing, in-reach or provision among hospitals that answered, or how many answered. */
export const AREA_MEASURES = ['none', 'in-reach', 'provision', 'response'] as const;
export type AreaMeasure = (typeof AREA_MEASURES)[number];
export const AREA_LEVELS = ['region', 'icb'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];
export const EXPLORER_VIEWS = ['table', 'map', 'summary'] as const;
export type ExplorerView = (typeof EXPLORER_VIEWS)[number];
/** What stands on the map and in the list: hospitals by ladder or by liaison tier, areas of the programme, cases, trusts. */
export const MAP_LAYERS = ['ladder', 'tier', 'early', 'cases', 'trusts'] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];
/** The question whose "yes" makes a catchment. */
export const CATCHMENT_QUESTIONS = ['in-reach', 'provision'] as const;
export type CatchmentQuestion = (typeof CATCHMENT_QUESTIONS)[number];
/** Version of this address: an address of another version is named in a notice, never guessed at. */
export const ADDRESS_VERSION = '1';
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
  readonly layer: MapLayer;
  /** Year up to which the programme is shown; only the layer of early implementers reads it. */
  readonly year: number;
  /** A second round beside the first; '' = none. */
  readonly beside: string;
  /** Radius of straight-line catchments; 0 = none are shown. */
  readonly km: number;
  readonly question: CatchmentQuestion;
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
  const inRange = (key: string, usual: number, isKnown: (value: number) => boolean): number => {
    const given = text(key);
    const value = Number(given);
    if (given === '') return usual;
    if (/^\d{1,4}$/.test(given) && isKnown(value)) return value;
    unknown.push(`${key}=${given}`);
    return usual;
  };
  oneOf('v', [ADDRESS_VERSION], '');
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
    layer: oneOf('layer', MAP_LAYERS, 'ladder'),
    year: inRange('year', PROGRAMME_YEARS.last, isProgrammeYear),
    beside: text('with'),
    km: inRange('km', 0, (value) => CATCHMENT_RADII.some((radius) => radius === value)),
    question: oneOf('q', CATCHMENT_QUESTIONS, 'in-reach'),
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
    ['layer', state.layer === 'ladder' ? '' : state.layer],
    ['year', state.year === PROGRAMME_YEARS.last ? '' : String(state.year)],
    ['with', state.beside],
    ['km', state.km === 0 ? '' : String(state.km)],
    ['q', state.question === 'in-reach' ? '' : state.question],
    ['sort', state.sort === 'name' && !state.descending ? '' : `${state.descending ? '-' : ''}${state.sort}`],
    ['page', state.page === 1 ? '' : String(state.page)],
    ['c', centre ? `${centre.latitude.toFixed(3)},${centre.longitude.toFixed(3)},${centre.zoom}` : ''],
  ];
  return new URLSearchParams(entries.filter(([, value]) => value !== '').map(([key, value]) => [key, value]));
}

const isProgrammeYear = (year: number): boolean =>
  year >= PROGRAMME_YEARS.first && year <= PROGRAMME_YEARS.last;

/** The address to hand on: every choice, and the version by which it is to be read. */
export const toSharedAddress = (origin: string, state: ExplorerState): string => {
  const parameters = toSearchParams(state);
  parameters.append('v', ADDRESS_VERSION);
  return `${origin}/map?${parameters.toString()}`;
};

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
