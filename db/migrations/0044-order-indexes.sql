-- Found by running random orders with sequential scans switched off: reads by these columns had no index, and each page of an agreement or of a
-- task read every row that there is.
create index agreement_terms_terms on orders.agreement_terms (terms_id);
create index task_plan_task on orders.task_plan (task_id, planned_at desc, id desc);
create index access_grant_item on orders.access_grant (order_item_id);
create index sample_place on orders.sample (place_id) where state in ('received', 'refused', 'broken');
