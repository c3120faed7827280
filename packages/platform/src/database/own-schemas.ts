/**
 * The condition on `pg_namespace n` that a schema is one of the platform's: a new domain cannot be forgotten by what reads them all. The job
 * queue keeps its schema itself, and `public` belongs to whoever runs the database.
 */
export const OWN_SCHEMAS = `n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public', 'graphile_worker')`
