import type { TestServer } from './start-server.js';

/** A type as introspection names it, without its wrappers. */
export interface TypeRef {
  readonly kind: string;
  readonly name: string | null;
  readonly ofType?: TypeRef | null;
}

export interface SchemaField {
  readonly name: string;
  readonly args: readonly { readonly name: string; readonly type: TypeRef }[];
  readonly type: TypeRef;
}

interface SchemaType {
  readonly kind: string;
  readonly name: string;
  readonly fields: readonly SchemaField[] | null;
  readonly inputFields: readonly { readonly name: string; readonly type: TypeRef }[] | null;
  readonly enumValues: readonly { readonly name: string }[] | null;
  readonly possibleTypes: readonly { readonly name: string }[] | null;
}

const REF = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }';
const INTROSPECTION = `{ __schema { types {
  kind name
  fields { name args { name type { ${REF} } } type { ${REF} } }
  inputFields { name type { ${REF} } }
  enumValues { name }
  possibleTypes { name }
} } }`;

/** The schema as the running product tells it; every test over "all operations" starts here. */
export class Schema {
  private constructor(private readonly types: ReadonlyMap<string, SchemaType>) {}

  static async of(server: TestServer): Promise<Schema> {
    const { data } = await server.send(INTROSPECTION);
    const types = data?.['__schema']?.types as readonly SchemaType[];
    return new Schema(new Map(types.map((type) => [type.name, type])));
  }

  operations(kind: 'Query' | 'Mutation'): readonly SchemaField[] {
    return this.types.get(kind)?.fields ?? [];
  }

  /** Names of all types that an operation's answer can hold. */
  reachableFrom(field: SchemaField): ReadonlySet<string> {
    const seen = new Set<string>();
    const visit = (name: string): void => {
      if (seen.has(name)) return;
      seen.add(name);
      const type = this.types.get(name);
      for (const inner of type?.fields ?? []) visit(nameOf(inner.type));
      for (const possible of type?.possibleTypes ?? []) visit(possible.name);
    };
    visit(nameOf(field.type));
    return seen;
  }

  fieldsOf(typeName: string): readonly SchemaField[] {
    return this.types.get(typeName)?.fields ?? [];
  }

  /** What an argument can be: an enumeration's values, an input's fields, or a scalar by its name. */
  shapeOf(typeName: string): {
    readonly values: readonly string[];
    readonly fields: readonly { readonly name: string; readonly type: TypeRef }[];
  } {
    const type = this.types.get(typeName);
    return { values: (type?.enumValues ?? []).map(({ name }) => name), fields: type?.inputFields ?? [] };
  }

  /** The operation as text with a variable for each argument, under the argument's name. */
  callWithVariables(kind: 'query' | 'mutation', field: SchemaField): string {
    const declared = field.args.map(({ name, type }) => `$${name}: ${written(type)}`).join(', ');
    const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
    const inBrackets = (text: string): string => (text === '' ? '' : `(${text})`);
    return `${kind} ${inBrackets(declared)} { ${field.name}${inBrackets(given)} ${this.selection(field.type, 2)} }`;
  }

  /** The operation as text that asks for everything down to `depth`, with arguments from `values` by name. */
  callOf(
    kind: 'query' | 'mutation',
    field: SchemaField,
    values: Readonly<Record<string, unknown>>,
    depth = 1,
  ): string {
    const args = field.args.filter(({ name, type }) => name in values || type.kind === 'NON_NULL');
    const given = args.map(({ name, type }) => `${name}: ${this.literal(type, values[name])}`).join(', ');
    return `${kind} { ${field.name}${given === '' ? '' : `(${given})`} ${this.selection(field.type, depth)} }`;
  }

  private selection(type: TypeRef, depth: number): string {
    const named = this.types.get(nameOf(type));
    if (named?.kind === 'UNION') {
      const parts = (named.possibleTypes ?? []).map(
        ({ name }) => `... on ${name} ${this.members(name, depth)}`,
      );
      return `{ __typename ${parts.join(' ')} }`;
    }
    return named?.kind === 'OBJECT' ? this.members(named.name, depth) : '';
  }

  private members(typeName: string, depth: number): string {
    const inner = this.fieldsOf(typeName)
      .filter(({ args }) => args.every(({ type }) => type.kind !== 'NON_NULL'))
      // Fields of one name and several types cannot share a union's selection, so each gets a name of its own.
      .map(({ name, type }) => ({ name, alias: `${typeName}_${name}`, type, isLeaf: this.isLeaf(type) }))
      .filter(({ isLeaf }) => isLeaf || depth > 1)
      .map(({ name, alias, type }) => `${alias}: ${name} ${this.selection(type, depth - 1)}`);
    return `{ __typename ${inner.join(' ')} }`;
  }

  private isLeaf(type: TypeRef): boolean {
    return ['SCALAR', 'ENUM'].includes(this.types.get(nameOf(type))?.kind ?? '');
  }

  /** A value in GraphQL's own notation; an input without a value gets one that is well-formed and means nothing. */
  private literal(type: TypeRef, value: unknown): string {
    if (type.kind === 'NON_NULL' && type.ofType != null) return this.literal(type.ofType, value);
    if (type.kind === 'LIST' && type.ofType != null) {
      const inner = type.ofType;
      return `[${((value as unknown[] | undefined) ?? []).map((each) => this.literal(inner, each)).join(', ')}]`;
    }
    const named = this.types.get(nameOf(type));
    if (named?.kind === 'ENUM') return String(value ?? named.enumValues?.[0]?.name);
    if (named?.kind === 'INPUT_OBJECT') {
      const given = (value ?? {}) as Record<string, unknown>;
      const members = (named.inputFields ?? []).filter(
        (each) => each.name in given || each.type.kind === 'NON_NULL',
      );
      return `{ ${members.map((each) => `${each.name}: ${this.literal(each.type, given[each.name])}`).join(', ')} }`;
    }
    if (named?.name === 'Int') return String(value ?? 1);
    if (named?.name === 'Boolean') return String(value ?? false);
    return JSON.stringify(value ?? 'nothing-of-this-name');
  }
}

/** A type in GraphQL's own notation: `[ID!]!`. */
function written(type: TypeRef): string {
  if (type.kind === 'NON_NULL' && type.ofType != null) return `${written(type.ofType)}!`;
  if (type.kind === 'LIST' && type.ofType != null) return `[${written(type.ofType)}]`;
  return type.name ?? '';
}

/** Name of a type below its list and non-null wrappers. */
export const nameOf = (type: TypeRef): string =>
  type.ofType == null ? (type.name ?? '') : nameOf(type.ofType);
