-- Rings: what someone is for the others, shown round their picture everywhere. No permission hangs on one.
create table ring_kinds (
    id int generated always as identity primary key,
    label_fr text not null constraint ring_kinds_label_fr check (char_length(label_fr) between 1 and 40),
    label_en text not null constraint ring_kinds_label_en check (char_length(label_en) between 1 and 40),
    meaning_fr text not null default '' constraint ring_kinds_meaning_fr check (char_length(meaning_fr) <= 200),
    meaning_en text not null default '' constraint ring_kinds_meaning_en check (char_length(meaning_en) <= 200),
    hue text not null constraint ring_kinds_hue check (hue in
        ('rose', 'brique', 'ocre', 'olive', 'feuille', 'lagune', 'estuaire', 'bleuet', 'lilas', 'bruyere')),
    pattern text not null constraint ring_kinds_pattern check (pattern in ('solid', 'double', 'dashed', 'dotted', 'arcs')),
    scope text not null constraint ring_kinds_scope check (scope in ('platform', 'group')),
    place int not null,
    created_at timestamptz not null,
    archived_at timestamptz
);

comment on column ring_kinds.scope is 'platform: given by administrators, shown everywhere; group: given by managers, shown in their group.';

-- The days are those of the community''s time zone. "shown" says whether today is one of them: verbs and an hourly job
-- keep it true.
create table ring_grants (
    ring_id int not null constraint ring_grants_ring references ring_kinds,
    member_id uuid not null constraint ring_grants_member references members on delete cascade,
    group_id uuid,
    from_day date,
    until_day date,
    shown boolean not null,
    given_by uuid constraint ring_grants_given_by references members on delete set null,
    given_at timestamptz not null,
    constraint ring_grants_key unique nulls not distinct (member_id, ring_id, group_id),
    constraint ring_grants_days check (from_day <= until_day),
    constraint ring_grants_membership foreign key (group_id, member_id) references memberships (group_id, member_id) on delete cascade
);
create index ring_grants_by_ring on ring_grants (ring_id, member_id) where shown;
create index ring_grants_by_group on ring_grants (group_id, member_id) where group_id is not null;

-- What the picture of someone needs, in the row that every page reads anyway: the feed pays nothing for rings.
alter table members add column rings jsonb not null default '[]';
comment on column members.rings is 'Rings shown now, by precedence: number, hue, pattern, label in French and English, group. Kept by the triggers of ring_grants and ring_kinds.';

create function rings_of(person uuid) returns jsonb language sql stable as $$
    select coalesce(jsonb_agg(jsonb_build_array(k.id, k.hue, k.pattern, k.label_fr, k.label_en, g.group_id) order by k.place, k.id), '[]')
    from ring_grants g join ring_kinds k on k.id = g.ring_id
    where g.member_id = person and g.shown and k.archived_at is null
$$;

create function ring_grants_show() returns trigger language plpgsql as $$
declare person uuid := coalesce(new.member_id, old.member_id);
begin
    update members set rings = rings_of(person) where id = person;
    return null;
end $$;
create trigger ring_grants_shown after insert or update or delete on ring_grants
    for each row execute function ring_grants_show();

create function ring_kinds_show() returns trigger language plpgsql as $$
begin
    update members m set rings = rings_of(m.id)
    where m.id in (select g.member_id from ring_grants g where g.ring_id = new.id and g.shown);
    return null;
end $$;
create trigger ring_kinds_shown after update on ring_kinds
    for each row execute function ring_kinds_show();

-- Where a community begins; administrators change all of it.
insert into ring_kinds (label_fr, label_en, meaning_fr, meaning_en, hue, pattern, scope, place, created_at) values
    ('Porteur de projet', 'Project leader', 'Mène un projet et peut en parler.', 'Leads a project and can tell you about it.', 'ocre', 'solid', 'group', 1, now()),
    ('Référent', 'Contact person', 'Répond à vos questions sur son sujet.', 'Answers your questions on their subject.', 'estuaire', 'double', 'platform', 2, now()),
    ('Ambassadeur', 'Ambassador', 'Fait connaître la communauté autour de soi.', 'Makes the community known.', 'lilas', 'dashed', 'platform', 3, now()),
    ('Sponsor', 'Sponsor', 'Soutient la communauté.', 'Supports the community.', 'feuille', 'arcs', 'platform', 4, now()),
    ('Animateur', 'Animator', 'Fait vivre les échanges de ce groupe.', 'Keeps the conversations of this group alive.', 'brique', 'dotted', 'group', 5, now()),
    ('Nouveau venu', 'Newcomer', 'Vient d''arriver : souhaitez-lui la bienvenue.', 'Has just arrived: say hello.', 'lagune', 'dotted', 'platform', 6, now());
