/** A process that starts the embedded server of a home, says so, and stays: what the tests kill. */
import { startEmbeddedPostgres } from './start.ts'

const home = process.argv[2]
if (!home) throw new Error('usage: start-fixture <home>')
const { url, pid, isForeign } = await startEmbeddedPostgres({ home })
console.log(JSON.stringify({ url, pid, isForeign }))
setInterval(() => undefined, 1000)
