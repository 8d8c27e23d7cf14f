-- Surveys: several questions, announced by a post once they are asked. Who may see that post may see the survey; before,
-- it is a draft for its author and the managers of its group.
-- What moves with a post to another group is named by both.
alter table posts add constraint posts_in_group unique (id, group_id);

create table surveys (
    id uuid constraint surveys_key primary key,
    group_id uuid not null constraint surveys_group references groups on delete cascade,
    author_id uuid not null constraint surveys_author references members,
    post_id uuid constraint surveys_one_a_post unique,
    -- The same survey asked again: its rounds have a series in common.
    series_id uuid not null,
    round smallint not null default 1 constraint surveys_round_positive check (round > 0),
    title text not null default '' constraint surveys_title_length check (char_length(title) <= 160),
    intro text not null default '' constraint surveys_intro_length check (char_length(intro) <= 60000),
    questions jsonb not null default '[]' constraint surveys_questions check (jsonb_typeof(questions) = 'array'),
    anonymous boolean not null default false,
    results text not null default 'answered' constraint surveys_results check (results in ('answered', 'closed', 'author')),
    closes_at timestamptz,
    version integer not null default 0,
    saved_at timestamptz not null,
    opened_at timestamptz,
    closed_at timestamptz,
    -- How many could answer, as it was when it closed.
    asked integer,
    reminded_at timestamptz,
    -- Up to which reminder the letters are written.
    letters_at timestamptz,
    -- Of anonymous ones: under which name their key lies outside the database, and when they had to begin again.
    seal_id uuid,
    restarted_at timestamptz,
    constraint surveys_post foreign key (post_id, group_id) references posts (id, group_id) on update cascade on delete cascade,
    constraint surveys_rounds unique (series_id, round),
    constraint surveys_named_or_not unique (id, anonymous),
    constraint surveys_opened check ((post_id is null) = (opened_at is null)),
    constraint surveys_closed check (closed_at is null or opened_at is not null)
);
create index surveys_by_group on surveys (group_id);
create index surveys_by_author on surveys (author_id);
create index surveys_due on surveys (closes_at) where closed_at is null and opened_at is not null and closes_at is not null;

-- Who answered: without an instant, and once.
create table survey_parts (
    survey_id uuid not null constraint survey_parts_survey references surveys on delete cascade,
    member_id uuid not null constraint survey_parts_member references members,
    constraint survey_parts_key primary key (survey_id, member_id)
);
create index survey_parts_by_member on survey_parts (member_id);

-- What someone answered, in surveys with names. The third column makes that impossible in an anonymous one.
create table survey_answers (
    survey_id uuid not null,
    member_id uuid not null,
    answers jsonb not null,
    sent_at timestamptz not null,
    anonymous boolean not null default false constraint survey_answers_named check (not anonymous),
    constraint survey_answers_key primary key (survey_id, member_id),
    constraint survey_answers_part foreign key (survey_id, member_id) references survey_parts on delete cascade,
    constraint survey_answers_survey foreign key (survey_id, anonymous) references surveys (id, anonymous) on delete cascade
);

-- What someone has begun to answer and means to go on with, in surveys with names.
create table survey_begun (
    survey_id uuid not null,
    member_id uuid not null constraint survey_begun_member references members,
    answers jsonb not null,
    page smallint not null default 0,
    anonymous boolean not null default false constraint survey_begun_named check (not anonymous),
    constraint survey_begun_key primary key (survey_id, member_id),
    constraint survey_begun_survey foreign key (survey_id, anonymous) references surveys (id, anonymous) on delete cascade
);
create index survey_begun_by_member on survey_begun (member_id);

-- Of anonymous surveys: sheets of answers that left the box, in batches; each with a number drawn by lot.
create table survey_sheets (
    id uuid not null default gen_random_uuid() constraint survey_sheets_key primary key,
    survey_id uuid not null constraint survey_sheets_survey references surveys on delete cascade,
    answers jsonb not null
);
create index survey_sheets_by_survey on survey_sheets (survey_id);

-- The sheets of an anonymous survey that wait for others, in one box that only the process can open.
create table survey_boxes (
    survey_id uuid constraint survey_boxes_key primary key constraint survey_boxes_survey references surveys on delete cascade,
    sealed bytea not null
);
