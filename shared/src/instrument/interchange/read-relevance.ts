import type { Relevance } from '../instrument.js';
import type { Asked } from './to-relevant.js';

/** Deepest nesting that is read. */
const DEEPEST = 50;

/** Routing from its JSON text; undefined when it is not of that form or looks at a question that is not asked. */
export function readRelevance(text: string, asked: Asked): Relevance | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isRelevance(value, asked, 0) ? value : undefined;
}

function isRelevance(value: unknown, asked: Asked, depth: number): value is Relevance {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return false;
  const members = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(members).sort();
  const [first = '', second] = names;
  if (names.length === 1 && (first === 'anyOf' || first === 'allOf')) {
    const parts = members[first];
    return (
      Array.isArray(parts) && parts.length > 0 && parts.every((part) => isRelevance(part, asked, depth + 1))
    );
  }
  const { variable } = members;
  if (names.length !== 2 || second !== 'variable' || typeof variable !== 'string' || !asked.has(variable))
    return false;
  const content = members[first];
  if (first === 'isAnswered') return content === true;
  if (first === 'atLeast' || first === 'atMost') return Number.isFinite(content);
  return (
    (first === 'isOneOf' || first === 'isNoneOf') &&
    Array.isArray(content) &&
    content.length > 0 &&
    content.every((token) => typeof token === 'string')
  );
}
