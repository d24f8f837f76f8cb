/** Pages beside the present one that are offered by their number. */
const BESIDE = 2;

/** A page by its number, or a gap where pages are left out. */
export type ShownPage = number | 'gap';

/** Which pages a long list offers: the first, the last, and those around the present one; all of them in a short list. */
export function shownPages(page: number, pages: number): readonly ShownPage[] {
  const wanted = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= BESIDE,
  );
  return wanted.flatMap((number, at): ShownPage[] => {
    const before = wanted[at - 1] ?? number - 1;
    // A gap of one page takes as much room as the page.
    if (number - before === 2) return [number - 1, number];
    return number - before > 2 ? ['gap', number] : [number];
  });
}
