import type { CodebookContent } from './codebook-content.js';
import type { Application } from './unit-coding.js';

/** Takes an application along to what its code has become; undefined = the book has no such code now. */
export type Carrier = (codeId: string, unitId: string, savedUnder: number) => string | undefined;

/**
 * How applications made under earlier versions read under this one: through splits that named the comment and through
 * merges, as often as it takes. Nothing stored is rewritten, which is why every merge and split can be undone.
 */
export function carrierOf({ codes }: CodebookContent): Carrier {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const splits = new Map<string, { id: string; version: number; units: ReadonlySet<string> }[]>();
  for (const { id, splitFrom } of codes)
    if (splitFrom !== null) {
      const own = splits.get(splitFrom.codeId) ?? [];
      own.push({ id, version: splitFrom.version, units: new Set(splitFrom.units) });
      splits.set(splitFrom.codeId, own);
    }
  return (codeId, unitId, savedUnder) => {
    let at = codeId;
    for (let steps = 0; steps <= codes.length * 2; steps += 1) {
      const moved = splits
        .get(at)
        ?.find(({ version, units }) => savedUnder < version && units.has(unitId))?.id;
      const code = byId.get(at);
      if (code === undefined) return undefined;
      const next = moved ?? code.mergedInto;
      if (next === '') return at;
      at = next;
    }
    return undefined;
  };
}

/** All applications of a comment as the book reads them now; what became the same is there once. */
export function carryApplications(
  carry: Carrier,
  applications: readonly Application[],
  unitId: string,
  savedUnder: number,
): readonly Application[] {
  const carried = new Map<string, Application>();
  for (const application of applications) {
    const codeId = carry(application.codeId, unitId, savedUnder);
    if (codeId === undefined) continue;
    const { start, end } = application;
    const key = `${codeId} ${start} ${end}`;
    if (!carried.has(key)) carried.set(key, { codeId, start, end });
  }
  return [...carried.values()];
}

/** Ids of codes of a comment as the book reads them now, each once; what the book has no more is left out. */
export const carryCodes = (
  carry: Carrier,
  codeIds: readonly string[],
  unitId: string,
  savedUnder: number,
): readonly string[] => [...new Set(codeIds.flatMap((id) => carry(id, unitId, savedUnder) ?? []))];
