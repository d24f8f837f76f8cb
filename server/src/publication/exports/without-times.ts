const END_OF_DIRECTORY = 0x06_05_4b_50;
const EARLIEST = 0x00_21_00_00;

/**
 * The same zip file with one time on every part (1 January 1980): the library writes the moment of packing, and the same
 * release must give the same bytes wherever and whenever it is asked for.
 */
export function withoutTimes(zip: Buffer): Buffer {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error('the workbook is no zip file');
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    zip.writeUInt32LE(EARLIEST, at + 12);
    zip.writeUInt32LE(EARLIEST, zip.readUInt32LE(at + 42) + 10);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}
