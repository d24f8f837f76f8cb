/** How many entries a long list shows at a time. */
export const PAGE_SIZES = [50, 100, 500] as const;
export type PageSize = (typeof PAGE_SIZES)[number];

/** Which part of a list is shown. */
export interface ListPage {
  readonly page: number;
  readonly size: PageSize;
}

/** Reads a list's part from the address; what it does not understand counts as not chosen. */
export const parseListPage = (parameters: URLSearchParams): ListPage => ({
  page: Math.max(1, Number.parseInt(parameters.get('page') ?? '', 10) || 1),
  size: PAGE_SIZES.find((each) => String(each) === parameters.get('size')) ?? PAGE_SIZES[0],
});

/** The address with another part of the list, or other choices; a default leaves no trace, and a choice begins at page 1. */
export function withListPage(
  parameters: URLSearchParams,
  change: Partial<ListPage>,
  choices: Readonly<Record<string, string>> = {},
): URLSearchParams {
  const next = new URLSearchParams(parameters);
  for (const [key, value] of Object.entries(choices))
    if (value === '') next.delete(key);
    else next.set(key, value);
  const { page = 1, size = parseListPage(parameters).size } = change;
  next.delete('page');
  next.delete('size');
  if (page !== 1) next.set('page', String(page));
  if (size !== PAGE_SIZES[0]) next.set('size', String(size));
  return next;
}
