/** The parts of FHIR R4 (4.0.1) that a questionnaire of ours uses. Names and nesting are the standard's. */

export interface FhirCoding {
  readonly system?: string;
  readonly code?: string;
  readonly display?: string;
  readonly _display?: FhirElement;
  readonly extension?: readonly FhirExtension[];
}

export interface FhirElement {
  readonly extension?: readonly FhirExtension[];
}

export interface FhirExtension extends FhirElement {
  readonly url: string;
  readonly valueString?: string;
  readonly valueCode?: string;
  readonly valueInteger?: number;
  readonly valueDecimal?: number;
  readonly valueBoolean?: boolean;
  readonly valueCoding?: FhirCoding;
  readonly valueCodeableConcept?: { readonly coding: readonly FhirCoding[] };
  readonly valueExpression?: { readonly language: string; readonly expression: string };
}

export interface FhirEnableWhen {
  readonly question: string;
  readonly operator: 'exists' | '=' | '!=' | '>' | '<' | '>=' | '<=';
  readonly answerBoolean?: boolean;
  readonly answerDecimal?: number;
  readonly answerInteger?: number;
  readonly answerCoding?: FhirCoding;
}

export type FhirItemType =
  'group' | 'display' | 'choice' | 'integer' | 'decimal' | 'date' | 'string' | 'text' | 'reference';

export interface FhirItem {
  readonly linkId: string;
  readonly type: FhirItemType;
  readonly text?: string;
  readonly _text?: FhirElement;
  readonly code?: readonly FhirCoding[];
  readonly extension?: readonly FhirExtension[];
  readonly enableWhen?: readonly FhirEnableWhen[];
  readonly enableBehavior?: 'all' | 'any';
  readonly required?: boolean;
  readonly repeats?: boolean;
  readonly maxLength?: number;
  readonly answerOption?: readonly (FhirElement & { readonly valueCoding: FhirCoding })[];
  readonly item?: readonly FhirItem[];
}

export interface FhirQuestionnaire {
  readonly resourceType: 'Questionnaire';
  readonly extension?: readonly FhirExtension[];
  readonly url: string;
  readonly identifier: readonly { readonly system: string; readonly value: string }[];
  readonly version?: string;
  readonly title: string;
  readonly _title?: FhirElement;
  readonly status: 'draft' | 'active' | 'retired';
  readonly experimental: boolean;
  readonly subjectType: readonly string[];
  readonly description?: string;
  readonly item: readonly FhirItem[];
}

/** Namespace of what is ours alone. A URN, because the project owns no web address that could answer for it. */
export const OURS = 'urn:liaison-atlas';

/** The address of one of our extensions. @example ourExtension('privacy') */
export const ourExtension = (name: string): string => `${OURS}:fhir:${name}`;

/** Coding system of variable keys. */
export const VARIABLES = `${OURS}:variable`;

/** Identifier system of instruments. */
export const INSTRUMENTS = `${OURS}:instrument`;

/** Extensions of the standard, and of the guide on structured data capture (SDC). */
export const STANDARD = {
  translation: 'http://hl7.org/fhir/StructureDefinition/translation',
  itemControl: 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',
  sliderStep: 'http://hl7.org/fhir/StructureDefinition/questionnaire-sliderStepValue',
  min: 'http://hl7.org/fhir/StructureDefinition/minValue',
  max: 'http://hl7.org/fhir/StructureDefinition/maxValue',
  unit: 'http://hl7.org/fhir/StructureDefinition/questionnaire-unit',
  optionExclusive: 'http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive',
  referenceResource: 'http://hl7.org/fhir/StructureDefinition/questionnaire-referenceResource',
  enableWhenExpression:
    'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression',
} as const;

/** Coding system of the controls that an item may ask for. */
export const ITEM_CONTROLS = 'http://hl7.org/fhir/questionnaire-item-control';
