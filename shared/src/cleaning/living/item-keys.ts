import { byText } from '../by-text.js';
import type { Form, Perspective } from '../../fieldwork/response.js';
import type { Decision } from '../decision.js';
import { idOfBasis } from '../queue.js';
import type { AskedSite } from '../site-query.js';
import { ItemGraph } from './item-graph.js';

/*
 * By what forms, decisions and questions to sites hang together. Forms are compared within one perspective of one
 * hospital (R4 to R8), and with what came with the same request (R0); whatever shares neither has no say in each other.
 */

export const formKey = (responseId: string): string => `f:${responseId}`;
export const decisionKey = (id: string): string => `d:${id}`;
export const queryKey = (id: string): string => `q:${id}`;
export const placeKey = (odsCode: string, perspective: Perspective | ''): string =>
  `h:${odsCode} ${perspective}`;

/**
 * Hospitals that a form speaks for, and the request that it came with.
 * @param matchedTo hospitals that anybody ever matched it to: so taking a match back stays in its group
 */
export function keysOfForm(form: Form, matchedTo: Iterable<string> = []): readonly string[] {
  const { odsCode, alsoFor, idempotencyKey, perspective } = form;
  const places = [odsCode, ...alsoFor, ...matchedTo]
    .filter((code) => code !== '')
    .map((code) => placeKey(code, perspective));
  return idempotencyKey === '' ? places : [...places, `r:${idempotencyKey}`];
}

/** Everything that a decision is about or rests on, whatever became of it since. */
export function keysOfDecision(decision: Decision): readonly string[] {
  const { kind, responseId, odsCode, perspective, basis, targetId } = decision;
  return [
    ...(responseId === '' ? [] : [formKey(responseId)]),
    ...basis.map((revision) => formKey(idOfBasis(revision))),
    ...(kind === 'resolve' || kind === 'query' ? [placeKey(odsCode, perspective)] : []),
    ...(targetId === '' ? [] : [decisionKey(targetId)]),
  ];
}

export const keysOfQuery = ({ odsCode, perspective }: AskedSite): readonly string[] => [
  placeKey(odsCode, perspective),
];

/** What belongs to a part of a round. */
export interface RoundItems {
  readonly forms: readonly Form[];
  readonly decisions: readonly Decision[];
  readonly queries: readonly AskedSite[];
}

/** What somebody wants to decide about. */
export interface About {
  readonly responseIds: readonly string[];
  readonly decisionIds: readonly string[];
  /** Hospitals with the perspective that is meant, or null = the perspective of any form that is named. */
  readonly places: readonly { readonly odsCode: string; readonly perspective: Perspective | '' | null }[];
}

/** The names of what is to be decided about. @param forms those of the forms that are named which are there */
export function keysAbout(about: About, forms: readonly Form[]): readonly string[] {
  const perspectives = [...new Set(forms.map(({ perspective }) => perspective))];
  return [
    ...about.responseIds.map(formKey),
    ...about.decisionIds.map(decisionKey),
    ...about.places.flatMap(({ odsCode, perspective }) =>
      (perspective === null ? perspectives : [perspective]).map((each) => placeKey(odsCode, each)),
    ),
  ];
}

/** Of some items those that have a say in what is to be decided; of a whole round or of any part that holds them all. */
export function itemsAbout(items: RoundItems, about: About): RoundItems {
  const graph = new ItemGraph();
  const matches = new Map<string, string[]>();
  for (const { kind, responseId, value } of items.decisions)
    if (kind === 'match') matches.set(responseId, [...(matches.get(responseId) ?? []), value]);
  for (const form of items.forms)
    graph.put(formKey(form.responseId), keysOfForm(form, matches.get(form.responseId)));
  for (const decision of items.decisions) graph.put(decisionKey(decision.id), keysOfDecision(decision));
  for (const query of items.queries) graph.put(queryKey(query.id), keysOfQuery(query));
  const named = new Set(about.responseIds);
  graph.put(
    'about',
    keysAbout(
      about,
      items.forms.filter(({ responseId }) => named.has(responseId)),
    ),
  );
  const related = graph.groupOf('about');
  return {
    forms: items.forms.filter(({ responseId }) => related.has(formKey(responseId))),
    decisions: items.decisions.filter(({ id }) => related.has(decisionKey(id))),
    queries: items.queries.filter(({ id }) => related.has(queryKey(id))),
  };
}

/** Everything of a round by its id. */
export interface ItemsById {
  readonly forms: ReadonlyMap<string, Form>;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly queries: ReadonlyMap<string, AskedSite>;
}

/** The items that these keys name, questions the oldest first; what is not there is left out. */
export function itemsByKey(keys: Iterable<string>, all: ItemsById): RoundItems {
  const forms: Form[] = [];
  const decisions: Decision[] = [];
  const queries: AskedSite[] = [];
  for (const key of keys) {
    const id = key.slice(2);
    const [form, decision, query] = [
      key.startsWith('f:') ? all.forms.get(id) : undefined,
      key.startsWith('d:') ? all.decisions.get(id) : undefined,
      key.startsWith('q:') ? all.queries.get(id) : undefined,
    ];
    if (form !== undefined) forms.push(form);
    if (decision !== undefined) decisions.push(decision);
    if (query !== undefined) queries.push(query);
  }
  queries.sort((a, b) => byText(a.askedAt, b.askedAt) || byText(a.id, b.id));
  return { forms, decisions, queries };
}
