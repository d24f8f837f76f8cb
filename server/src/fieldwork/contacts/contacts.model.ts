import { LEGAL_BASES, type LegalBasis } from '@liaison-atlas/shared/fieldwork/contacts/contact-row';
import { type Perspective, PERSPECTIVES } from '@liaison-atlas/shared/fieldwork/response';
import type { Problem } from '@liaison-atlas/shared/kernel/problem';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf } from '../../graphql/enum-of.js';
import { ProblemModel } from '../../graphql/problem.model.js';

export const LegalBasisEnum = enumOf(LEGAL_BASES);
registerEnumType(LegalBasisEnum, {
  name: 'LegalBasis',
  description: 'On what ground somebody is kept as a contact.',
});
export const PerspectiveEnum = enumOf(PERSPECTIVES);
registerEnumType(PerspectiveEnum, {
  name: 'Perspective',
  description: 'Whose view of a hospital is asked for.',
});
export const ContactFilterEnum = enumOf(['opted_out', 'bounced'] as const);
registerEnumType(ContactFilterEnum, {
  name: 'ContactFilter',
  description: 'Only those who want no more mail, or whose address was refused.',
});

@ObjectType('ContactList', { description: 'A list of people to invite: of one round, or general.' })
export class ContactListModel {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field({ description: 'For every round.' }) general: boolean;
  @Field(() => Int) people: number;
  @Field(() => PerspectiveEnum, {
    nullable: true,
    description: 'Whose view its people are asked for; null = no view in particular.',
  })
  perspective: Perspective | null;
}

@ObjectType('ContactHospital', { description: 'A hospital that a contact can answer for.' })
export class ContactHospitalModel {
  @Field(() => ID) odsCode: string;
  @Field() name: string;
}

@ObjectType('Contact', { description: 'Somebody who may be invited; for the survey lead only.' })
export class ContactModel {
  @Field(() => ID) id: string;
  @Field({ description: "'' = not known." }) name: string;
  @Field() email: string;
  @Field({ description: "What they do at the hospital; '' = not known." }) job: string;
  @Field(() => [ContactHospitalModel]) hospitals: ContactHospitalModel[];
  @Field(() => [ID]) listIds: readonly string[];
  @Field(() => LegalBasisEnum) legalBasis: LegalBasis;
  @Field({ description: 'Where the address comes from.' }) source: string;
  @Field(() => String, { nullable: true, description: 'null = mail may be sent.' })
  optedOutAt: string | null;
  @Field(() => String, { nullable: true, description: 'When mail to the address was refused for good.' })
  bouncedAt: string | null;
}

@ObjectType('ContactBook', { description: 'The contacts of a round, by address, and its lists.' })
export class ContactBookModel {
  @Field(() => [ContactListModel]) lists: ContactListModel[];
  @Field(() => [ContactModel]) contacts: ContactModel[];
  @Field(() => Int, { description: 'How many fit the choice, shown or not.' }) total: number;
  @Field(() => Int) optedOut: number;
  @Field(() => Int) bounced: number;
}

@InputType({ description: 'A contact to add, or to change.' })
export class SaveContactInput {
  @Field(() => ID) roundId: string;
  @Field(() => ID, { defaultValue: '', description: "'' = a new one." }) id: string;
  @Field(() => ID, { defaultValue: '', description: 'The list of a new one.' }) listId: string;
  @Field() email: string;
  @Field({ defaultValue: '' }) name: string;
  @Field({ defaultValue: '' }) job: string;
  @Field({ defaultValue: '', description: 'ODS codes, apart by spaces.' }) hospitals: string;
  @Field(() => LegalBasisEnum) legalBasis: LegalBasis;
  @Field({ description: 'Where the address comes from.' }) source: string;
}

@ObjectType('ContactRefused', { description: 'Nothing was stored, and why.' })
export class ContactRefusedModel {
  @Field(() => [ProblemModel]) problems: readonly Problem[];
}

export const ContactResult = createUnionType({
  name: 'ContactResult',
  types: () => [ContactModel, ContactRefusedModel] as const,
  resolveType: (value: object) => ('problems' in value ? ContactRefusedModel : ContactModel),
});
export const ContactListResult = createUnionType({
  name: 'ContactListResult',
  types: () => [ContactListModel, ContactRefusedModel] as const,
  resolveType: (value: object) => ('problems' in value ? ContactRefusedModel : ContactListModel),
});
