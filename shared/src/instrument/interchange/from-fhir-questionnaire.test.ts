import { describe, expect, it } from 'vitest';

import { getInstrument } from '../registry.js';
import { fromFhirQuestionnaire } from './from-fhir-questionnaire.js';
import { toFhirQuestionnaire } from './to-fhir-questionnaire.js';

type Json = Record<string, any>;

const CHOICE = {
  linkId: 'treats',
  type: 'choice',
  text: 'Does it treat?',
  answerOption: [
    { valueCoding: { code: 'yes', display: 'Yes' } },
    { valueCoding: { code: 'no', display: 'No' } },
  ],
};

/** A questionnaire as somebody else's system would write it: no extension of ours. */
const form = (...item: Json[]): Json => ({
  resourceType: 'Questionnaire',
  name: 'ward-survey',
  url: 'https://example.org/Questionnaire/ward-survey',
  title: 'Ward survey',
  status: 'active',
  item: [CHOICE, ...item],
});
const text = (more: Json = {}): Json => ({ linkId: 'why', type: 'text', text: 'Why?', ...more });

/** The item of the 1.1 questionnaire with this linkId, changed in place in a copy of it. */
function changed(linkId: string, change: (item: Json) => void): Json {
  const copy = JSON.parse(JSON.stringify(toFhirQuestionnaire(getInstrument('1.1')))) as Json;
  const all = (items: Json[]): Json[] => items.flatMap((item) => [item, ...all(item['item'] ?? [])]);
  const item = all(copy['item']).find((each) => each['linkId'] === linkId);
  if (!item) throw new Error(`no item ${linkId}`);
  change(item);
  return copy;
}

describe('the 1.1 questionnaire in FHIR', () => {
  const find = (linkId: string): Json => {
    let found: Json = {};
    changed(linkId, (item) => (found = item));
    return found;
  };

  it('has a slider with its step, bounds and worded ends', () => {
    expect(find('integration')).toMatchObject({
      type: 'integer',
      extension: expect.arrayContaining([
        {
          url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',
          valueCodeableConcept: {
            coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code: 'slider' }],
          },
        },
        { url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-sliderStepValue', valueInteger: 1 },
        { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 0 },
        { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: 100 },
      ]),
      enableBehavior: 'any',
    });
    expect(find('integration.lower')).toMatchObject({ type: 'display', text: 'Not at all integrated' });
    expect(find('integration.upper')).toMatchObject({ type: 'display', text: 'Seamlessly integrated' });
  });

  it('offers "I don\'t know" as a coded option, also beside the slider, with the same condition', () => {
    const coded = { valueCoding: { code: 'dk', display: "I don't know" } };
    expect(find('iapt_treats_mus')['answerOption']).toMatchObject([{}, {}, coded]);
    const [beside, slider] = [find('integration.absence'), find('integration')];
    expect(beside['answerOption']).toMatchObject([coded]);
    expect(beside['enableWhen']).toEqual(slider['enableWhen']);
  });

  it('asks for the hospital as a Location', () => {
    expect(find('hospital')).toMatchObject({ type: 'reference', required: true });
  });
});

describe('a Questionnaire of another system', () => {
  it('becomes questions whose answers nobody may see until the lead says who may', () => {
    const { instrument, problems, notices } = fromFhirQuestionnaire(
      form({
        linkId: 'page',
        type: 'group',
        text: 'More',
        item: [
          text({ enableWhen: [{ question: 'treats', operator: '=', answerCoding: { code: 'yes' } }] }),
          { linkId: 'staff', type: 'decimal', text: 'Staff?' },
        ],
      }),
    );
    expect(problems).toEqual([]);
    expect(instrument).toMatchObject({
      key: 'ward-survey',
      status: 'published',
      pages: [
        { id: 'treats', questions: [{ type: 'choice', privacy: 'personal', publication: 'never' }] },
        {
          id: 'page',
          questions: [
            { type: 'long_text', relevance: { variable: 'treats', isOneOf: ['yes'] } },
            { type: 'number', number: { step: 0.01 } },
          ],
        },
      ],
    });
    expect(notices.map(({ code }) => code)).toContain('CLASS_ASSUMED');
    expect(notices.map(({ code }) => code)).toContain('STEP_ASSUMED');
  });

  it.each<[string, Json[], string, unknown]>([
    [
      'any',
      [
        { question: 'treats', operator: '=', answerCoding: { code: 'yes' } },
        { question: 'treats', operator: '=', answerCoding: { code: 'no' } },
      ],
      'any',
      { variable: 'treats', isOneOf: ['yes', 'no'] },
    ],
    [
      'answered, and not',
      [
        { question: 'treats', operator: 'exists', answerBoolean: true },
        { question: 'treats', operator: '!=', answerCoding: { code: 'no' } },
      ],
      'all',
      { variable: 'treats', isNoneOf: ['no'] },
    ],
    [
      'answered',
      [{ question: 'treats', operator: 'exists', answerBoolean: true }],
      'all',
      { variable: 'treats', isAnswered: true },
    ],
  ])('is asked as it says: %s', (_name, enableWhen, enableBehavior, relevance) => {
    const { instrument } = fromFhirQuestionnaire(form(text({ enableWhen, enableBehavior })));
    expect(instrument?.pages[1]?.questions[0]?.relevance).toEqual(relevance);
  });

  it.each<[string, Json, string, string]>([
    ['another resource', { resourceType: 'Patient' }, 'NO_QUESTIONNAIRE', 'resourceType'],
    ['nothing at all', {}, 'NO_QUESTIONNAIRE', 'resourceType'],
    ['no title', { ...form(), title: undefined }, 'EMPTY_TEXT', 'title'],
    ['an item that cannot be asked', form(text({ type: 'attachment' })), 'BAD_TYPE', 'item[1]'],
    [
      'options in a value set',
      form({ ...CHOICE, linkId: 'b', answerOption: undefined, answerValueSet: 'x' }),
      'NO_OPTIONS',
      'item[1]',
    ],
    [
      'a slider without ends',
      form(
        text({
          type: 'integer',
          extension: [
            {
              url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',
              valueCodeableConcept: { coding: [{ code: 'slider' }] },
            },
          ],
        }),
      ),
      'BAD_SCALE',
      'item[1]',
    ],
    [
      'a group in a group',
      form({ linkId: 'p', type: 'group', text: 'P', item: [{ linkId: 'g', type: 'group', text: 'G' }] }),
      'BAD_MATRIX',
      'item[1].item[0]',
    ],
    ['the same linkId twice', form(CHOICE), 'BAD_LINK_ID', 'item[1]'],
    [
      'not, of several',
      form(text({ enableWhen: [{ question: 'treats', operator: '!=', answerCoding: { code: 'no' } }] })),
      'BAD_RELEVANCE',
      'item[1].enableWhen[0]',
    ],
    [
      'empty',
      form(text({ enableWhen: [{ question: 'treats', operator: 'exists', answerBoolean: false }] })),
      'BAD_RELEVANCE',
      'item[1].enableWhen[0]',
    ],
    [
      'more than',
      form(text({ enableWhen: [{ question: 'treats', operator: '>', answerInteger: 1 }] })),
      'BAD_RELEVANCE',
      'item[1].enableWhen[0]',
    ],
    [
      'a condition on nothing',
      form(text({ enableWhen: [{ question: 'nowhere', operator: 'exists', answerBoolean: true }] })),
      'BAD_RELEVANCE',
      'item[1].enableWhen[0]',
    ],
    [
      'two conditions and no word between',
      form(
        text({
          enableWhen: [
            { question: 'treats', operator: 'exists', answerBoolean: true },
            { question: 'treats', operator: '=', answerCoding: { code: 'no' } },
          ],
        }),
      ),
      'BAD_RELEVANCE',
      'item[1].enableBehavior',
    ],
    [
      'an expression',
      form(
        text({
          extension: [
            {
              url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression',
              valueExpression: {},
            },
          ],
        }),
      ),
      'BAD_RELEVANCE',
      'item[1].extension[0]',
    ],
    ['a variable that is no key', form(text({ linkId: '1.1' })), 'BAD_VARIABLE_KEY', 'item[1]'],
    [
      'an own condition that says something else',
      changed('integration', (item) => (item['enableWhen'] = [])),
      'BAD_RELEVANCE',
      'item[17].item[0]',
    ],
    [
      'a class that is not ours',
      changed('comments', (item) => (item['extension'][1].valueCode = 'secret')),
      'UNKNOWN_CLASS',
      'item[20].item[0]',
    ],
  ])('%s: refused at the element, with the mend, and nothing comes of it', (_name, resource, code, field) => {
    const { instrument, problems } = fromFhirQuestionnaire(resource);
    expect(instrument).toBeUndefined();
    expect(problems).toContainEqual(expect.objectContaining({ code, field }));
    for (const { mend } of problems) expect(mend).not.toBe('');
  });

  it.each([[null], [3], ['text'], [[]], [{ resourceType: 'Questionnaire', item: 'x', title: { en: 1 } }]])(
    'refuses %j without falling over',
    (resource) => {
      expect(fromFhirQuestionnaire(resource).problems).not.toEqual([]);
    },
  );

  it('does not read a resource of thousands of items, or nested thousands deep', () => {
    const many = form(...Array.from({ length: 2001 }, (_, at) => text({ linkId: `q${at}` })));
    expect(fromFhirQuestionnaire(many).problems).toMatchObject([{ code: 'TOO_MANY_ITEMS' }]);
    const deep: unknown = JSON.parse(
      `{"resourceType":"Questionnaire","x":${'['.repeat(50000)}${']'.repeat(50000)}}`,
    );
    expect(fromFhirQuestionnaire(deep).problems).not.toEqual([]);
  });
});
