/** The server alone, for whoever runs it beside a database that is ready: `--port N --workers N`. The CLI's `start` adds the demo district. */
import { parseArgs } from 'node:util'
import { startPlatform } from './start.ts'

const { values } = parseArgs({ options: { port: { type: 'string' }, workers: { type: 'string', default: '1' } } })
await startPlatform({
  environment: { ...process.env, ...(values.port && { PORT: values.port }) },
  workers: Number(values.workers),
})
