// QR codes (ISO/IEC 18004) for links: byte mode, error correction level M, the smallest version that holds the text, the mask with
// the least penalty.

// Of level M, by version from 1: check codewords of a block, and blocks.
const kCheckWords = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
  28, 28, 28, 28, 28, 28, 28,
];
const kBlocks = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43,
  45, 47, 49,
];
const kLevelM = 0b00;
const kLargestVersion = 40;

const kMasks = [
  (x, y) => (x + y) % 2 === 0,
  (x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** The code of a text as rows of booleans, true is dark, without the quiet zone. Null when the text is too long for any. */
export function qrCode(text) {
  const bytes = new TextEncoder().encode(text);
  for (let version = 1; version <= kLargestVersion; version += 1) {
    const data = dataWords(bytes, version);
    if (data !== null) return bestMasked(new Grid(version), withChecks(data, version));
  }
  return null;
}

// Modules that carry data or checks: all but the patterns.
function rawModules(version) {
  let count = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const centres = Math.floor(version / 7) + 2;
    count -= (25 * centres - 10) * centres - 55;
    if (version >= 7) count -= 36;
  }
  return count;
}

const wordCount = (version) => Math.floor(rawModules(version) / 8);

// Mode, length, text, terminator and filling; null when it does not fit.
function dataWords(bytes, version) {
  const capacity = wordCount(version) - kCheckWords[version - 1] * kBlocks[version - 1];
  const lengthBits = version < 10 ? 8 : 16;
  if (4 + lengthBits + 8 * bytes.length > 8 * capacity) return null;
  const bits = [];
  const append = (value, size) => {
    for (let i = size - 1; i >= 0; i -= 1) bits.push((value >>> i) & 1);
  };
  append(0b0100, 4);
  append(bytes.length, lengthBits);
  bytes.forEach((byte) => append(byte, 8));
  append(0, Math.min(4, 8 * capacity - bits.length));
  append(0, (8 - (bits.length % 8)) % 8);
  for (let filler = 0xec; bits.length < 8 * capacity; filler ^= 0xec ^ 0x11) append(filler, 8);
  return Uint8Array.from({ length: capacity }, (_, i) => bits.slice(8 * i, 8 * i + 8).reduce((word, bit) => (word << 1) | bit, 0));
}

// The blocks' words and then their checks, interleaved. The last blocks are one word longer where it does not come out even.
function withChecks(data, version) {
  const [blockCount, checkCount, total] = [kBlocks[version - 1], kCheckWords[version - 1], wordCount(version)];
  const shortLength = Math.floor(total / blockCount) - checkCount;
  const shortBlocks = blockCount - (total % blockCount);
  const divisor = checkDivisor(checkCount);
  const blocks = [];
  for (let i = 0, at = 0; i < blockCount; i += 1) {
    const words = data.subarray(at, at + shortLength + (i < shortBlocks ? 0 : 1));
    at += words.length;
    blocks.push({ words, checks: remainder(words, divisor) });
  }
  const result = [];
  for (let i = 0; i <= shortLength; i += 1) blocks.forEach(({ words }) => i < words.length && result.push(words[i]));
  for (let i = 0; i < checkCount; i += 1) blocks.forEach(({ checks }) => result.push(checks[i]));
  return result;
}

// Product in GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1.
function product(left, right) {
  let result = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    result = (result << 1) ^ ((result >>> 7) * 0x11d);
    result ^= ((right >>> bit) & 1) * left;
  }
  return result;
}

// The product of (x - 2^i) for i below the degree, without its leading 1.
function checkDivisor(degree) {
  const divisor = new Uint8Array(degree);
  divisor[degree - 1] = 1;
  for (let i = 0, root = 1; i < degree; i += 1, root = product(root, 2)) {
    for (let j = 0; j < degree; j += 1) divisor[j] = product(divisor[j], root) ^ (j + 1 < degree ? divisor[j + 1] : 0);
  }
  return divisor;
}

function remainder(words, divisor) {
  const result = new Uint8Array(divisor.length);
  for (const word of words) {
    const factor = word ^ result[0];
    result.copyWithin(0, 1);
    result[result.length - 1] = 0;
    for (let i = 0; i < divisor.length; i += 1) result[i] ^= product(divisor[i], factor);
  }
  return result;
}

/** The distances of alignment patterns' centres from the edge, the same in both directions. */
export function alignmentCentres(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((4 * version + 4) / (2 * count - 2)) * 2;
  const centres = [6];
  for (let centre = 4 * version + 10; centres.length < count; centre -= step) centres.splice(1, 0, centre);
  return centres;
}

// The squares of one code, and which of them belong to patterns.
class Grid {
  constructor(version) {
    this.version = version;
    this.size = 4 * version + 17;
    this.dark = Array.from({ length: this.size }, () => new Array(this.size).fill(false));
    this.fixed = Array.from({ length: this.size }, () => new Array(this.size).fill(false));
    this.drawPatterns();
  }

  set(x, y, dark) {
    this.dark[y][x] = dark;
    this.fixed[y][x] = true;
  }

  drawPatterns() {
    const last = this.size - 1;
    for (let i = 0; i < this.size; i += 1) {
      this.set(6, i, i % 2 === 0);
      this.set(i, 6, i % 2 === 0);
    }
    [[3, 3], [last - 3, 3], [3, last - 3]].forEach(([x, y]) => this.drawRings(x, y, 4));
    const centres = alignmentCentres(this.version);
    for (const x of centres) {
      for (const y of centres) {
        const atFinder = (x === 6 && (y === 6 || y === last - 6)) || (x === last - 6 && y === 6);
        if (!atFinder) this.drawRings(x, y, 2);
      }
    }
    this.drawFormat(0);
    if (this.version >= 7) this.drawVersion();
  }

  // A finder pattern with its separator (reach 4) or an alignment pattern (reach 2).
  drawRings(centreX, centreY, reach) {
    for (let dy = -reach; dy <= reach; dy += 1) {
      for (let dx = -reach; dx <= reach; dx += 1) {
        const [x, y, ring] = [centreX + dx, centreY + dy, Math.max(Math.abs(dx), Math.abs(dy))];
        const isDark = reach === 4 ? ring !== 2 && ring !== 4 : ring !== 1;
        if (x >= 0 && y >= 0 && x < this.size && y < this.size) this.set(x, y, isDark);
      }
    }
  }

  // Level and mask with their BCH code, twice.
  drawFormat(mask) {
    const value = (kLevelM << 3) | mask;
    let check = value;
    for (let i = 0; i < 10; i += 1) check = (check << 1) ^ ((check >>> 9) * 0x537);
    const bits = ((value << 10) | check) ^ 0x5412;
    const bit = (index) => ((bits >>> index) & 1) === 1;
    const last = this.size - 1;
    for (let i = 0; i <= 5; i += 1) this.set(8, i, bit(i));
    this.set(8, 7, bit(6));
    this.set(8, 8, bit(7));
    this.set(7, 8, bit(8));
    for (let i = 9; i < 15; i += 1) this.set(14 - i, 8, bit(i));
    for (let i = 0; i < 8; i += 1) this.set(last - i, 8, bit(i));
    for (let i = 8; i < 15; i += 1) this.set(8, last - 14 + i, bit(i));
    this.set(8, last - 7, true);
  }

  drawVersion() {
    let check = this.version;
    for (let i = 0; i < 12; i += 1) check = (check << 1) ^ ((check >>> 11) * 0x1f25);
    const bits = (this.version << 12) | check;
    for (let i = 0; i < 18; i += 1) {
      const [near, far, dark] = [Math.floor(i / 3), this.size - 11 + (i % 3), ((bits >>> i) & 1) === 1];
      this.set(far, near, dark);
      this.set(near, far, dark);
    }
  }

  // In columns of two from the right, up and down in turn, around the vertical timing pattern.
  place(words) {
    let index = 0;
    for (let right = this.size - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5;
      const upwards = ((right + 1) & 2) === 0;
      for (let step = 0; step < this.size; step += 1) {
        const y = upwards ? this.size - 1 - step : step;
        for (const x of [right, right - 1]) {
          if (this.fixed[y][x]) continue;
          this.dark[y][x] = index < 8 * words.length && ((words[index >>> 3] >>> (7 - (index & 7))) & 1) === 1;
          index += 1;
        }
      }
    }
  }

  // Turns the mask on, or off again.
  toggle(mask) {
    for (let y = 0; y < this.size; y += 1) {
      for (let x = 0; x < this.size; x += 1) {
        if (!this.fixed[y][x] && kMasks[mask](x, y)) this.dark[y][x] = !this.dark[y][x];
      }
    }
  }

  penalty() {
    const columns = this.dark.map((_, x) => this.dark.map((row) => row[x]));
    const lines = [...this.dark, ...columns].reduce((sum, line) => sum + linePenalty(line), 0);
    let squares = 0;
    let darkCount = 0;
    for (let y = 0; y < this.size; y += 1) {
      for (let x = 0; x < this.size; x += 1) {
        const dark = this.dark[y][x];
        darkCount += dark ? 1 : 0;
        const [right, below] = [this.dark[y][x + 1], this.dark[y + 1]?.[x]];
        if (right === dark && below === dark && this.dark[y + 1][x + 1] === dark) squares += 3;
      }
    }
    const total = this.size * this.size;
    return lines + squares + 10 * Math.floor(Math.abs(20 * darkCount - 10 * total) / total);
  }
}

// Runs of five and more, and what looks like a finder pattern.
function linePenalty(line) {
  let sum = 0;
  for (let start = 0, end; start < line.length; start = end) {
    for (end = start + 1; end < line.length && line[end] === line[start]; ) end += 1;
    if (end - start >= 5) sum += end - start - 2;
  }
  const text = `0000${line.map((dark) => (dark ? 1 : 0)).join("")}0000`;
  for (const pattern of ["10111010000", "00001011101"]) {
    for (let at = text.indexOf(pattern); at !== -1; at = text.indexOf(pattern, at + 1)) sum += 40;
  }
  return sum;
}

function bestMasked(grid, words) {
  grid.place(words);
  let best = { mask: 0, penalty: Infinity };
  kMasks.forEach((_, mask) => {
    grid.drawFormat(mask);
    grid.toggle(mask);
    const penalty = grid.penalty();
    if (penalty < best.penalty) best = { mask, penalty };
    grid.toggle(mask);
  });
  grid.drawFormat(best.mask);
  grid.toggle(best.mask);
  return grid.dark;
}
