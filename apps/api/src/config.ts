import path from 'node:path'
import { z } from 'zod'

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_ADDRESS: z.url().exactOptional(),
  DATABASE_URL: z.string().exactOptional(),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(10),
  JIJU_DATA_DIR: z.string().exactOptional(),
  /** Has a subfolder for each supplier of facts; files that they put there are taken in. */
  JIJU_FACT_FOLDER: z.string().refine(path.isAbsolute, 'must be an absolute path').exactOptional(),
  SMTP_URL: z.string().exactOptional(),
  MAIL_FROM: z.string().default('集聚 <no-reply@jiju.example>'),
  S3_URL: z.url().exactOptional(),
  S3_BUCKET: z.string().exactOptional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().exactOptional(),
  S3_SECRET_ACCESS_KEY: z.string().exactOptional(),
  AUTH_SECRET: z.string().min(32).exactOptional(),
  /** Whether the roles of the table in people need a second factor; `auto`: everywhere but in a demo district. */
  SECOND_FACTOR_BY_ROLE: z.enum(['auto', 'on', 'off']).default('auto'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(0).default(600),
  TRUST_PROXY: z.string().exactOptional(),
  /** `off`: this process answers requests only; events, jobs and mail are left to others on the same database. */
  BACKGROUND_WORK: z.enum(['on', 'off']).default('on'),
  /** `loopback`: webhooks may go to this machine, also by http; for development. */
  WEBHOOK_TARGETS: z.enum(['public', 'loopback']).default('public'),
  METRICS_TOKEN: z.string().exactOptional(),
})

export type Config = z.infer<typeof Environment> & { readonly publicAddress: string }

/** Reads the environment; a wrong value ends the start with the name of the variable and what it must be. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment cannot be used:\n${lines.join('\n')}\nSee docs/ARCHITECTURE.md, "Settings".`)
  }
  return { ...parsed.data, publicAddress: parsed.data.PUBLIC_ADDRESS ?? `http://localhost:${parsed.data.PORT}` }
}
