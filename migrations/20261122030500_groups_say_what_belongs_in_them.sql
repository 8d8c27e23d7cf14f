-- What a group expects of what is published in it, and the links it keeps at hand.
alter table groups
    add column expect_when text not null default '' constraint groups_expect_when_length check (char_length(expect_when) <= 400),
    add column expect_format text not null default '' constraint groups_expect_format_length check (char_length(expect_format) <= 400),
    add column expect_yes text not null default '' constraint groups_expect_yes_length check (char_length(expect_yes) <= 400),
    add column expect_no text not null default '' constraint groups_expect_no_length check (char_length(expect_no) <= 400);

create table group_links (
    group_id uuid not null constraint group_links_group references groups on delete cascade,
    position smallint not null,
    label text not null constraint group_links_label_length check (char_length(label) between 1 and 80),
    address text not null constraint group_links_address_length check (char_length(address) between 1 and 500),
    constraint group_links_key primary key (group_id, position)
);
