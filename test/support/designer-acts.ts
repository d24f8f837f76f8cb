import { DesignCalls, type DraftAnswer } from './designer-calls.js';
import type { Act } from './audited-act.js';
import type { Person } from './people.js';

/** Drafts that have to be there before what is audited. */
export const AUDITED_DRAFTS = [
  'audited-deleted',
  'audited-pilot',
  'audited-published',
  'audited-saved',
] as const;

/** Begins a draft of a new series. */
export const beginDraft = (lead: Person, key: string): Promise<DraftAnswer> =>
  new DesignCalls(lead).create({ key, title: key, from: '' });

/** Each mutation of the designer by name, in an order in which each finds what it needs; `lead` answers later. */
export function designerActs(
  lead: () => Person,
  drafts: ReadonlyMap<string, DraftAnswer>,
): Readonly<Record<string, Act>> {
  const designer = (): DesignCalls => new DesignCalls(lead());
  const draftOf = (key: (typeof AUDITED_DRAFTS)[number]): DraftAnswer => drafts.get(key)!;
  return {
    createInstrumentDraft: {
      act: () => beginDraft(lead(), 'audited-survey'),
      event: 'instrument.draft-created by demo-survey_lead',
    },
    deleteInstrumentDraft: {
      act: () => designer().remove(draftOf('audited-deleted').id, 1),
      event: 'instrument.draft-deleted by demo-survey_lead',
    },
    pilotInstrument: {
      act: () => designer().pilot(draftOf('audited-pilot').id, 1),
      event: 'instrument.piloted by demo-survey_lead',
    },
    publishInstrument: {
      act: () => designer().publish({ id: draftOf('audited-published').id, expectedRevision: 1 }),
      event: 'instrument.published by demo-survey_lead',
    },
    retireInstrument: {
      act: () => designer().retire('audited-published', '1.0'),
      event: 'instrument.retired by demo-survey_lead',
    },
    saveInstrumentDraft: {
      act: () => designer().save(draftOf('audited-saved').id, 1, draftOf('audited-saved').content),
      event: 'instrument.draft-saved by demo-survey_lead',
    },
  };
}
