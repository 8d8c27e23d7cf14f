-- Whoever arrives by an invitation is asked what is required before they go in. Who was there before is reminded only.
alter table members add column gate_since timestamptz;

comment on column members.gate_since is 'Arrived and not yet through the gate; null for those who went through or never met one.';
