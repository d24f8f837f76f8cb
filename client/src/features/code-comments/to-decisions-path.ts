/** Address of the page on which a person decides between coders. */
export const toDecisionsPath = (roundId: string, codebookId: string): string =>
  `/manage/coding/decisions?${new URLSearchParams({ round: roundId, book: codebookId }).toString()}`;
