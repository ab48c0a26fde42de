// A number as Python writes it: rounded to some significant digits, with a true minus sign and no −0.

const RAISED = {'-': '⁻', ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((raised, digit) => [digit, raised]))};
const LEAST = -4;  // the power of ten from which on a number is written out

const bare = text => text.includes('.') ? text.replace(/\.?0+$/, '') : text;

export const written = (value, digits = 3) => {
  if (!Number.isFinite(value)) return value < 0 ? '−∞' : '∞';
  if (value === 0) return '0';
  const minus = value < 0 ? '−' : '';
  const [mantissa, exponent] = Math.abs(value).toExponential(digits - 1).split('e'), power = Number(exponent);
  if (power < LEAST || power >= digits)
    return `${minus}${bare(mantissa)}×10${[...String(power)].map(each => RAISED[each]).join('')}`;
  return minus + bare(Number(`${mantissa}e${power}`).toFixed(digits - 1 - power));
};

/** The same with its sign always written. */
export const signed = (value, digits = 3) => {
  const text = written(value, digits);
  return value < 0 || text === '0' ? text : `+${text}`;
};
