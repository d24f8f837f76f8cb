import 'reflect-metadata';

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { dataDictionary } from '@liaison-atlas/shared/instrument/data-dictionary';
import { allInstruments } from '@liaison-atlas/shared/instrument/registry';
import { withAddressTables } from '@liaison-atlas/shared/publication/address-table';
import { OPEN_ADDRESSES } from '@liaison-atlas/shared/publication/open-addresses';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';

import { resolvers } from './resolvers.js';

/** The copy that Nest requires; a source runner would import another one, whose types are not the same. */
const { lexicographicSortSchema, printSchema } = createRequire(import.meta.url)(
  'graphql',
) as typeof import('graphql');

const HEAD = '# Printed from the server (npm run schema). Do not edit by hand.\n\n';

/** The API contract as text, without a database and without a port. */
export async function schemaText(): Promise<string> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  const schema = await app.get(GraphQLSchemaFactory).create(resolvers);
  await app.close();
  return `${HEAD}${printSchema(lexicographicSortSchema(schema))}\n`;
}

const place = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const read = (path: string): string => readFileSync(place(path), 'utf8');

/** The committed files that are made from the code, by their path from the top; a test holds them against it. */
export async function generatedFiles(): Promise<Readonly<Record<string, string>>> {
  return {
    'shared/schema.graphql': await schemaText(),
    'docs/data-dictionary.md': dataDictionary(allInstruments),
    'docs/data.md': withAddressTables(read('docs/data.md'), OPEN_ADDRESSES),
  };
}

if (process.argv.includes('--write'))
  for (const [path, text] of Object.entries(await generatedFiles())) writeFileSync(place(path), text);
