/** Stands for a token or page name that cannot be read; no link and no page is called so. */
const UNREADABLE = '-';
/** The router takes no longer part of an address; no token and no page name comes near it. */
const LONGEST_PART = 100;

/** Whether an address is one of the answering pages, spelt rightly or not. */
export const isRespondAddress = (url: string): boolean => /^\/+(respond|r)(?=[/?]|$)/.test(url);

/**
 * The address under which a request for an answering page is looked up. Mail programs add a slash, cut links and
 * double them; whoever follows such a link must meet a page in words and not the router's refusal. Other addresses
 * stay as they are.
 */
export function respondAddress(url: string): string {
  if (!isRespondAddress(url)) return url;
  const end = url.indexOf('?');
  const [path, query] = end < 0 ? [url, ''] : [url.slice(0, end), url.slice(end)];
  const [first = '', token = UNREADABLE, ...page] = path.split('/').filter((part) => part !== '');
  const parts = [token, ...(page.length > 1 ? [UNREADABLE] : page)];
  return `/${[first, ...parts.map((part) => (isReadable(part) ? part : UNREADABLE))].join('/')}${query}`;
}

function isReadable(part: string): boolean {
  if (part.length > LONGEST_PART) return false;
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}
