import { describe, expect, it } from 'vitest';

import { loadConfig } from './config.js';
import { SiteAddress } from './site-address.js';

const asked = (host: string | undefined, env: Record<string, string> = {}, localPort = 3000): string =>
  new SiteAddress(loadConfig(env)).of({ headers: { host }, socket: { localPort } });

describe('the address of the site', () => {
  it('is PUBLIC_URL where that is set, whatever was asked', () => {
    const env = { PUBLIC_URL: 'https://atlas.example' };
    for (const host of ['localhost:3000', '127.0.0.1:3000', 'evil.example', undefined])
      expect(asked(host, env)).toBe('https://atlas.example');
  });

  it('is the name of this machine that was asked, with the port that answered', () => {
    expect(asked('localhost:3000')).toBe('http://localhost:3000');
    expect(asked('127.0.0.1:41234', { PORT: '0' }, 41234)).toBe('http://127.0.0.1:41234');
    expect(asked('[::1]:3000')).toBe('http://[::1]:3000');
    expect(asked('localhost', { PORT: '80' }, 80)).toBe('http://localhost');
  });

  it.each([
    'evil.example',
    'evil.example:3000',
    'localhost:81',
    'localhost:3000@evil.example',
    'localhost:3000/x',
    'localhost.evil.example:3000',
    '',
    undefined,
  ])('is not taken from a head that says %j', (host) => {
    expect(asked(host)).toBe('http://127.0.0.1:3000');
  });
});
