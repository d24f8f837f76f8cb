import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Version of the code that makes figures; written into every release so that it can be made again. */
export const CODE_VERSION = version;
