/** Part of the open interface by which the addresses are put in order. */
export const OPEN_PARTS = {
  rounds: 'Rounds and their releases',
  places: 'Hospitals, areas, early implementers, case studies',
  services: 'Service register: who works where',
  features: 'OGC API Features, for a GIS such as QGIS',
  fhir: 'FHIR R4, for systems of hospitals',
  service: 'The interface itself',
} as const;
export type OpenPart = keyof typeof OPEN_PARTS;

/** What a parameter may be; the same words in OpenAPI 3.0 and 3.1. */
export interface ParameterSchema {
  readonly type: 'string' | 'integer' | 'array';
  readonly enum?: readonly string[];
  readonly default?: string | number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: { readonly type: 'number' };
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** A parameter of an address: a place in its path, or something after the question mark. */
export interface OpenParameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly description: string;
  readonly schema: ParameterSchema;
}

/** One address that anybody may read. */
export interface OpenAddress {
  readonly path: string;
  readonly part: OpenPart;
  /** Name for programs that are generated from the description; never changes. */
  readonly operation: string;
  /** What it holds, in one line. */
  readonly holds: string;
  readonly parameters: readonly OpenParameter[];
  readonly mediaType: string;
  /** Name of the schema in `shared/contracts/open-v1`; '' = the format has one of its own (CSV, FHIR, OpenAPI). */
  readonly schema: string;
  /** A call that works after `npm start`; '' = there is none before something has been entered. */
  readonly example: string;
  /** Whether the address can be asked for something that is not there. */
  readonly mayBeMissing: boolean;
}

/** The media types, in the words of a table. */
export const FORMAT_NAMES: Readonly<Record<string, string>> = {
  'application/json': 'JSON',
  'application/geo+json': 'GeoJSON',
  'text/csv': 'CSV',
  'application/fhir+json': 'FHIR',
  'application/vnd.oai.openapi+json': 'OpenAPI',
  'application/zip': 'ZIP',
  'application/xml': 'XML',
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'text/html': 'HTML',
  'text/plain': 'text',
};
