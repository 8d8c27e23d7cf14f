-- Who took a discussion of several groups out of one of them, so that they can take that back.
create table joint_withdrawals (
    post_id uuid not null constraint joint_withdrawals_post references posts on delete cascade,
    group_id uuid not null constraint joint_withdrawals_group references groups on delete cascade,
    withdrawn_by uuid not null constraint joint_withdrawals_member references members on delete cascade,
    withdrawn_at timestamptz not null,
    constraint joint_withdrawals_key primary key (post_id, group_id)
);
create index joint_withdrawals_by_group on joint_withdrawals (group_id);
create index joint_withdrawals_by_member on joint_withdrawals (withdrawn_by);
