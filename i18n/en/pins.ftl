# Pinning a post.
pins-title = Pin to the top of the group
pins-action = Pin…
pins-mark = Pinned
pins-lead = The post stays at the top of its group's page, before newer ones. Who reads it does not change.
pins-end = Until when
pins-end-date = Until a date
pins-end-date-hint = It then goes back to its place by itself.
pins-end-hand = Until somebody takes it down
pins-end-hand-hint = Remember to take it down when it is of no more use. The hour below does not count then.
pins-date = End date and hour
pins-pin = Pin
pins-remove = Unpin
pins-since = Pinned since
pins-until = until
pins-done = The post is pinned to the top of the group.
pins-undone = The post is no longer pinned.
pins-help = Pin a post from its menu: it stays at the top of the group's page, until the date you choose.
