import type { ShownCode } from './manage-codebook.graphql.js';

/** A code as it stands in the editor. */
export type EditedCode = ShownCode;

const BLANK = { definition: '', include: '', exclude: '', example: '', colour: '', applicable: true };

/** Adds an empty code at the end; its id is a word of the editor's own until it is stored. */
export function addCode(codes: readonly EditedCode[], parentId: string): readonly EditedCode[] {
  const taken = new Set(codes.flatMap(({ id, key }) => [id, key.toUpperCase()]));
  let number = 1;
  while (taken.has(`C${number}`) || taken.has(`new-${number}`)) number += 1;
  return [...codes, { ...BLANK, id: `new-${number}`, key: `C${number}`, name: '', parentId }];
}

/** Takes a code out; what stood under it moves up. */
export function takeOut(codes: readonly EditedCode[], id: string): readonly EditedCode[] {
  const gone = codes.find((code) => code.id === id);
  if (gone === undefined) return codes;
  return codes
    .filter((code) => code !== gone)
    .map((code) => (code.parentId === id ? { ...code, parentId: gone.parentId } : code));
}

/** The codes under which one may stand: all but itself and what stands under it. */
export function possibleParents(codes: readonly EditedCode[], id: string): readonly EditedCode[] {
  const below = new Set([id]);
  for (let before = 0; before !== below.size;) {
    before = below.size;
    for (const code of codes) if (below.has(code.parentId)) below.add(code.id);
  }
  return codes.filter((code) => !below.has(code.id));
}
