// node run.js film link …: every test of these modules; what fails is printed, and the exit says so.

import {run} from './check.js';

let failed = 0;
for (const name of process.argv.slice(2)) {
  const {tests} = await import(`./${name}.test.js`);
  for (const line of await run(tests)) {
    console.log(`${name}: ${line}`);
    failed += 1;
  }
}
process.exit(failed ? 1 : 0);
