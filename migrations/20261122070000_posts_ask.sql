-- Polls: a post that asks. One poll a post; who may see the post may see the poll.
create table polls (
    post_id uuid constraint polls_key primary key constraint polls_post references posts on delete cascade,
    question text not null constraint polls_question_length check (char_length(question) between 1 and 200),
    kind text not null default 'choices' constraint polls_kind check (kind in ('choices', 'dates')),
    least smallint not null default 1,
    most smallint not null default 1,
    opens boolean not null default false,
    changes boolean not null default true,
    anonymous boolean not null default false,
    results text not null default 'voted' constraint polls_results check (results in ('always', 'voted', 'closed', 'author')),
    closes_at timestamptz,
    closed_at timestamptz,
    edited_at timestamptz,
    -- Of anonymous polls: under which name their key lies outside the database, how many ballots are counted so far,
    -- and when the vote had to begin again because the key was lost.
    seal_id uuid,
    released integer not null default 0,
    restarted_at timestamptz,
    constraint polls_range check (1 <= least and least <= most and most <= 20),
    constraint polls_secrecy check (not (anonymous and (opens or changes))),
    constraint polls_named_or_not unique (post_id, anonymous)
);
create index polls_due on polls (closes_at) where closed_at is null and closes_at is not null;

create table poll_choices (
    post_id uuid not null constraint poll_choices_poll references polls on delete cascade,
    number smallint not null constraint poll_choices_number check (number between 1 and 20),
    text text not null default '' constraint poll_choices_length check (char_length(text) <= 200),
    at timestamptz,
    added_by uuid constraint poll_choices_added_by references members on delete set null,
    -- Of anonymous polls: what is counted so far, in batches. Of others the ballots are counted when they are looked at.
    counted integer not null default 0,
    counted_maybe integer not null default 0,
    constraint poll_choices_key primary key (post_id, number),
    constraint poll_choices_said check ((at is null) <> (text = ''))
);
create unique index poll_choices_once on poll_choices (post_id, folded(text)) where text <> '';
create unique index poll_choices_one_date on poll_choices (post_id, at) where at is not null;

-- Who took part: without an instant, and once.
create table poll_voters (
    post_id uuid not null constraint poll_voters_poll references polls on delete cascade,
    member_id uuid not null constraint poll_voters_member references members,
    constraint poll_voters_key primary key (post_id, member_id)
);
create index poll_voters_by_member on poll_voters (member_id);

-- What someone chose, in polls with names. The third column makes that impossible in an anonymous one.
create table poll_votes (
    post_id uuid not null,
    member_id uuid not null,
    number smallint not null,
    maybe boolean not null default false,
    anonymous boolean not null default false constraint poll_votes_named check (not anonymous),
    constraint poll_votes_key primary key (post_id, member_id, number),
    constraint poll_votes_voter foreign key (post_id, member_id) references poll_voters on delete cascade,
    constraint poll_votes_choice foreign key (post_id, number) references poll_choices on delete cascade,
    constraint poll_votes_poll foreign key (post_id, anonymous) references polls (post_id, anonymous) on delete cascade
);
create index poll_votes_by_choice on poll_votes (post_id, number, maybe);

-- The sealed sums of an anonymous poll: what was chosen since the last batch was counted, as one box that only the
-- process can open. Its key is never in the database.
create table poll_boxes (
    post_id uuid constraint poll_boxes_key primary key constraint poll_boxes_poll references polls on delete cascade,
    sealed bytea not null
);
