import type { LegalBasis } from '@liaison-atlas/shared/fieldwork/contacts/contact-row';

/** The legal bases in the words of UK GDPR, article 6. */
export const BASIS_CHOICES: readonly { readonly value: LegalBasis; readonly label: string }[] = [
  { value: 'public_task', label: 'Public task' },
  { value: 'legitimate_interests', label: 'Legitimate interests' },
  { value: 'consent', label: 'Consent' },
];
