import { createRequire } from 'node:module';

import type {
  ASTVisitor,
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
  ValidationContext,
} from 'graphql';

/** The copy that Nest requires; a source runner would import another one, whose errors are not the same. */
const { GraphQLError } = createRequire(import.meta.url)('graphql') as typeof import('graphql');

/** Fields below each other; our own pages use 4. */
export const MOST_DEPTH = 12;
/** Fields of `Query` or `Mutation` in one request, the same one under other names counted anew; our own pages use 2. */
export const MOST_ROOT_FIELDS = 20;
/** Costs of one request: a field costs 1, and what lies below a list costs ten times. Our own pages cost under 3500. */
export const MOST_COST = 10_000;
const COST_OF_A_LIST = 10;

/** The size of a selection, with every fragment put in its place. */
interface Size {
  readonly fields: number;
  readonly depth: number;
  readonly cost: number;
}

const NOTHING: Size = { fields: 0, depth: 0, cost: 0 };
const together = (sizes: readonly Size[]): Size => ({
  fields: sizes.reduce((sum, { fields }) => sum + fields, 0),
  depth: Math.max(0, ...sizes.map(({ depth }) => depth)),
  cost: sizes.reduce((sum, { cost }) => sum + cost, 0),
});

/**
 * Validation rule: refuses a request that would keep the server busy before any of it is carried out. Questions for
 * the schema itself (`__schema`, `__type`) are as deep as tools make them and read no data: each counts as one field.
 */
export function queryLimits(context: ValidationContext): ASTVisitor {
  return {
    Document(document: DocumentNode) {
      const size = sizeOf(document, context.getSchema());
      const refusal =
        size.fields > MOST_ROOT_FIELDS
          ? `The request asks for ${size.fields} things at once; ${MOST_ROOT_FIELDS} is the most.`
          : size.depth > MOST_DEPTH
            ? `The request is ${size.depth} fields deep; ${MOST_DEPTH} is the most.`
            : size.cost > MOST_COST
              ? `The request asks for too much at once: it costs ${size.cost}, ${MOST_COST} is the most.`
              : '';
      if (refusal !== '')
        context.reportError(
          new GraphQLError(refusal, {
            extensions: { mend: 'Ask for less, or spread it over several requests.' },
          }),
        );
    },
  };
}

/** The largest part of a document; only one of its operations is carried out, but which one is not known here. */
export function sizeOf(document: DocumentNode, schema: GraphQLSchema): Size {
  const measure = measurer(document, schema);
  const sizes = document.definitions.flatMap((definition) =>
    definition.kind === 'OperationDefinition'
      ? [measure(definition.selectionSet, schema.getRootType(definition.operation)?.name ?? '')]
      : [],
  );
  return {
    fields: Math.max(0, ...sizes.map(({ fields }) => fields)),
    depth: Math.max(0, ...sizes.map(({ depth }) => depth)),
    cost: Math.max(0, ...sizes.map(({ cost }) => cost)),
  };
}

function measurer(document: DocumentNode, schema: GraphQLSchema) {
  const fragments = new Map<string, FragmentDefinitionNode>(
    document.definitions.flatMap((each) =>
      each.kind === 'FragmentDefinition' ? [[each.name.value, each] as const] : [],
    ),
  );
  /** Each fragment is measured once; while it is being measured it counts as nothing, so that a circle ends. */
  const measured = new Map<string, Size>();

  const ofFragment = (name: string): Size => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    measured.set(name, NOTHING);
    const fragment = fragments.get(name);
    const size = fragment ? measure(fragment.selectionSet, fragment.typeCondition.name.value) : NOTHING;
    measured.set(name, size);
    return size;
  };
  const ofSelection = (node: SelectionNode, typeName: string): Size => {
    if (node.kind === 'FragmentSpread') return ofFragment(node.name.value);
    if (node.kind === 'InlineFragment')
      return measure(node.selectionSet, node.typeCondition?.name.value ?? typeName);
    const below = node.name.value.startsWith('__') ? undefined : node.selectionSet;
    const { isList, named } = fieldType(schema, typeName, node.name.value);
    const { depth, cost } = below === undefined ? NOTHING : measure(below, named);
    return { fields: 1, depth: depth + 1, cost: 1 + cost * (isList ? COST_OF_A_LIST : 1) };
  };
  const measure = ({ selections }: SelectionSetNode, typeName: string): Size =>
    together(selections.map((selection) => ofSelection(selection, typeName)));
  return measure;
}

/** Whether a field is a list, and of which type; one that does not exist is refused by another rule. */
function fieldType(schema: GraphQLSchema, typeName: string, field: string) {
  const type = schema.getType(typeName);
  const written =
    type !== undefined && 'getFields' in type ? String(type.getFields()[field]?.type ?? '') : '';
  return { isList: written.includes('['), named: written.replaceAll(/[[\]!]/g, '') };
}
