import type { QdcCode, QdcImportLine } from '@liaison-atlas/shared/coding/qdc';
import { DOMImplementation, DOMParser, type Element, ParseError, XMLSerializer } from '@xmldom/xmldom';

import { DomainError } from '../platform/domain-error.js';

/** Namespace of REFI-QDA's codebook exchange 1.0. */
const NAMESPACE = 'urn:QDA-XML:codebook:1.0';
const MAX_LENGTH = 200_000;
const MAX_DEPTH = 20;
/** What XML 1.0 cannot hold. */
// eslint-disable-next-line no-control-regex
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A codebook as a QDC file. */
export function writeQdc(codes: readonly QdcCode[]): string {
  const document = new DOMImplementation().createDocument(NAMESPACE, 'CodeBook', null);
  const root = document.documentElement!;
  root.setAttribute('origin', 'Liaison Atlas');
  const write = (parent: Element, code: QdcCode): void => {
    const element = document.createElementNS(NAMESPACE, 'Code');
    element.setAttribute('guid', code.guid);
    element.setAttribute('name', code.name.replace(NO_XML, ''));
    element.setAttribute('isCodable', String(code.isCodable));
    if (code.color !== '') element.setAttribute('color', code.color);
    if (code.description !== '') {
      const description = document.createElementNS(NAMESPACE, 'Description');
      description.appendChild(document.createTextNode(code.description.replace(NO_XML, '')));
      element.appendChild(description);
    }
    for (const inner of code.codes) write(element, inner);
    parent.appendChild(element);
  };
  const list = document.createElementNS(NAMESPACE, 'Codes');
  root.appendChild(list);
  for (const code of codes) write(list, code);
  return `<?xml version="1.0" encoding="utf-8"?>\n${new XMLSerializer().serializeToString(document)}\n`;
}

/**
 * The codes of a QDC file, and what of it a codebook has no place for.
 * @throws DomainError BAD_INPUT for what is no QDC file. A document type is refused: entities could make a small file
 * enormous or name files of the server.
 */
export function readQdc(text: string): {
  readonly codes: readonly QdcCode[];
  readonly report: readonly QdcImportLine[];
} {
  if (text.length > MAX_LENGTH)
    throw bad('The file is too long for a codebook.', `Send at most ${MAX_LENGTH} characters.`);
  if (/<!DOCTYPE/i.test(text))
    throw bad('The file has a document type, which a QDC file has not.', 'Export it again.');
  const root = parse(text.replace(/^\uFEFF/, ''));
  if (root?.localName !== 'CodeBook' || root.namespaceURI !== NAMESPACE)
    throw bad(
      'The file is no REFI-QDA codebook.',
      'Export the codebook, not the project: a file whose name ends in .qdc.',
    );
  const lists = childrenOf(root);
  const codes = lists.filter(({ localName }) => localName === 'Codes').flatMap((list) => childrenOf(list));
  const report = lists
    .filter(({ localName }) => localName !== 'Codes')
    .map((list) => ({
      line: list.lineNumber ?? 0,
      name: String(list.localName),
      outcome: 'left_out' as const,
      note: `${childrenOf(list).length} of these; a codebook here has none.`,
    }));
  return { codes: codes.filter(isCode).map((code) => toCode(code, 1)), report };
}

function parse(text: string): Element | null {
  const fail = (level: string, message: string): void => {
    if (level !== 'warning') throw new ParseError(message);
  };
  try {
    return new DOMParser({ locator: true, onError: fail }).parseFromString(text, 'text/xml').documentElement;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    throw bad('The file is no well-formed XML.', 'Export it again.');
  }
}

function toCode(element: Element, depth: number): QdcCode {
  if (depth > MAX_DEPTH)
    throw bad('The codes stand too deep under each other.', `Use at most ${MAX_DEPTH} levels.`);
  const inner = childrenOf(element);
  return {
    guid: element.getAttribute('guid') ?? '',
    name: element.getAttribute('name') ?? '',
    isCodable: element.getAttribute('isCodable') !== 'false',
    color: element.getAttribute('color') ?? '',
    description: inner.find(({ localName }) => localName === 'Description')?.textContent ?? '',
    codes: inner.filter(isCode).map((code) => toCode(code, depth + 1)),
    line: element.lineNumber ?? 0,
    unread: inner
      .filter(({ localName }) => localName !== 'Description' && localName !== 'Code')
      .map(({ localName }) => String(localName)),
  };
}

const isCode = ({ localName }: Element): boolean => localName === 'Code';
const childrenOf = (element: Element): Element[] =>
  Array.from(element.childNodes).filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);

const bad = (message: string, mend: string): DomainError =>
  new DomainError('BAD_INPUT', message, 'qdc', mend);
