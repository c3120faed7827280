-- Finding resources: one row per published resource, the words that people type, searches that are kept, and searches that found nothing.

-- Written only by the index job from the tables of 0003; no foreign key, so that a rebuild and a bulk load need no order.
-- `tokens` holds words, pairs of characters with places, readings, standard numbers and the values that conditions compare.
create table catalog.search_document (
  resource_id uuid primary key,
  draw int not null check (draw between 0 and 65535),
  kind text not null,
  provider_id uuid not null,
  provider_district text,
  -- Of the site, or of the provider where the site states none.
  district text,
  class_code text,
  standards text[] not null,
  modes text[] not null,
  cma_until date,
  cnas_until date,
  glp_until date,
  -- The price that a page shows first, by customer class, in force on `indexed_on`.
  price_inside_fen bigint,
  price_member_fen bigint,
  price_academic_fen bigint,
  price_enterprise_fen bigint,
  price_outside_fen bigint,
  longitude double precision,
  latitude double precision,
  -- What a result shows.
  card jsonb not null,
  tokens tsvector not null,
  indexed_on date not null,
  -- The day on which a price, scope or standard changes by the calendar alone.
  refresh_on date,
  indexed_at timestamptz not null default now()
) with (toast_tuple_target = 8160);
-- Without the pending list a search costs the same before and after a write.
create index search_document_tokens on catalog.search_document using gin (tokens) with (fastupdate = off);
create index search_document_provider on catalog.search_document (provider_id, resource_id);
create index search_document_refresh on catalog.search_document (refresh_on, resource_id) where refresh_on is not null;
create index search_document_district on catalog.search_document (district);

-- Names, models, standard numbers and words of the indexed resources: completes what is typed and finds the word that was meant.
create table catalog.search_term (
  kind text not null check (kind in ('name', 'model', 'standard', 'word')),
  key text not null check (length(key) between 1 and 300),
  text text not null check (length(text) between 1 and 300),
  initials text not null default '',
  constraint search_term_pkey primary key (kind, key)
);
create index search_term_key on catalog.search_term (kind, key text_pattern_ops);
create index search_term_initials on catalog.search_term (initials text_pattern_ops) where initials <> '';
create index search_term_trgm on catalog.search_term using gin (key gin_trgm_ops);

-- Groups of words that mean the same, added by the operator to the shipped list.
create table catalog.search_synonym (
  id uuid primary key,
  terms text[] not null check (cardinality(terms) between 2 and 30),
  note text check (length(note) between 1 and 500),
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table catalog.saved_search (
  id uuid primary key,
  person_id uuid not null,
  organisation_id uuid,
  name text not null check (length(name) between 1 and 100),
  query text not null check (length(query) <= 200),
  -- The conditions as the contract names them.
  conditions jsonb not null,
  notify text not null check (notify in ('at_once', 'daily', 'never')),
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index saved_search_person on catalog.saved_search (person_id, id);

-- Resources that began to match after the search was saved; each is told once.
create table catalog.saved_search_match (
  saved_search_id uuid not null references catalog.saved_search (id) on delete cascade,
  resource_id uuid not null,
  found_at timestamptz not null,
  mailed_at timestamptz,
  constraint saved_search_match_pkey primary key (saved_search_id, resource_id)
);
create index saved_search_match_waiting on catalog.saved_search_match (saved_search_id, found_at, resource_id) where mailed_at is null;

-- Searches without a result, by day, without a word about who searched.
create table catalog.search_miss (
  day date not null,
  query text not null check (length(query) <= 200),
  conditions text not null check (length(conditions) <= 2000),
  count int not null check (count > 0),
  last_at timestamptz not null,
  constraint search_miss_pkey primary key (day, query, conditions)
);

-- A standard is found by any part of its number; parts are compared with dots (ISO 10993-5 and 16886.5 alike).
create index standard_number_trgm on catalog.standard using gin (replace(number_key, '-', '.') gin_trgm_ops);
