import type { ExportColumn, ExportTable } from './export-table.js';

/** A file that lies in a package, with what was really sent of it. */
export interface PackedTable {
  readonly table: ExportTable;
  readonly path: string;
  readonly bytes: number;
  /** SHA-256, in small hexadecimal digits. */
  readonly sha256: string;
}

export interface PackageInput {
  /** Small letters, digits, `-`, `_`, `.`: a name by which the package is known. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly created: string;
  readonly tables: readonly PackedTable[];
}

interface Field {
  readonly name: string;
  readonly title: string;
  readonly type: 'string' | 'integer' | 'number' | 'date' | 'datetime';
  readonly format?: 'any';
  readonly description?: string;
  readonly constraints?: Readonly<Record<string, unknown>>;
}

/** A Frictionless data package (version 1 of the specification). */
export interface DataPackage {
  readonly profile: 'tabular-data-package';
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly created: string;
  readonly licenses: readonly { readonly name: string; readonly path: string; readonly title: string }[];
  readonly resources: readonly {
    readonly profile: 'tabular-data-resource';
    readonly name: string;
    readonly path: string;
    readonly title: string;
    readonly description: string;
    readonly format: 'csv';
    readonly mediatype: 'text/csv';
    readonly encoding: 'utf-8';
    readonly bytes: number;
    readonly hash: string;
    readonly dialect: Readonly<Record<string, unknown>>;
    readonly schema: {
      readonly fields: readonly Field[];
      readonly primaryKey: readonly string[];
      readonly missingValues: readonly string[];
    };
  }[];
}

/** Describes the CSV files of a package for programs: types, codes, missing values, sizes and checksums. */
export const toDataPackage = (input: PackageInput): DataPackage => ({
  profile: 'tabular-data-package',
  name: input.name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-'),
  title: input.title,
  description: input.description,
  version: input.version,
  created: input.created,
  licenses: [
    {
      name: 'OGL-UK-3.0',
      path: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
      title: 'Open Government Licence v3.0, for the facts of hospitals and areas',
    },
  ],
  resources: input.tables.map(({ table, path, bytes, sha256 }) => ({
    profile: 'tabular-data-resource',
    name: table.id,
    path,
    title: table.title,
    description: `One row is ${table.rowIs}.`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    dialect: { delimiter: ',', quoteChar: '"', doubleQuote: true, lineTerminator: '\r\n', header: true },
    schema: {
      fields: table.columns.map(toField),
      primaryKey: table.key,
      missingValues: missingWords(table),
    },
  })),
});

const TYPES: Readonly<Record<ExportColumn['type'], Field['type']>> = {
  text: 'string',
  code: 'string',
  integer: 'integer',
  decimal: 'number',
  day: 'date',
  moment: 'datetime',
};

function toField({ name, label, type, codes, min, max, unit, askedWhen }: ExportColumn): Field {
  const values = codes.filter(({ absent }) => !absent);
  const bounds = type === 'integer' || type === 'decimal';
  const constraints = {
    ...(type === 'code' && { enum: values.map(({ code }) => code) }),
    ...(bounds && min !== null && { minimum: min }),
    ...(bounds && max !== null && { maximum: max }),
  };
  const words = [
    ...codes.map((one) => `${one.code} = ${one.label}`),
    ...(unit === '' ? [] : [`unit: ${unit}`]),
    ...(askedWhen === '' || askedWhen === 'Always' ? [] : [`asked when ${askedWhen}`]),
  ].join('; ');
  return {
    name,
    title: label,
    type: TYPES[type],
    ...(words !== '' && { description: words }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

/** Every word that stands for a missing value somewhere in the file; the specification knows one list a file. */
const missingWords = ({ columns }: ExportTable): readonly string[] => [
  ...new Set([
    '',
    ...columns.flatMap(({ codes }) => codes.flatMap(({ code, absent }) => (absent ? [code] : []))),
  ]),
];
