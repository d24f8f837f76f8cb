import { measureInTurns } from './slices.mjs';

const COMMENTS = 10_000;
const CODES = 20;
/** Share of comments that a coder gives a code to. */
const USED = 0.1;

/** The same numbers at every run, so that every run codes the same. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What two coders said about every comment: as the product holds it, and as plain arrays of 0 and 1. */
function codings() {
  const next = numbers(7);
  const codes = Array.from({ length: CODES }, (_, at) => `code-${at}`);
  const first = new Uint8Array(COMMENTS * CODES);
  const second = new Uint8Array(COMMENTS * CODES);
  const units = Array.from({ length: COMMENTS }, (_, unit) => {
    const said = { first: [], second: [] };
    codes.forEach((code, at) => {
      const is = next() < USED;
      if (is) {
        said.first.push(code);
        first[unit * CODES + at] = 1;
      }
      if (next() < 0.9 ? is : next() < USED) {
        said.second.push(code);
        second[unit * CODES + at] = 1;
      }
    });
    return said;
  });
  return { codes, units, first, second };
}

/** Counts the four cells of every code with nothing around it. */
function bareLoop(first, second) {
  const cells = new Int32Array(CODES * 4);
  for (let unit = 0; unit < COMMENTS; unit += 1)
    for (let code = 0; code < CODES; code += 1) {
      const at = unit * CODES + code;
      cells[code * 4 + first[at] * 2 + second[at]] += 1;
    }
  return cells;
}

function perRun(work, sliceMs) {
  const began = performance.now();
  let runs = 0;
  do {
    work();
    runs += 1;
  } while (performance.now() - began < sliceMs / 4);
  return (performance.now() - began) / runs;
}

/** Agreement of two coders on 20 codes over 10,000 comments, beside a bare loop over arrays. */
export async function measureAgreement({ settings, report }) {
  const { agreementOf, agreementTables } = await import('@liaison-atlas/shared/coding/agreement');
  const { codes, units, first, second } = codings();
  const product = () => [...agreementTables(codes, units).values()].map(agreementOf);
  const bare = bareLoop(first, second);
  product().forEach(({ n, observed }, code) => {
    const agreed = bare[code * 4] + bare[code * 4 + 3];
    if (n !== COMMENTS || Math.abs(observed - agreed / COMMENTS) > 1e-12)
      throw new Error('the product and the bare loop count differently');
  });
  const { middle, ratio } = await measureInTurns(settings.rounds, {
    product: () => perRun(product, settings.sliceMs),
    bare: () => perRun(() => bareLoop(first, second), settings.sliceMs),
  });
  report('agreement-10k', { value: middle.product, reference: middle.bare, ratio: ratio('product', 'bare') });
}
