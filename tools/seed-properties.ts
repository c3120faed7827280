import fc from 'fast-check'

// One commit has one answer: properties are searched from the same place in every run. JIJU_TEST_SEED names another, `random` any.
const wanted = process.env.JIJU_TEST_SEED ?? '20261122'
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) })
