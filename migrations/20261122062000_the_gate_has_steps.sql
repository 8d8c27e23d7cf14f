-- The gate of new people has steps: the required fields, the words of welcome, an introduction. And what is newly
-- required may be given until a day by those who were there before; from then on they meet the gate too.
alter table fields add column due_on date;
comment on column fields.due_on is 'Until then people who were there before are only reminded.';

alter table members add column gate_passed text[] not null default '{}';
comment on column members.gate_passed is 'Steps of the gate that need no answer in the profile and were seen: welcome, introduction.';

create table gate_settings (
    one boolean primary key default true constraint gate_settings_one check (one),
    welcome_fr text not null default '' constraint gate_settings_welcome_fr check (char_length(welcome_fr) <= 4000),
    welcome_en text not null default '' constraint gate_settings_welcome_en check (char_length(welcome_en) <= 4000),
    html_fr text not null default '',
    html_en text not null default '',
    introduction boolean not null default false,
    changed_at timestamptz not null
);
