// A number as people type it, read.

const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The number in a text, or null: any dash for minus, a decimal comma, a fraction. */
export const read = text => {
  const parts = String(text).replace(DASHES, '-').replace(/\s/g, '').replace(',', '.').split('/');
  if (parts.length > 2 || !parts.every(part => NUMBER.test(part))) return null;
  const value = parts.map(Number).reduce((one, other) => one / other);
  return Number.isFinite(value) ? value : null;
};
