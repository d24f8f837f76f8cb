/** What of the contacts is looked at. */
export interface ContactView {
  readonly listId: string;
  readonly search: string;
  readonly only: '' | 'opted_out' | 'bounced';
  readonly page: number;
}
