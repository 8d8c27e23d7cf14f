-- A picture can belong to a choice of a poll; in a draft, to a choice that is still being written.
alter table pictures
    add column poll_id uuid constraint pictures_poll references polls on delete cascade,
    add column choice smallint constraint pictures_choice check (choice between 1 and 20),
    drop constraint pictures_one_place,
    add constraint pictures_one_place check (num_nonnulls(post_id, comment_id, group_id, poll_id) <= 1),
    add constraint pictures_of_choices check (poll_id is null or choice is not null);
create index pictures_by_poll on pictures (poll_id, choice) where poll_id is not null;
