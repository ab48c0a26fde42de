// A number as people type it, read.

const DASHES = /[\u02D7\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
const SLASHES = /[\u2044\u2215\uFF0F]/g;
const FULL_WIDTH = /[０-９．，＋ｅＥ]/g; // as on a Chinese or Japanese keyboard
const FRACTION = /(?<![\d.,]\s*)(\d*)([¼-¾⅐-⅞])(?![^\s])/g; // ½ as one sign, with a whole number before it or none
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A fraction that is one sign, and the whole number before it, as two numbers and a slash: 1½ as 3/2. */
const spelledOut = (_, whole, sign) => {
  const [over, under] = sign.normalize('NFKC').split('\u2044').map(Number);
  return `${Number(whole) * under + over}/${under}`;
};

/** The number in a text, or null: any dash for minus, a decimal comma, a fraction. */
export const read = text => {
  const narrow = String(text).replace(FULL_WIDTH, sign => sign.normalize('NFKC'));
  const plain = narrow.replace(FRACTION, spelledOut).replace(DASHES, '-').replace(SLASHES, '/');
  const parts = plain.replace(/\s/g, '').replace(',', '.').split('/');
  if (parts.length > 2 || !parts.every(part => NUMBER.test(part))) return null;
  const value = parts.map(Number).reduce((one, other) => one / other);
  return Number.isFinite(value) ? value : null;
};
