-- "Who will see this" stands beside every composer, and for an open group it is everybody: counting a hundred thousand
-- people took most of the time of such a page. Here stand the changes of that number; their sum is the number. A row for
-- each change keeps writers from waiting for each other; parvis adds the rows up every night (community_recounted).
create table community_sizes (
    id bigint generated always as identity constraint community_sizes_key primary key,
    people bigint not null
);
comment on column community_sizes.people is 'How many came, or less than zero, how many went: guests, suspended and erased accounts are not counted.';

create function community_grows() returns trigger language plpgsql as $$
begin
    insert into community_sizes (people)
    select n.people from (select count(*) as people from added a where not a.external and a.erased_at is null and a.suspended_at is null) n
    where n.people <> 0;
    return null;
end $$;
create function community_shrinks() returns trigger language plpgsql as $$
begin
    insert into community_sizes (people)
    select -n.people from (select count(*) as people from gone g where not g.external and g.erased_at is null and g.suspended_at is null) n
    where n.people <> 0;
    return null;
end $$;
create function community_changes() returns trigger language plpgsql as $$
begin
    insert into community_sizes (people)
    values (case when not new.external and new.erased_at is null and new.suspended_at is null then 1 else -1 end);
    return null;
end $$;
create trigger community_grows after insert on members
    referencing new table as added for each statement execute function community_grows();
create trigger community_shrinks after delete on members
    referencing old table as gone for each statement execute function community_shrinks();
create trigger community_changes after update of external, erased_at, suspended_at on members for each row
    when ((old.external or old.erased_at is not null or old.suspended_at is not null)
          is distinct from (new.external or new.erased_at is not null or new.suspended_at is not null))
    execute function community_changes();

-- Counts anew, all at one instant: who comes or goes in the meantime adds a row of their own.
create function community_recounted() returns void language sql as $$
    with before as (delete from community_sizes)
    insert into community_sizes (people)
    select count(*) from members where not external and erased_at is null and suspended_at is null
$$;
select community_recounted();
