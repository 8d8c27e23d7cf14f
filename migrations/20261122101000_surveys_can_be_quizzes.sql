-- A quiz: a survey with names whose questions have right answers; its settings say whether it has a ranking and a draw.
alter table surveys
    add column quiz jsonb,
    add constraint surveys_quiz_is_named check (quiz is null or not anonymous);

-- What a draw of prizes depends on, made when the quiz opens: its hash is published at once, itself when the quiz has closed.
create table survey_draws (
    survey_id uuid constraint survey_draws_key primary key constraint survey_draws_survey references surveys on delete cascade,
    seed bytea not null constraint survey_draws_seed check (octet_length(seed) = 32)
);
