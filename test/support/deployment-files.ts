import { type Dockerfile, DockerfileParser, type Instruction } from 'dockerfile-ast';
import { parse } from 'yaml';

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** What the image is: the last stage of the Dockerfile. */
export interface Image {
  readonly user: string;
  readonly ports: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
  /** Where things of the project come from, below its root. */
  readonly copied: readonly string[];
  /** Every instruction of every stage. */
  readonly all: readonly Instruction[];
}

export function readImage(): Image {
  const file: Dockerfile = DockerfileParser.parse(textOf('Dockerfile'));
  const all = file.getInstructions();
  const begin = all.findLastIndex((one) => one.getKeyword() === 'FROM');
  const last = all.slice(begin);
  const rawOf = (keyword: string): string =>
    last.findLast((one) => one.getKeyword() === keyword)?.getRawArgumentsContent() ?? '';
  const listIn = (raw: string): string[] => JSON.parse(raw.slice(raw.indexOf('['))) as string[];
  const env = Object.fromEntries(
    rawOf('ENV')
      .split(/\s+/)
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  ) as Record<string, string>;
  return {
    user: rawOf('USER'),
    ports: rawOf('EXPOSE').split(/\s+/),
    env,
    command: listIn(rawOf('CMD')),
    healthCheck: listIn(rawOf('HEALTHCHECK')),
    copied: last
      .filter((one) => one.getKeyword() === 'COPY')
      .map((one) => one.getRawArgumentsContent()?.split(/\s+/).at(-1) ?? ''),
    all,
  };
}

/** A service of the compose file, as far as tests look at it. */
export interface Service {
  readonly image?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly command?: unknown;
  readonly entrypoint?: unknown;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly privileged?: boolean;
}

export const readCompose = (): Readonly<Record<string, Service>> =>
  (parse(textOf('compose.yaml')) as { services: Record<string, Service> }).services;

/** The settings of a systemd unit by name; the last of those that are there several times. */
export const readUnit = (): ReadonlyMap<string, string> =>
  new Map(
    [...textOf('deploy/liaison-atlas.service').matchAll(/^(\w+)=(.*)$/gm)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );

export const envOf = (line: string): Record<string, string> =>
  Object.fromEntries(line.split(' ').map((pair) => pair.split('=') as [string, string]));

/**
 * The SQL that the database of the compose file begins with, with its passwords put in as psql does.
 * @throws Error for a variable that nobody sets
 */
export const readRoles = (passwords: Readonly<Record<string, string>>): string =>
  textOf('deploy/make-roles.sql').replaceAll(/:'(\w+)'/g, (_whole, name: string) => {
    const value = passwords[name];
    if (value === undefined) throw new Error(`nobody sets ${name}`);
    return `'${value.replaceAll("'", "''")}'`;
  });

/** Which variables the script passes on to that SQL, and from which settings of the database's container. */
export const readRoleSettings = (): ReadonlyMap<string, string> =>
  new Map(
    [...textOf('deploy/make-roles.sh').matchAll(/--set "(\w+)=\$(\w+)"/g)].map(([, name = '', from = '']) => [
      name,
      from,
    ]),
  );
