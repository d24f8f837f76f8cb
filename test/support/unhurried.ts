/** Limits of a minute that no test meets, however fast the machine, but those that are about them. */
export const UNHURRIED = {
  OPEN_REQUESTS_PER_MINUTE: '1000000',
  LINK_REQUESTS_PER_MINUTE: '1000000',
  ACCOUNT_REQUESTS_PER_MINUTE: '1000000',
} as const;
