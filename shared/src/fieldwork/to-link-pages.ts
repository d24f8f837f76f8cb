import { HOSPITAL_VARIABLE } from '../instrument/keys.js';
import type { Problem } from '../kernel/problem.js';
import { ALSO_FOR, alsoForOf } from './also-for.js';
import type { AnsweringView } from './answering-view.js';
import type {
  AlsoModel,
  BegunModel,
  HandedOverModel,
  HandOverModel,
  HospitalName,
  OpenLinkEntries,
  OpenLinkModel,
} from './respond-page.js';
import type { HospitalChoice } from './respond-parts.js';
import { answeredFor, type RespondContext, shellOf } from './to-respond-page.js';

/** Nothing entered yet. */
export const NOTHING_ENTERED: OpenLinkEntries = { hospital: '', otherName: '', otherTown: '', email: '' };

/** A hospital that can be chosen, with the other names that sources give it. */
export interface NamedChoice extends HospitalChoice {
  readonly aliases: readonly string[];
}

/**
 * Every name under which a hospital can be chosen, in the order of the alphabet: its own, and its aliases with the name
 * it goes by. An alias that only repeats the name is left out.
 */
export function hospitalNames(choices: readonly NamedChoice[]): readonly HospitalName[] {
  const names = choices.flatMap(({ odsCode, name, aliases }): HospitalName[] => [
    { odsCode, name, isAlias: false },
    ...aliases
      .filter((alias) => !name.toLowerCase().includes(alias.toLowerCase()))
      .map((alias) => ({ odsCode, name: `${alias} (listed as ${name})`, isAlias: true })),
  ]);
  return names.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** The page of an open link, empty or with what stops the form from being begun. */
export const toOpenLinkPage = (input: Omit<OpenLinkModel, 'kind'>): OpenLinkModel => ({
  ...input,
  kind: 'open-link',
});

/** The page after a form has been begun by an open link. `link` is the full address. */
export const toBegunPage = (
  view: AnsweringView,
  context: RespondContext,
  link: string,
  mail: BegunModel['mail'],
): BegunModel => ({
  ...shellOf(view, context),
  kind: 'begun',
  hospitalName: answeredFor(view, context, view.draft),
  link,
  mail,
  nextHref: `${context.base}/information`,
});

/**
 * The choice of further hospitals. `sameTrust` are those of the trust of the form's own hospital; `chosen` replaces what
 * is saved where the page comes back with a problem.
 */
export function toAlsoPage(
  view: AnsweringView,
  context: RespondContext,
  sameTrust: readonly string[],
  attempt?: { readonly chosen: readonly string[]; readonly problems: readonly Problem[] },
): AlsoModel {
  const own = view.draft[HOSPITAL_VARIABLE];
  const ownCode = own !== undefined && 'given' in own ? String(own.given) : '';
  const chosen = new Set(attempt?.chosen ?? alsoForOf(view.draft));
  const choices = context.hospitals.filter(({ odsCode }) => odsCode !== ownCode);
  const isNearby = ({ odsCode }: HospitalChoice): boolean =>
    chosen.has(odsCode) || sameTrust.includes(odsCode);
  return {
    ...shellOf(view, context),
    kind: 'also',
    hospitalName: answeredFor(view, context, view.draft),
    nearby: choices.filter(isNearby).map((choice) => ({ ...choice, chosen: chosen.has(choice.odsCode) })),
    others: choices.filter((choice) => !isNearby(choice)),
    problems: attempt?.problems ?? [],
    expectedRevision: view.draftRevision,
  };
}

/** Name of the boxes of the page of further hospitals. */
export const ALSO_FIELD = ALSO_FOR;

/** Asks to whom the form is to be handed over. */
export const toHandOverPage = (
  view: AnsweringView,
  context: RespondContext,
  key: string,
  attempt: { readonly email: string; readonly problems: readonly Problem[] } = { email: '', problems: [] },
): HandOverModel => ({
  ...shellOf(view, context),
  kind: 'hand-over',
  hospitalName: answeredFor(view, context, view.draft),
  ...attempt,
  key,
  backHref: context.base,
});

/** Says that the colleague's link is on its way; `link` is the full address of this form. */
export const toHandedOverPage = (
  view: AnsweringView,
  context: RespondContext,
  link: string,
  isSent: boolean,
): HandedOverModel => ({ ...shellOf(view, context), kind: 'handed-over', isSent, link });
