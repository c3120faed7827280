-- Which district runs this installation, and whether its data are invented: every page says so when they are.
create table platform.district (
  -- One row at most.
  is_this boolean primary key default true check (is_this),
  name_zh text not null check (length(name_zh) between 1 and 60),
  name_en text not null check (length(name_en) between 1 and 120),
  is_demo boolean not null,
  -- What the demo district was made from: the same two give the same district.
  seed bigint,
  reference_day date,
  generated_at timestamptz,
  constraint district_demo check (is_demo = (seed is not null) and is_demo = (reference_day is not null) and is_demo = (generated_at is not null))
);
