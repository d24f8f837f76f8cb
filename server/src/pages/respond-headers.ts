/**
 * Headers of every answering page and redirect: the address holds the link's secret, so it is neither kept by a
 * cache, nor passed on to another site, nor found by a search engine.
 */
export const PRIVATE_PAGE: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
};
