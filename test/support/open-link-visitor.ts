import { hidden } from './people.js';
import type { TestServer } from './start-server.js';

/** What somebody enters on the page of an open link. */
export interface OpenEntries {
  readonly hospital?: string;
  readonly otherName?: string;
  readonly otherTown?: string;
  readonly email?: string;
  readonly key?: string;
}

/** Somebody from a mailing list, with the list's address and no link of their own. */
export class OpenLinkVisitor {
  constructor(
    private readonly server: Pick<TestServer, 'url' | 'get'>,
    readonly path: string,
  ) {}

  open(): Promise<Response> {
    return this.server.get(this.path);
  }

  /** The key that the page gives this browser. */
  async key(): Promise<string> {
    return hidden(await (await this.open()).text(), 'key');
  }

  /** Presses Start, with a fresh page's key unless one is given. */
  async starts(entries: OpenEntries): Promise<Response> {
    const body = new URLSearchParams({
      key: entries.key ?? (await this.key()),
      hospital: '',
      otherName: '',
      otherTown: '',
      email: '',
      ...entries,
    });
    return fetch(this.server.url + this.path, { method: 'POST', body, redirect: 'manual' });
  }

  /** Presses Start and gives the token of the form that was begun. */
  async begins(entries: OpenEntries): Promise<string> {
    return tokenIn((await this.starts(entries)).headers.get('location') ?? '');
  }
}

/** The token in the address of an answering page; '' where there is none. */
export const tokenIn = (text: string): string => /\/respond\/([\w-]{16,64})/.exec(text)?.[1] ?? '';
