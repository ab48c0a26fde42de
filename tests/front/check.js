// Tests that run in Node and in a browser alike: named functions that throw.

export const equal = (found, expected) => {
  const [one, other] = [found, expected].map(value => JSON.stringify(value));
  if (one !== other) throw new Error(`${one}; expected ${other}`);
};

/** The names of the tests that fail, each with why. */
export const run = async tests => {
  const failed = [];
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test();
    } catch (error) {
      failed.push(`${name}: ${error.message}`);
    }
  }
  return failed;
};
