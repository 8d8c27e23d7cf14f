-- What someone wrote in a group they were taken out of can stay without their name.
alter table posts add column anonymised_at timestamptz;
alter table comments add column anonymised_at timestamptz;

-- What members of a group hear of it, unless they say otherwise for themselves.
alter table groups add column notify text not null default 'mentions'
    constraint groups_notify check (notify in ('everything', 'mentions', 'nothing'));
alter table memberships add column notify text
    constraint memberships_notify check (notify in ('everything', 'mentions', 'nothing'));
comment on column memberships.notify is 'Null: as the group says.';
