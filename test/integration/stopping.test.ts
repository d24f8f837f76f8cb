import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { startServer } from '../support/start-server.js';

describe('a server that is told to stop', () => {
  it('answers what it was asked before, and keeps no connection for a next question', async () => {
    const server = await startServer();
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.setEncoding('utf8').on('data', (part: string) => (text += part));
    const ended = once(socket, 'end');
    const body = JSON.stringify({ query: '{ rounds { id } }' });
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\n` +
        `Content-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
    );
    // It has begun with the question when it is told to stop, and has the rest of it afterwards.
    await pause(200);
    const stopped = server.stop();
    await pause(200);
    socket.write(body.slice(5));
    await ended;
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
    expect(text).toMatch(/\r\nconnection: close\r\n/i);
    expect(text).toContain('demo-2026');
    socket.end();
    await stopped;
  });
});
