-- How many members a group has stands on its page, in lists, beside the composer and in the directory's filter: counting
-- the memberships took most of the time of the directory. As with community_sizes, here stand the changes of that number,
-- and their sum is the number.
create table group_sizes (
    id bigint generated always as identity constraint group_sizes_key primary key,
    group_id uuid not null constraint group_sizes_group references groups on delete cascade,
    people bigint not null
);
comment on column group_sizes.people is 'How many came, or less than zero, how many went: every membership counts, of suspended accounts and guests too.';
create index group_sizes_by_group on group_sizes (group_id) include (people);

create function group_grows() returns trigger language plpgsql as $$
begin
    insert into group_sizes (group_id, people) select a.group_id, count(*) from added a group by a.group_id;
    return null;
end $$;
-- What goes with its group, or was in a group that goes in the same moment, needs no number.
create function group_shrinks() returns trigger language plpgsql as $$
begin
    insert into group_sizes (group_id, people)
    select g.id, -n.people from (select group_id, count(*) as people from gone group by group_id) n
    join groups g on g.id = n.group_id;
    return null;
end $$;
create trigger group_grows after insert on memberships
    referencing new table as added for each statement execute function group_grows();
create trigger group_shrinks after delete on memberships
    referencing old table as gone for each statement execute function group_shrinks();

-- Counts anew, all at one instant: who comes or goes in the meantime adds a row of their own.
create function groups_recounted() returns void language sql as $$
    with before as (delete from group_sizes)
    insert into group_sizes (group_id, people) select m.group_id, count(*) from memberships m group by m.group_id
$$;
select groups_recounted();
