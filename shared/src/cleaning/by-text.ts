/** Orders texts by UTF-16 unit, the same on every machine and in every locale. For `Array.prototype.sort`. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
