import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { positionOn } from '../analysis/dataset-indicators.js';
import { hospitalCategory } from '../analysis/hospital-category.js';
import type { LadderCode } from '../analysis/ladder-code.js';
import type { HospitalRecord } from '../cleaning/analysis-dataset.js';
import { hospitalChanges } from './change-since-release.js';
import { type ExampleAnswer, exampleRecord } from './example-dataset.js';
import { nameableCode } from './nameable-code.js';
import { protectWithheld, type ShownCodes } from './protect-withheld.js';
import { publicPosition } from './public-position.js';
import type { PublicationSettings } from './publication-settings.js';

/** What a reader can hold a hospital to have said; everything that is in no count is one thing to him. */
const SAYINGS = ['yes', 'no', 'dont_know', 'nothing'] as const;
type Saying = (typeof SAYINGS)[number];

const sayingOf = (record: HospitalRecord): Saying => {
  const position = positionOn(record, 'iapt_inreach');
  return position === 'yes' || position === 'no' || position === 'dont_know' ? position : 'nothing';
};

interface Released {
  readonly truth: ReadonlyMap<string, Saying>;
  readonly codes: ShownCodes;
}

function release(
  answers: Readonly<Record<string, ExampleAnswer | undefined>>,
  settings: PublicationSettings,
  earlier: readonly ShownCodes[] = [],
): Released {
  const records = Object.entries(answers).map(([odsCode, answer]) => exampleRecord(odsCode, answer));
  const shown = protectWithheld(
    records.map((record) => ({
      record,
      code: nameableCode(hospitalCategory(record, 'live').code, record, settings),
    })),
    settings,
    earlier,
  );
  return {
    truth: new Map(records.map((record) => [record.odsCode, sayingOf(record)])),
    codes: new Map(shown.map(({ record, code }) => [record.odsCode, code])),
  };
}

/** What a code leaves open, to a reader who takes it literally. */
function couldSay(code: LadderCode): readonly Saying[] {
  if (code === 'NR') return ['nothing'];
  const said = publicPosition(code, 'iapt-in-reach');
  return said === 'not_said' ? SAYINGS : [said];
}

/** How often each answer was given the first and the second time, in one number: a digit for each. */
const BASE = 8;
const weightOf = (saying: Saying, release: 0 | 1): number => {
  const at = SAYINGS.indexOf(saying);
  return at === 3 ? 0 : BASE ** (3 * release + at);
};
const totals = (truth: Released['truth'], release: 0 | 1): number =>
  [...truth.values()].reduce((sum, saying) => sum + weightOf(saying, release), 0);

/**
 * A reader with both releases, who tries every story about every hospital: what it said the first time and the
 * second, both times the same where it is shown the same, so that both sets of totals come out. What all stories that
 * fit agree upon about the second time has been worked out.
 */
function workedOut(first: Released, second: Released): ReadonlyMap<string, Saying> {
  const names = [...second.codes.keys()];
  const wanted = totals(first.truth, 0) + totals(second.truth, 1);
  const stories = new Map(
    names.map((name) => {
      const [before, after] = [first.codes.get(name)!, second.codes.get(name)!];
      const told = couldSay(before).flatMap((one) =>
        couldSay(after)
          .filter((other) => before !== after || one === other)
          .map((other) => ({ other, weight: weightOf(one, 0) + weightOf(other, 1) })),
      );
      return [name, told] as const;
    }),
  );
  const reachable = (without: string): ReadonlySet<number> =>
    names
      .filter((name) => name !== without)
      .reduce<ReadonlySet<number>>(
        (sums, name) =>
          new Set([...sums].flatMap((sum) => stories.get(name)!.map(({ weight }) => sum + weight))),
        new Set([0]),
      );
  const found = new Map(
    names.flatMap((name) => {
      const rest = reachable(name);
      const fits = stories.get(name)!.filter(({ weight }) => rest.has(wanted - weight));
      const said = new Set(fits.map(({ other }) => other));
      const [only] = said;
      return said.size === 1 && only !== undefined ? [[name, only] as const] : [];
    }),
  );
  // Who is led to something untrue cannot know which of his findings hold.
  const isMisled = [...found].some(([name, said]) => second.truth.get(name) !== said);
  return isMisled ? new Map() : found;
}

/** What the public change says of two releases, and the earlier codes as far as it and the later release give them. */
function toldByChange(first: Released, second: Released) {
  const shown = ({ codes }: Released) =>
    [...codes].map(([odsCode, category]) => ({
      odsCode,
      name: odsCode,
      category,
      label: category,
      score: null,
    }));
  const change = hospitalChanges(shown(first), shown(second));
  const earlier = new Map(change.hospitals.map(({ odsCode, before }) => [odsCode, before?.category]));
  const codes: ShownCodes = new Map(
    [...second.codes].map(([name, code]) => [name, earlier.get(name) ?? code]),
  );
  return { change, reader: { ...first, codes } };
}

const NAMES = ['A', 'B', 'C', 'D', 'E'] as const;
const anyAnswer = fc.record({
  treats: fc.constantFrom('yes' as const, 'no' as const, 'dont_know' as const),
  inReach: fc.constantFrom('yes' as const, 'no' as const, 'dont_know' as const),
  nameFacts: fc.boolean(),
});
const anyRound = fc.record(
  Object.fromEntries(NAMES.map((name) => [name, fc.option(anyAnswer, { nil: undefined })])),
) as fc.Arbitrary<Record<string, ExampleAnswer | undefined>>;
const anySettings = fc.record({
  nameFacts: fc.constant(true),
  nameDontKnow: fc.boolean(),
  nameSilence: fc.constant(true),
  unitOfAnalysis: fc.constant('site' as const),
}) as fc.Arbitrary<PublicationSettings>;

describe('two releases of one round', () => {
  it('do not tell together what a hospital said that is withheld', () => {
    let solvable = 0;
    fc.assert(
      fc.property(
        anyRound,
        fc.dictionary(fc.constantFrom(...NAMES), fc.option(anyAnswer, { nil: undefined }), { maxKeys: 3 }),
        anySettings,
        (answers, later, settings) => {
          const first = release(answers, settings);
          // Between releases hospitals answer or take back; one that corrects itself is met by the assumption of the
          // reader, which is then wrong.
          const after = Object.fromEntries(
            Object.entries(answers).map(([name, before]) => [
              name,
              !(name in later) ? before : before === undefined ? later[name] : undefined,
            ]),
          );
          const second = release(after, settings, [first.codes]);
          const careless = release(after, settings);
          const isSecret = (name: string, said: Saying): boolean =>
            said !== 'nothing' &&
            said === second.truth.get(name) &&
            publicPosition(first.codes.get(name)!, 'iapt-in-reach') !== said;
          const secrets = (shown: Released): readonly string[] =>
            [...workedOut(first, shown)].flatMap(([name, said]) =>
              shown.codes.get(name) === 'NP' && isSecret(name, said) ? [name] : [],
            );
          if (secrets(careless).length > 0) solvable += 1;
          // The list of changes names nobody whom the later release withholds, and nothing that either does not say.
          const { change, reader } = toldByChange(first, second);
          for (const { odsCode, before: was, after: is } of change.hospitals) {
            expect(is?.category).toBe(second.codes.get(odsCode));
            expect(is?.category).not.toBe('NP');
            expect(was?.category).toBe(first.codes.get(odsCode));
          }
          const byTheList = [...workedOut(reader, second)].flatMap(([name, said]) =>
            second.codes.get(name) === 'NP' && isSecret(name, said) ? [name] : [],
          );
          for (const name of byTheList)
            for (const [other, code] of second.codes)
              if (code !== 'NP')
                expect(second.truth.get(other), `the list gives ${name} away`).toBe(second.truth.get(name));
          // Hidden behind nobody only where nobody is left who said anything else.
          for (const name of secrets(second))
            for (const [other, code] of second.codes)
              if (code !== 'NP')
                expect(second.truth.get(other), `${other} could hide ${name}`).toBe(second.truth.get(name));
        },
      ),
      { numRuns: 200, seed: 5 },
    );
    // The attack is real: without looking back, releases do solve each other.
    expect(solvable).toBeGreaterThan(3);
  }, 60_000);

  it('do not show a hospital as silent that was withheld: the totals would say what it took back', () => {
    const settings = {
      nameFacts: true,
      nameDontKnow: true,
      nameSilence: true,
      unitOfAnalysis: 'site',
    } as PublicationSettings;
    const no = { treats: 'no', inReach: 'no', nameFacts: false } as const;
    const first = release({ A: no, B: undefined, C: undefined }, settings);
    expect(first.codes.get('A')).toBe('NP');
    const second = release({ A: undefined, B: undefined, C: undefined }, settings, [first.codes]);
    expect([...second.codes.values()]).toEqual(['NP', 'NP', 'NR']);
  });
});
