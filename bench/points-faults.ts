/** What must never stand in the tables after races of innovation points, each as a statement that finds it. */
type Fault = { readonly name: string; readonly statement: string }

export const FAULTS: readonly Fault[] = [
  {
    // The public would read places of which the office knows that they are wrong.
    name: 'final_list_of_corrected_run',
    statement: `select l.id from scoring.list l
      join scoring.list_edition e on e.list_id = l.id and e.edition = l.edition
      join scoring.run n on n.corrects_id = e.run_id and n.purpose = 'official' and n.state <> 'failed'
      where l.finalised_at is not null
        and n.created_at < coalesce(l.withdrawn_at, 'infinity')`,
  },
  {
    name: 'two_corrections_of_one_run',
    statement: `select corrects_id from scoring.run where corrects_id is not null and purpose = 'official' and state <> 'failed'
      group by corrects_id having count(*) > 1`,
  },
  {
    name: 'final_list_with_open_objection',
    statement: `select l.id from scoring.list l join scoring.objection o on o.list_id = l.id and o.state = 'open'
      where l.finalised_at is not null and o.received_at <= coalesce(l.withdrawn_at, 'infinity')`,
  },
  {
    name: 'objections_miscounted',
    statement: `select l.id from scoring.list l
      where l.open_objections <> (select count(*) from scoring.objection o where o.list_id = l.id and o.state = 'open')`,
  },
  {
    name: 'runs_unfinished_or_failed',
    statement: `select id from scoring.run where state = 'failed' or (state <> 'done' and purpose = 'trial')`,
  },
  {
    name: 'scores_missing_or_double',
    statement: `select r.id from scoring.run r left join scoring.run_score s on s.run_id = r.id
      where r.state = 'done' group by r.id having count(s.enterprise_id) <> r.enterprise_count`,
  },
  {
    // Nothing was corrected between the runs of these races, so all must have come out the same.
    name: 'other_bytes_of_same_facts',
    statement: `select distinct result_sha256 from scoring.run where state = 'done' offset 1`,
  },
  {
    // A read that began while the withdrawal waited for it is in order; instants are those at which requests began.
    name: 'reads_without_consent',
    statement: `select r.id from people.fact_read r left join people.consent c on c.id = r.consent_id
      where c.id is null or r.at < c.granted_at or r.at > c.revoked_at + interval '2 seconds' or r.at > c.valid_until`,
  },
]
