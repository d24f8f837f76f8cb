import type { IndicatorId } from '@liaison-atlas/shared/analysis/indicator-result';

/** How an indicator is called on screen, and how it is defined (methods C3). */
export interface IndicatorWords {
  readonly title: string;
  readonly question: string;
  readonly yes: string;
}

const WORDS: Readonly<Record<IndicatorId, IndicatorWords>> = {
  'iapt-treats-mus-ltc': {
    title: 'IAPT treats people with MUS or LTCs',
    question:
      'Whether the local psychological therapies service (IAPT) assesses and treats patients with medically unexplained symptoms (MUS) or long-term conditions (LTCs).',
    yes: 'say that IAPT treats MUS/LTCs',
  },
  'iapt-in-reach': {
    title: 'IAPT comes into the hospital (in-reach)',
    question:
      'Whether the local psychological therapies service (IAPT) provides an in-reach service into the hospital for patients with MUS or LTCs.',
    yes: 'report in-reach',
  },
};

/** The words of an indicator; an id that this version does not know is shown as it is. */
export const indicatorWords = (id: string): IndicatorWords =>
  id in WORDS ? WORDS[id as IndicatorId] : { title: id, question: '', yes: 'say yes' };
