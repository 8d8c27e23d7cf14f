-- Addresses and staff numbers of accounts that were merged into another: lists of people that still use them mean that
-- other account.
create table member_keys (
    kind text not null constraint member_keys_kind check (kind in ('email', 'external_id')),
    value text not null,
    member_id uuid not null constraint member_keys_member references members on delete cascade,
    constraint member_keys_key primary key (kind, value)
);
create index member_keys_by_member on member_keys (member_id);
