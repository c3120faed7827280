/** A process that starts the embedded server of a home, says so, and stays: what the tests kill. */
import { startEmbeddedPostgres } from './start.ts'

const [, , home, binariesHome] = process.argv
if (!home || !binariesHome) throw new Error('usage: start-fixture <home> <binaries home>')
const { url, pid, isForeign } = await startEmbeddedPostgres({ home, binariesHome, settings: { fsync: 'off' } })
console.log(JSON.stringify({ url, pid, isForeign }))
setInterval(() => undefined, 1000)
