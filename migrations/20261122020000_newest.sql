-- The home feed shows the newest groups and the newest people: read from the end of an index, not sorted from all.
create index groups_newest on groups (created_at desc, id desc) where deleted_at is null;
create index members_newest on members (created_at desc, id desc) where erased_at is null;
-- Whether somebody is the only manager of a group is asked with every group they manage.
create index memberships_managers on memberships (group_id, member_id) where role = 'manager';
-- The people of a group are counted by index, without those few who are gone.
create index members_erased on members (id) where erased_at is not null;
