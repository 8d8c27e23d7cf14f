-- Membership by rule over profile fields (PRODUCT G5). A rule is a set of terms: for each field that appears in it, a
-- person has one of its terms. One rule a group.
create table group_rules (
    group_id uuid primary key constraint group_rules_group references groups on delete cascade,
    changed_by uuid constraint group_rules_changed_by references members on delete set null,
    changed_at timestamptz not null,
    evaluated_at timestamptz
);
create table group_rule_terms (
    group_id uuid not null constraint group_rule_terms_rule references group_rules on delete cascade,
    term_id int not null constraint group_rule_terms_term references field_terms on delete cascade,
    constraint group_rule_terms_key primary key (group_id, term_id)
);
-- Whoever left a group, or was taken out of it, is not brought back by its rule.
create table group_rule_exclusions (
    group_id uuid not null constraint group_rule_exclusions_group references groups on delete cascade,
    member_id uuid not null constraint group_rule_exclusions_member references members on delete cascade,
    constraint group_rule_exclusions_key primary key (group_id, member_id)
);
alter table memberships add column by_rule boolean not null default false;
comment on column memberships.by_rule is 'Here because the rule of the group says so, and as long as it does.';
