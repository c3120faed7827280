-- Cultivation: where enterprises stand on the ladder, who is watched, what was noted and seen on visits.

-- A step that an enterprise has been recognised for. Conditions say who could be, this says who is.
create table scoring.recognition (
  id uuid primary key,
  enterprise_id uuid not null references scoring.enterprise (id),
  step text not null check (step ~ '^[a-z][a-z0-9_]{1,39}$'),
  recognised_on date not null,
  valid_until date,
  document text not null check (length(document) between 1 and 200),
  recorded_by uuid,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  end_reason text check (length(end_reason) between 2 and 500),
  constraint recognition_valid check (valid_until >= recognised_on),
  constraint recognition_ended check ((ended_at is null) = (end_reason is null))
);
create unique index recognition_once on scoring.recognition (enterprise_id, step, document) where ended_at is null;
create index recognition_of on scoring.recognition (enterprise_id, step);

-- Where each enterprise stood when the ladder was last looked at, so that lists need not ask every fact again.
create table scoring.ladder_place (
  enterprise_id uuid primary key references scoring.enterprise (id),
  -- The highest step it is recognised for; null: none. The next one, null at the top.
  step text,
  next_step text,
  met_count int not null,
  short_count int not null,
  unknown_count int not null,
  -- The condition that is nearest to being met, as it was judged.
  nearest jsonb,
  period text not null,
  placed_at timestamptz not null,
  constraint ladder_place_counts check (met_count >= 0 and short_count >= 0 and unknown_count >= 0)
);
create index ladder_place_next on scoring.ladder_place (next_step, short_count, unknown_count, enterprise_id);

create table scoring.watch_list (
  id uuid primary key,
  name text not null check (length(name) between 2 and 60),
  purpose text not null default '' check (length(purpose) <= 300),
  created_by uuid not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  constraint watch_list_name unique (name)
);

create table scoring.watch_list_entry (
  list_id uuid not null references scoring.watch_list (id),
  enterprise_id uuid not null references scoring.enterprise (id),
  reason text not null check (length(reason) between 2 and 300),
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (list_id, enterprise_id)
);
create index watch_list_entry_of on scoring.watch_list_entry (enterprise_id, list_id);

-- For the office alone: enterprises never see notes and visits.
create table scoring.cultivation_note (
  id uuid primary key,
  enterprise_id uuid not null references scoring.enterprise (id),
  body text not null check (length(body) between 2 and 4000),
  written_by uuid not null,
  written_at timestamptz not null
);
create index cultivation_note_of on scoring.cultivation_note (enterprise_id, written_at desc, id desc);

create table scoring.visit (
  id uuid primary key,
  enterprise_id uuid not null references scoring.enterprise (id),
  visited_on date not null,
  visitors text not null check (length(visitors) between 2 and 200),
  findings text not null check (length(findings) between 2 and 4000),
  -- What was promised, until when, and when it was done.
  follow_up text check (length(follow_up) between 2 and 1000),
  follow_up_on date,
  follow_up_done_at timestamptz,
  follow_up_result text check (length(follow_up_result) between 2 and 1000),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint visit_follow_up check ((follow_up is null) = (follow_up_on is null)),
  constraint visit_follow_up_after check (follow_up_on >= visited_on),
  constraint visit_follow_up_done check ((follow_up_done_at is null) = (follow_up_result is null) and (follow_up_done_at is null or follow_up is not null))
);
create index visit_of on scoring.visit (enterprise_id, visited_on desc, id desc);
create index visit_due on scoring.visit (follow_up_on, id) where follow_up is not null and follow_up_done_at is null;
