import type { Problem } from '../../kernel/problem.js';
import {
  type AnswerableQuestion,
  answerable,
  type Comparability,
  type InformationSection,
  type Instrument,
  type InstrumentPage,
  type Question,
} from '../instrument.js';
import { checkImported } from './check-imported.js';
import { FhirFindings, FhirNode } from './fhir-node.js';
import { INSTRUMENTS, ourExtension, STANDARD } from './fhir-r4.js';
import { isAbsenceOf, readFhirQuestion, withAbsences } from './read-fhir-question.js';

/** What came of reading a Questionnaire: the instrument when nothing stops it, and everything there is to say. */
export interface FhirReading {
  /** Undefined when there are problems: an instrument is never imported by halves. */
  readonly instrument?: Instrument;
  /** `field` is the path of the element, such as `item[2].item[0].enableWhen[1]`. */
  readonly problems: readonly Problem[];
  /** What was left out or assumed; the import goes on. */
  readonly notices: readonly Problem[];
}

const STATUSES: readonly Instrument['status'][] = ['draft', 'piloted', 'published', 'retired'];
const OF_FHIR: Readonly<Record<string, Instrument['status']>> = { active: 'published', retired: 'retired' };

/** Deepest nesting that is looked into: pages, questions, their texts and the extensions of these need 12. */
const DEEPEST = 40;

/** More items than any questionnaire has; a resource of more is not read at all. */
const MOST_ITEMS = 2000;

/**
 * Reads a FHIR R4 Questionnaire as an instrument, or says element by element what stops it. Questionnaires of other
 * systems are read too, as far as our questions go; what they do not say about disclosure is taken at its strictest
 * and reported.
 */
export function fromFhirQuestionnaire(resource: unknown): FhirReading {
  const findings = new FhirFindings();
  const root = new FhirNode(resource, '');
  if (root.string('resourceType') !== 'Questionnaire') {
    findings.refuse('resourceType', 'NO_QUESTIONNAIRE', 'This is no FHIR Questionnaire.', 'Send one of R4.');
    return findings;
  }
  if (countOfItems(root, MOST_ITEMS) > MOST_ITEMS) {
    findings.refuse('item', 'TOO_MANY_ITEMS', `There are more than ${MOST_ITEMS} items.`, 'Split the form.');
    return findings;
  }
  const tag = secondLanguageOf(root, findings);
  const content = readItems(root, tag, findings);
  const head = readHead(root, tag, findings);
  const comparability = readComparability(root, findings);
  refuseRepeatedLinkIds(root, findings);
  if (findings.problems.length > 0) return findings;
  const instrument: Instrument = {
    ...head,
    ...(tag === undefined ? {} : { secondLanguage: tag }),
    information: content.information,
    pages: content.pages,
    ...(comparability ? { comparability } : {}),
  };
  const { stopping, toDo } = checkImported(instrument);
  const placed = ({ field, message }: (typeof stopping)[number]): readonly [string, string] =>
    field === '' ? ['', message] : [content.pathOf.get(field) ?? 'item', `${field}: ${message}`];
  for (const each of stopping) {
    const [path, message] = placed(each);
    findings.refuse(path, each.code, message, each.mend);
  }
  for (const each of toDo) {
    const [path, message] = placed(each);
    findings.note(path, each.code, message, each.mend);
  }
  const { problems, notices } = findings;
  return problems.length > 0 ? { problems, notices } : { instrument, problems, notices };
}

interface Content {
  readonly information: InformationSection[];
  readonly pages: (InstrumentPage & { readonly questions: Question[] })[];
  readonly pathOf: Map<string, string>;
}

function readItems(root: FhirNode, tag: string | undefined, findings: FhirFindings): Content {
  const content: Content = { information: [], pages: [], pathOf: new Map() };
  const asked = new Map<string, AnswerableQuestion>();
  const reading = { tag, findings, asked, key: keyOf(root), source: sourceOf(root) };
  const add = (page: Content['pages'][number], item: FhirNode): void => {
    const last = page.questions.at(-1);
    if (last && isAbsenceOf(item, last)) page.questions.splice(-1, 1, withAbsences(last, item, reading));
    else {
      const question = readFhirQuestion(item, reading);
      if (!question) return;
      page.questions.push(question);
      content.pathOf.set(question.variable, item.path);
    }
    for (const each of page.questions.slice(-1).flatMap(answerable)) asked.set(each.variable, each);
  };
  for (const item of root.list('item')) {
    const heading = item.text('text', tag) ?? { en: '' };
    if (item.own('part') === 'information') {
      const paragraphs = item.list('item').map((line) => line.text('text', tag) ?? { en: '' });
      content.information.push({ heading, paragraphs });
    } else if (
      item.string('type') === 'group' &&
      item.own('part') !== 'matrix' &&
      item.control() !== 'table'
    ) {
      const page = {
        id: item.own('page-id') ?? item.string('linkId'),
        title: heading,
        optional: item.extension(ourExtension('page-optional'))?.isTrue('valueBoolean') ?? false,
        questions: [],
      };
      if (item.has('enableWhen') || item.extension(STANDARD.enableWhenExpression))
        findings.refuse(
          item,
          'BAD_RELEVANCE',
          'A page has no condition of its own here.',
          'Put the condition on each of its questions.',
        );
      content.pages.push(page);
      if (!content.pathOf.has(page.id)) content.pathOf.set(page.id, item.path);
      for (const inner of item.list('item')) add(page, inner);
    } else if (item.string('type') === 'display')
      findings.note(
        item,
        'LEFT_OUT',
        'A text that belongs to no question is left out.',
        'Put it in a help text.',
      );
    else {
      // An item outside every group has a page of its own.
      const last = content.pages.at(-1);
      const lastQuestion = last?.questions.at(-1);
      if (last && lastQuestion && isAbsenceOf(item, lastQuestion)) add(last, item);
      else {
        const page = { id: item.string('linkId'), title: heading, optional: false, questions: [] };
        content.pages.push(page);
        add(page, item);
      }
    }
  }
  return content;
}

const keyOf = (root: FhirNode): string =>
  root
    .list('identifier')
    .find((each) => each.string('system') === INSTRUMENTS)
    ?.string('value') ||
  root.string('name') ||
  root.string('id') ||
  (root.string('url').split(/[/:]/).at(-1) ?? '');

const sourceOf = (root: FhirNode): string =>
  `imported from the FHIR Questionnaire ${root.string('url') || keyOf(root)} ${root.string('version')}`.trim();

function readHead(
  root: FhirNode,
  tag: string | undefined,
  findings: FhirFindings,
): Pick<Instrument, 'key' | 'version' | 'title' | 'status' | 'changeNote'> {
  const key = keyOf(root);
  const title = root.text('title', tag);
  if (key === '')
    findings.refuse(
      'identifier',
      'NO_KEY',
      'The questionnaire has no key.',
      'Give it an identifier or a name.',
    );
  if (!title || title.en.trim() === '')
    findings.refuse('title', 'EMPTY_TEXT', 'The questionnaire has no title.', 'Give it one.');
  const written = root.own('status') ?? OF_FHIR[root.string('status')] ?? 'draft';
  const status = STATUSES.find((each) => each === written);
  if (!status)
    findings.refuse(
      'extension',
      'UNKNOWN_STATUS',
      `There is no status "${written}".`,
      `Use ${STATUSES.join(', ')}.`,
    );
  return {
    key,
    version: root.string('version'),
    title: title ?? { en: '' },
    status: status ?? 'draft',
    changeNote: root.string('description'),
  };
}

const VERDICTS: readonly Comparability['verdict'][] = ['same', 'minor_wording', 'not_comparable', 'new'];

function readComparability(root: FhirNode, findings: FhirFindings): readonly Comparability[] | undefined {
  const text = root.own('comparability');
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const nodes = new FhirNode({ list: value }, '').list('list');
  const read = nodes.map((node) => ({
    variable: node.string('variable'),
    fromVersion: node.string('fromVersion'),
    toVersion: node.string('toVersion'),
    verdict: VERDICTS.find((each) => each === node.string('verdict')),
    note: node.string('note'),
  }));
  const known = read.flatMap(({ verdict, ...rest }) => (verdict ? [{ ...rest, verdict }] : []));
  if (!Array.isArray(value) || known.length < nodes.length)
    findings.refuse(
      'extension',
      'UNKNOWN_VERDICT',
      'The verdicts on comparability cannot be read.',
      'Take our extension "comparability" out and give the verdicts in the designer.',
    );
  return known;
}

function secondLanguageOf(root: FhirNode, findings: FhirFindings): string | undefined {
  const stated = root.own('second-language');
  const tags = [...new Set([...(stated === undefined ? [] : [stated]), ...translationsIn(root.content())])];
  if (tags.length > 1)
    findings.refuse(
      'item',
      'TOO_MANY_LANGUAGES',
      `A questionnaire has English and one other language; this has ${tags.join(', ')}.`,
      'Keep the translations into one language.',
    );
  return tags[0];
}

function translationsIn(value: unknown, depth = 0): readonly string[] {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  const node = new FhirNode(value, '');
  const own =
    node.string('url') === STANDARD.translation
      ? node
          .list('extension')
          .flatMap((part) => (part.string('url') === 'lang' ? [part.string('valueCode')] : []))
      : [];
  return [...own, ...Object.values(value).flatMap((part: unknown) => translationsIn(part, depth + 1))];
}

function countOfItems(node: FhirNode, most: number): number {
  let count = 0;
  const waiting = [...node.list('item')];
  for (let next = waiting.pop(); next && count <= most; next = waiting.pop()) {
    count += 1;
    waiting.push(...next.list('item'));
  }
  return count;
}

function refuseRepeatedLinkIds(root: FhirNode, findings: FhirFindings): void {
  const met = new Set<string>();
  const walk = (node: FhirNode): void => {
    for (const item of node.list('item')) {
      const linkId = item.string('linkId');
      if (linkId === '' || met.has(linkId))
        findings.refuse(
          item,
          'BAD_LINK_ID',
          linkId === '' ? 'The item has no linkId.' : `Two items have the linkId ${linkId}.`,
          'Give every item a linkId of its own.',
        );
      met.add(linkId);
      walk(item);
    }
  };
  walk(root);
}
