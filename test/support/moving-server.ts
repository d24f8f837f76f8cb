import type { GraphqlAnswer, TestServer } from './start-server.js';

/** The product as its users know it: an address, behind which the process may be another one every time. */
export class MovingServer {
  url = '';

  async send(query: string, variables: Record<string, unknown> = {}, cookie = ''): Promise<GraphqlAnswer> {
    const answer = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie !== '' && { cookie }) },
      body: JSON.stringify({ query, variables }),
    });
    return (await answer.json()) as GraphqlAnswer;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.url + path, { headers, redirect: 'manual' });
  }

  /** For helpers that only send and get; nothing of the process itself can be reached. */
  asServer(): TestServer {
    return this as unknown as TestServer;
  }
}
