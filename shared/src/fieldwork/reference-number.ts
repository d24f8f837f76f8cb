/** Crockford's base 32: no I, L, O or U, so that nothing can be misread or spells a word. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PREFIX = 'LA';
const DATA_LENGTH = 10;
const DATA_BITS = 50n;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The number on a receipt, to be read out on the telephone or written on paper: `LA-7K3Q-9XB2-4TM`. Made from the
 * response's id, so that it need not be stored, and not invertible: 50 of the id's bits, folded, and a check
 * character. Among a million responses the chance that any two share a number is below one in two thousand.
 * @throws RangeError when the id is not a UUID.
 */
export function referenceNumber(uuid: string): string {
  if (!UUID.test(uuid)) throw new RangeError('a reference number is made from a UUID');
  const hex = uuid.replaceAll('-', '');
  // Folding the halves mixes the fixed version bits with random ones.
  let rest = (BigInt(`0x${hex.slice(0, 16)}`) ^ BigInt(`0x${hex.slice(16)}`)) & ((1n << DATA_BITS) - 1n);
  const digits: number[] = [];
  for (let place = 0; place < DATA_LENGTH; place += 1) {
    digits.unshift(Number(rest & 31n));
    rest >>= 5n;
  }
  const text = [...digits, checkDigit(digits)].map((digit) => ALPHABET[digit]).join('');
  return `${PREFIX}-${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}

/**
 * Whether this can be a reference number as somebody typed it: case, spaces, hyphens and a missing `LA` do not
 * matter, O is read as 0, I and L as 1. Every single wrong character and every two swapped ones are found.
 */
export function isReferenceNumber(typed: string): boolean {
  const text = typed.toUpperCase().replaceAll(/[\s-]/g, '');
  const hasPrefix = text.length === PREFIX.length + DATA_LENGTH + 1 && text.startsWith(PREFIX);
  const digits = Array.from(hasPrefix ? text.slice(PREFIX.length) : text, (character) =>
    ALPHABET.indexOf(character.replace('O', '0').replace(/[IL]/, '1')),
  );
  if (digits.length !== DATA_LENGTH + 1 || digits.includes(-1)) return false;
  return checkDigit(digits.slice(0, DATA_LENGTH)) === digits[DATA_LENGTH];
}

/**
 * Sum of the digits, each times another power of x, in the field of 32 elements. Since the weights are all different
 * and none is 0, one changed digit or two swapped ones always change the sum. (Crockford's own check character needs
 * five signs beyond the alphabet, such as `~` and `$`, that nobody can read out.)
 */
function checkDigit(digits: readonly number[]): number {
  // Horner's rule, last step included, so that the check digit itself has weight 1 and no other digit has.
  return digits.reduce((sum, digit) => timesX(sum ^ digit), 0);
}

/** Times x modulo x^5 + x^2 + 1, which is primitive: its powers run through all 31 elements that are not 0. */
const timesX = (element: number): number => {
  const shifted = element << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
};
