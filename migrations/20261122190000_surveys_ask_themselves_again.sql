-- Surveys that the clock asks again: one rhythm a series, in the name of whoever set it.
create table survey_rhythms (
    series_id uuid constraint survey_rhythms_key primary key,
    -- The round that was asked last when it was set or went on: without it there is nothing to repeat.
    survey_id uuid not null constraint survey_rhythms_survey references surveys on delete cascade,
    member_id uuid not null constraint survey_rhythms_member references members,
    every text not null constraint survey_rhythms_every check (every in ('week', 'two_weeks', 'month', 'quarter', 'half_year', 'year')),
    -- The first time, and the zone on whose walls the hour stays the same.
    first_at timestamptz not null,
    zone text not null,
    -- How long a round is open, in days.
    days smallint not null constraint survey_rhythms_days check (days between 1 and 365),
    next_at timestamptz not null
);
create index survey_rhythms_by_survey on survey_rhythms (survey_id);
create index survey_rhythms_by_member on survey_rhythms (member_id);
create index survey_rhythms_due on survey_rhythms (next_at);
