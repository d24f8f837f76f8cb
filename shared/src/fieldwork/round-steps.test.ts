import { describe, expect, it } from 'vitest';

import { blankPlan } from './new-round.js';
import { roundNoteWords } from './round-note.js';
import { ROUND_STATES } from './round.js';
import { checkStep, formsAtStep, ROUND_STEPS, type SteppingRound, stepsFrom } from './round-steps.js';
import { dueStep, takesAnswersAt, takesCorrectionsAt, type TimedRound } from './round-times.js';
import { stepWords } from './step-words.js';

const KEPT = { unsentForms: 3, contacts: 12 };

const NOW = '2027-05-10T12:00:00.000Z';
const BEFORE = '2027-05-10T11:59:59.999Z';
const AFTER = '2027-05-10T12:00:00.001Z';

const ready: SteppingRound = {
  plan: {
    ...blankPlan({ title: 'A round', instrumentKey: 'k', instrumentVersion: '1.0', frameId: 'f' }),
    closesAt: AFTER,
    correctionsUntil: AFTER,
    purpose: 'service_evaluation',
    legalBasis: 'public_task',
  },
  instrumentStatus: 'published',
  frameStatus: 'frozen',
};
const problems = (
  from: 'draft' | 'pilot' | 'open',
  to: (typeof ROUND_STATES)[number],
  changes: Partial<SteppingRound> = {},
  plan = {},
) =>
  checkStep({ ...ready, ...changes, plan: { ...ready.plan, ...plan } }, { from, to }, NOW).map(
    ({ field, code }) => `${field} ${code}`,
  );

describe('the steps of a round', () => {
  it('are those of the life cycle and no other', () => {
    const allowed = ROUND_STATES.flatMap((from) =>
      ROUND_STATES.filter((to) => !problemsOfAll(from, to).includes('to NO_SUCH_STEP')).map(
        (to) => `${from} ${to}`,
      ),
    );
    expect(allowed).toEqual([
      'draft pilot',
      'draft open',
      'pilot draft',
      'pilot open',
      'open corrections',
      'open cleaning',
      'corrections cleaning',
    ]);
    expect(stepsFrom('published')).toEqual([]);
  });
  const problemsOfAll = (from: any, to: any) => problems(from, to);

  it('each say what follows from them, and ask for the permission to plan', () => {
    for (const step of ROUND_STEPS) {
      const { button, consequences } = stepWords(step, { sent: 2, unsent: 1 });
      expect(button).not.toContain('Go on to');
      expect(consequences.length).toBeGreaterThan(0);
      expect(step.permission).toBe('PlanRound');
    }
    expect(
      stepWords({ from: 'open', to: 'corrections' }, { sent: 2, unsent: 1 }).consequences.join(),
    ).toContain('1 form never sent becomes partial');
  });

  it('open a round that has everything, from a draft and from a pilot', () => {
    expect(problems('draft', 'open')).toEqual([]);
    expect(problems('pilot', 'open')).toEqual([]);
    expect(problems('pilot', 'draft', { instrumentStatus: 'none', frameStatus: 'none' })).toEqual([]);
  });

  it.each<[string, Partial<SteppingRound>, object, string[]]>([
    [
      'a draft of a questionnaire',
      { instrumentStatus: 'draft' },
      {},
      ['instrumentVersion INSTRUMENT_NOT_PUBLISHED'],
    ],
    ['a pilot version', { instrumentStatus: 'piloted' }, {}, ['instrumentVersion INSTRUMENT_NOT_PUBLISHED']],
    [
      'a retired version',
      { instrumentStatus: 'retired' },
      {},
      ['instrumentVersion INSTRUMENT_NOT_PUBLISHED'],
    ],
    ['a frame that is not frozen', { frameStatus: 'draft' }, {}, ['frameId FRAME_NOT_FROZEN']],
    ['no purpose', {}, { purpose: '' }, ['purpose NO_PURPOSE']],
    ['research without approval', {}, { purpose: 'research' }, ['approval NO_APPROVAL']],
    ['no legal basis', {}, { legalBasis: '' }, ['legalBasis NO_LEGAL_BASIS']],
    ['no closing day', {}, { closesAt: null, correctionsUntil: null }, ['closesAt NO_CLOSING_DAY']],
    ['a closing day that has passed', {}, { closesAt: NOW }, ['closesAt DATE_IN_THE_PAST']],
  ])('do not open a round with %s', (_what, changes, plan, expected) =>
    expect(problems('draft', 'open', changes, plan)).toEqual(expected),
  );

  it('let a pilot begin with a pilot version and without a closing day', () => {
    expect(
      problems('draft', 'pilot', { instrumentStatus: 'piloted' }, { closesAt: null, correctionsUntil: null }),
    ).toEqual([]);
    expect(problems('draft', 'pilot', { instrumentStatus: 'draft' })).toEqual([
      'instrumentVersion INSTRUMENT_NOT_PUBLISHED',
    ]);
  });

  it('lead to corrections only while there is time for them', () => {
    expect(problems('open', 'corrections')).toEqual([]);
    expect(problems('open', 'corrections', {}, { correctionsUntil: NOW })).toEqual([
      'correctionsUntil NO_TIME_FOR_CORRECTIONS',
    ]);
    expect(problems('open', 'cleaning', {}, { correctionsUntil: null })).toEqual([]);
  });

  it('touch forms where a pilot ends and where a round closes', () => {
    const touched = ROUND_STEPS.map((step) => {
      const { endsPilot, closesForms } = formsAtStep(step);
      return `${step.from} ${step.to}${endsPilot ? ' tests' : ''}${closesForms ? ' partial' : ''}`;
    });
    expect(touched).toEqual([
      'draft pilot',
      'draft open',
      'pilot draft tests',
      'pilot open tests',
      'open corrections partial',
      'open cleaning partial',
      'corrections cleaning',
    ]);
  });
});

describe('what a date does by itself', () => {
  const round = (values: Partial<TimedRound>): TimedRound => ({
    state: 'open',
    opensAt: null,
    closesAt: null,
    correctionsUntil: null,
    ...values,
  });

  it.each<[string, Partial<TimedRound>, ReturnType<typeof dueStep>]>([
    ['nothing before the close', { closesAt: AFTER, correctionsUntil: AFTER }, undefined],
    ['corrections at the close', { closesAt: NOW, correctionsUntil: AFTER }, 'corrections'],
    ['cleaning at a close without corrections', { closesAt: NOW }, 'cleaning'],
    [
      'cleaning when nobody looked until corrections were over',
      { closesAt: BEFORE, correctionsUntil: NOW },
      'cleaning',
    ],
    [
      'cleaning after corrections',
      { state: 'corrections', closesAt: BEFORE, correctionsUntil: NOW },
      'cleaning',
    ],
    ['nothing to corrections without an end', { state: 'corrections', closesAt: BEFORE }, undefined],
    ['nothing to a draft', { state: 'draft', closesAt: BEFORE }, undefined],
    ['nothing to a pilot', { state: 'pilot', closesAt: BEFORE }, undefined],
  ])('%s', (_what, values, expected) => expect(dueStep(round(values), NOW)).toBe(expected));

  it('never changes what is taken: before and after the step both are the same', () => {
    const dates = [null, BEFORE, NOW, AFTER];
    for (const closesAt of dates)
      for (const correctionsUntil of dates) {
        const open = round({ closesAt, correctionsUntil });
        const to = dueStep(open, NOW);
        if (to === undefined) continue;
        const stepped = { ...open, state: to };
        expect(takesAnswersAt(stepped, NOW)).toBe(takesAnswersAt(open, NOW));
        expect(takesCorrectionsAt(stepped, NOW)).toBe(takesCorrectionsAt(open, NOW));
      }
  });

  it('binds a pilot by the close and not by the opening', () => {
    expect(takesAnswersAt(round({ state: 'pilot', opensAt: AFTER }), NOW)).toBe(true);
    expect(takesAnswersAt(round({ state: 'pilot', closesAt: NOW }), NOW)).toBe(false);
  });
});

describe('the note of a round', () => {
  const settings = {
    unitOfAnalysis: 'site',
    nameFacts: true,
    nameDontKnow: false,
    nameSilence: false,
  } as const;
  const note = {
    purpose: 'research',
    approval: 'REC 27/1',
    legalBasis: 'public_task',
    legalBasisWhy: 'Asked by Parliament.',
    furtherWords: 'One.\nTwo.',
  } as const;

  it('is empty in rounds from before there was one', () => {
    expect(roundNoteWords(settings, KEPT)).toEqual([]);
  });

  it('says who is asked, what it is, on which basis, and what is erased when', () => {
    const words = roundNoteWords(
      { ...settings, perspectives: ['liaison', 'iapt', 'psychology'], note },
      KEPT,
    );
    expect(words[0]).toBe(
      'This round asks liaison psychiatry teams, NHS Talking Therapies (formerly IAPT) services and clinical health psychology services.',
    );
    expect(words[1]).toContain('research, approved under the reference REC 27/1');
    expect(words[2]).toMatch(/Article 6\(1\)\(e\).*Asked by Parliament\.$/);
    expect(words.slice(3, 5)).toEqual(['One.', 'Two.']);
    expect(words.join(' ')).toMatch(/12 months after the final release.*never kept with its answers/);
  });
});
