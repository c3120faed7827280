-- What a region offers: providers, sites, resources of ten kinds with their versions and prices, methods, standards,
-- accreditation, vocabularies, and the imports that feed them. Organisation ids are those of people; no foreign key crosses a schema.
create schema catalog;

create table catalog.provider (
  organisation_id uuid primary key,
  introduction_zh text check (length(introduction_zh) <= 4000),
  introduction_en text check (length(introduction_en) <= 4000),
  website text check (length(website) <= 500),
  contact_name text check (length(contact_name) <= 100),
  phone text check (length(phone) <= 50),
  email text check (length(email) <= 254),
  established_on date,
  capabilities text[] not null default '{}' check (cardinality(capabilities) <= 30),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- Where resources stand. `opening`: [{weekday 1..7, start 'HH:MM', end 'HH:MM'}], 24:00 allowed; `day_exceptions`: [{day, open: [{start, end}]}].
create table catalog.site (
  id uuid primary key,
  provider_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  name_en text check (length(name_en) <= 200),
  address text not null check (length(address) between 1 and 500),
  district text check (length(district) <= 100),
  postcode text check (length(postcode) <= 20),
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  zone text not null default 'Asia/Shanghai' check (length(zone) between 1 and 64),
  opening jsonb not null default '[]',
  holiday_rule text not null default 'closed' check (holiday_rule in ('closed', 'open', 'as_weekday')),
  day_exceptions jsonb not null default '[]',
  access_note text check (length(access_note) <= 1000),
  is_closed boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint site_position_is_whole check ((longitude is null) = (latitude is null)),
  constraint site_name_once unique (provider_id, name)
);

-- One thing that can be found. The content columns are what the public sees; until the first publication they mirror the working copy.
-- `status` is the public face, `work_state` the working copy beside it ('none' when there is none).
create table catalog.resource (
  id uuid primary key,
  provider_id uuid not null,
  kind text not null check (kind in ('laboratory', 'instrument', 'testing_service', 'technical_service', 'pilot_line',
    'glp_study', 'animal_facility', 'computing', 'data_set', 'clean_room')),
  inner_number text check (length(inner_number) between 1 and 100),
  status text not null default 'draft' check (status in ('draft', 'in_review', 'published', 'retired')),
  work_state text not null default 'draft' check (work_state in ('none', 'draft', 'in_review', 'returned')),
  site_id uuid references catalog.site (id),
  name_zh text check (length(name_zh) <= 200),
  name_en text check (length(name_en) <= 300),
  model text check (length(model) <= 200),
  manufacturer text check (length(manufacturer) <= 200),
  manufacturer_country text check (length(manufacturer_country) <= 100),
  class_code text check (class_code ~ '^[0-9a-z]{2,6}$'),
  summary text check (length(summary) <= 500),
  description text check (length(description) <= 8000),
  location text check (length(location) <= 300),
  keywords text[] not null default '{}' check (cardinality(keywords) <= 30),
  device_class_codes text[] not null default '{}' check (cardinality(device_class_codes) <= 200),
  started_on date,
  original_value_fen bigint check (original_value_fen >= 0),
  turnaround_days int check (turnaround_days between 0 and 3650),
  photo_file_id uuid,
  -- The whole content as the contract names it (ResourceContent); `working` only while a change waits beside a published version.
  content jsonb not null,
  working jsonb,
  -- Facts of daily running, changed without review.
  operating_status text not null default 'normal' check (operating_status in ('normal', 'occasional_fault', 'under_repair', 'out_of_service')),
  opening jsonb,
  version int not null default 1,
  published_version int,
  published_at timestamptz,
  submitted_at timestamptz,
  submitted_by uuid,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint resource_inner_number_once unique (provider_id, inner_number),
  constraint resource_is_named check (name_zh is not null or name_en is not null),
  constraint resource_states_agree check (
    (status = 'draft' and work_state in ('draft', 'returned') and working is null and published_version is null)
    or (status = 'in_review' and work_state = 'in_review' and working is null and published_version is null)
    or (status in ('published', 'retired') and published_version is not null and (work_state = 'none') = (working is null)))
);
create index resource_provider on catalog.resource (provider_id, id);
create index resource_published on catalog.resource (kind, class_code, id) where status = 'published';
create index resource_review_queue on catalog.resource (submitted_at, id) where work_state = 'in_review';
create index resource_site on catalog.resource (site_id);

-- Every state that the content went through. Append-only.
create table catalog.resource_version (
  resource_id uuid not null references catalog.resource (id),
  version int not null,
  content jsonb not null,
  state text not null check (state in ('draft', 'in_review', 'returned', 'withdrawn', 'published', 'discarded', 'retired')),
  author_id uuid,
  author_organisation_id uuid,
  at timestamptz not null,
  note text check (length(note) <= 4000),
  constraint resource_version_pkey primary key (resource_id, version)
);

create table catalog.method (
  id uuid primary key,
  provider_id uuid,
  name_zh text not null check (length(name_zh) between 1 and 200),
  name_en text check (length(name_en) <= 300),
  description text check (length(description) <= 2000),
  created_at timestamptz not null default now(),
  constraint method_name_once unique nulls not distinct (provider_id, name_zh)
);

-- `number_key` is the number without spaces and in capitals; `base_key` the same without the year.
create table catalog.standard (
  id uuid primary key,
  number text not null check (length(number) between 2 and 60),
  number_key text not null,
  base_key text not null,
  title_zh text check (length(title_zh) <= 500),
  title_en text check (length(title_en) <= 500),
  field text check (length(field) <= 100),
  category text check (length(category) <= 100),
  subcategory text check (length(subcategory) <= 100),
  published_on date,
  effective_on date,
  effective_note text check (length(effective_note) <= 200),
  withdrawn_on date,
  -- 'unconfirmed': known only because another record cites it.
  status text not null check (status in ('active', 'upcoming', 'replaced', 'withdrawn', 'unconfirmed')),
  source text check (length(source) <= 500),
  last_checked_on date,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint standard_number_once unique (number_key)
);
create index standard_base on catalog.standard (base_key, number_key);
create index standard_status on catalog.standard (status, number_key);

-- Which standard takes the place of which. `basis`: 'stated' by the source, or 'same_number' with a later year.
create table catalog.standard_succession (
  predecessor_id uuid not null references catalog.standard (id),
  successor_id uuid not null references catalog.standard (id),
  basis text not null check (basis in ('stated', 'same_number')),
  constraint standard_succession_pkey primary key (predecessor_id, successor_id),
  constraint standard_succession_not_self check (predecessor_id <> successor_id)
);
create index standard_succession_successor on catalog.standard_succession (successor_id);

create table catalog.standard_twin (
  international_id uuid not null references catalog.standard (id),
  national_id uuid not null references catalog.standard (id),
  relation text not null check (relation in ('identical', 'modified', 'not_equivalent')),
  source text check (length(source) <= 500),
  constraint standard_twin_pkey primary key (international_id, national_id),
  constraint standard_twin_not_self check (international_id <> national_id)
);
create index standard_twin_national on catalog.standard_twin (national_id);

-- What the published content cites (until the first publication: what the draft cites).
create table catalog.resource_standard (
  resource_id uuid not null references catalog.resource (id),
  standard_id uuid not null references catalog.standard (id),
  note text check (length(note) <= 300),
  position int not null,
  constraint resource_standard_pkey primary key (resource_id, standard_id)
);
create index resource_standard_standard on catalog.resource_standard (standard_id, resource_id);

create table catalog.resource_method (
  resource_id uuid not null references catalog.resource (id),
  method_id uuid not null references catalog.method (id),
  position int not null,
  constraint resource_method_pkey primary key (resource_id, method_id)
);
create index resource_method_method on catalog.resource_method (method_id, resource_id);

create table catalog.resource_file (
  resource_id uuid not null references catalog.resource (id),
  file_id uuid not null,
  uploaded_at timestamptz not null default now(),
  constraint resource_file_pkey primary key (resource_id, file_id)
);

create table catalog.accreditation (
  id uuid primary key,
  provider_id uuid not null,
  scheme text not null check (scheme in ('cma', 'cnas', 'glp')),
  certificate_no text not null check (length(certificate_no) between 1 and 100),
  valid_from date not null,
  valid_to date not null,
  withdrawn_on date,
  note text check (length(note) <= 1000),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint accreditation_days_in_order check (valid_from <= valid_to),
  constraint accreditation_certificate_once unique (provider_id, scheme, certificate_no, valid_from)
);
create index accreditation_provider on catalog.accreditation (provider_id, id);

-- One line of the scope. A resource is covered when the line names it, or names a standard that it cites.
create table catalog.accreditation_item (
  id uuid primary key,
  accreditation_id uuid not null references catalog.accreditation (id),
  position int not null,
  product text not null check (length(product) between 1 and 300),
  parameter text check (length(parameter) <= 300),
  standard_id uuid references catalog.standard (id),
  standard_text text check (length(standard_text) <= 300),
  field_code text check (length(field_code) <= 50),
  limits text check (length(limits) <= 1000),
  resource_id uuid references catalog.resource (id),
  constraint accreditation_item_position_once unique (accreditation_id, position)
);
create index accreditation_item_standard on catalog.accreditation_item (standard_id);
create index accreditation_item_resource on catalog.accreditation_item (resource_id);

-- Both days belong to the price's validity; no end means until further notice.
create table catalog.resource_price (
  id uuid primary key,
  resource_id uuid not null references catalog.resource (id),
  customer_class text not null check (customer_class in ('inside', 'member', 'academic', 'enterprise', 'outside_district')),
  unit text not null check (unit in ('hour', 'sample', 'run', 'batch', 'item', 'day', 'project')),
  price_fen bigint not null check (price_fen between 0 and 100000000000),
  valid_from date not null,
  valid_to date,
  note text check (length(note) <= 300),
  version int not null default 1,
  created_at timestamptz not null default now(),
  constraint resource_price_days_in_order check (valid_from <= valid_to),
  constraint resource_price_no_overlap exclude using gist
    (resource_id with =, customer_class with =, unit with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index resource_price_resource on catalog.resource_price (resource_id, customer_class, unit, valid_from);

-- Device classification catalogue of NMPA, loaded at run time. One code may carry several rows, even with the same subdivision.
create table catalog.device_class (
  code text not null check (code ~ '^[0-9]{2}-[0-9]{2}-[0-9]{2}$'),
  subdivision text not null default '' check (length(subdivision) <= 10),
  ordinal int not null default 1,
  directory_code text not null,
  directory_name text not null check (length(directory_name) <= 200),
  group_code text not null,
  group_name text not null check (length(group_name) <= 200),
  name text not null check (length(name) <= 200),
  description text check (length(description) <= 2000),
  intended_use text check (length(intended_use) <= 2000),
  examples text check (length(examples) <= 2000),
  management_class text not null check (management_class in ('I', 'II', 'III')),
  is_drug_device_combination boolean not null default false,
  source text check (length(source) <= 500),
  constraint device_class_pkey primary key (code, subdivision, ordinal)
);

-- Names of the national survey's instrument classes, beside the shipped reference table; codes there are illustrative.
create table catalog.survey_class (
  major_no int not null,
  minor_no int not null,
  major_name text not null check (length(major_name) <= 100),
  minor_name text not null check (length(minor_name) <= 100),
  code text check (length(code) <= 10),
  source text check (length(source) <= 500),
  constraint survey_class_pkey primary key (major_no, minor_no)
);

create table catalog.import (
  id uuid primary key,
  format text not null check (length(format) <= 60),
  organisation_id uuid,
  file_id uuid,
  file_name text not null check (length(file_name) between 1 and 255),
  -- Brought by somebody who keeps standards and vocabularies, so that it may change them.
  keeps_library boolean not null,
  -- The day on which the source was compared with its publisher; kept with each standard.
  source_checked_on date,
  state text not null check (state in ('uploaded', 'checked', 'applied', 'failed', 'cancelled')),
  mode text check (mode in ('all_or_nothing', 'valid_rows_only')),
  rows_total int,
  rows_done int not null default 0,
  rows_valid int,
  rows_rejected int,
  rows_warned int,
  rows_created int,
  rows_updated int,
  rows_unchanged int,
  failure jsonb,
  created_by uuid,
  created_at timestamptz not null default now(),
  checked_at timestamptz,
  finished_at timestamptz
);
create index import_organisation on catalog.import (organisation_id, id desc);
create index import_library on catalog.import (id desc) where keeps_library;

-- One line of the file as read, with what is wrong (`problems`) and what is missing but allowed (`warnings`).
create table catalog.import_row (
  import_id uuid not null references catalog.import (id) on delete cascade,
  line int not null,
  sheet text not null check (length(sheet) <= 100),
  row_no int not null,
  kind text not null check (kind in ('resource', 'standard', 'twin', 'price', 'site', 'device_class', 'survey_class', 'unknown')),
  state text not null check (state in ('valid', 'rejected')),
  outcome text check (outcome in ('created', 'updated', 'unchanged', 'refused')),
  -- As json, not jsonb: the order of the columns is kept.
  cells json not null,
  record jsonb,
  problems jsonb not null default '[]',
  warnings jsonb not null default '[]',
  constraint import_row_pkey primary key (import_id, line)
);
create index import_row_state on catalog.import_row (import_id, state, line);

-- ------------------------------------------------------------------ what other domains may read
create schema catalog_pub;

create view catalog_pub.resource as
select r.id, r.provider_id, r.site_id, r.kind, r.name_zh, r.name_en, r.model, r.status,
  coalesce(s.zone, 'Asia/Shanghai') as zone, s.name as site_name, s.address as site_address,
  coalesce(r.opening, s.opening, '[]'::jsonb) as opening,
  coalesce(s.holiday_rule, 'closed') as holiday_rule,
  coalesce(s.day_exceptions, '[]'::jsonb) as day_exceptions,
  r.class_code, r.operating_status, r.location, r.inner_number, r.manufacturer, r.version
from catalog.resource r left join catalog.site s on s.id = r.site_id;

create view catalog_pub.resource_price as
select resource_id, customer_class, unit, price_fen, valid_from, valid_to from catalog.resource_price;

-- Which scopes cover a resource; whoever reads it compares the days with the day that matters.
create view catalog_pub.resource_accreditation as
select distinct r.id as resource_id, a.id as accreditation_id, a.scheme, a.certificate_no, a.valid_from,
  least(a.valid_to, a.withdrawn_on - 1) as valid_to
from catalog.accreditation a
join catalog.accreditation_item i on i.accreditation_id = a.id
join catalog.resource r on r.provider_id = a.provider_id
where i.resource_id = r.id
  or (i.resource_id is null and i.standard_id is not null
      and exists (select 1 from catalog.resource_standard c where c.resource_id = r.id and c.standard_id = i.standard_id));

create view catalog_pub.resource_standard as
select c.resource_id, c.standard_id, s.number, s.number_key, s.base_key, s.title_zh, s.title_en, s.status, s.effective_on, c.note, c.position
from catalog.resource_standard c join catalog.standard s on s.id = c.standard_id;
