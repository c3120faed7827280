export type TestServer = { readonly url: string; readonly stop: () => Promise<void> }

/** The server of `TEST_DATABASE_URL`. */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL
  if (!given) throw new Error('Set TEST_DATABASE_URL to a PostgreSQL server whose user may create databases')
  return { url: given, stop: async () => undefined }
}
