//! The statements about labels as readers meet them.

use crate::{
    authz::Viewer,
    db::Db,
    kernel::{Fault, LabelId, MemberId, Timestamp},
};

/// A label as its page shows it.
pub(super) struct Shown {
    pub(super) name: String,
    pub(super) hue: String,
    pub(super) slug: Option<String>,
    pub(super) group_name: Option<String>,
    pub(super) follows: bool,
}

/// A label that the viewer may know.
pub(super) async fn find(db: &mut Db, viewer: Viewer, label: LabelId) -> Result<Option<Shown>, Fault> {
    let label = sqlx::query_as!(
        Shown,
        r#"select l.name as "name!", l.hue as "hue!", g.slug as "slug?", g.name as "group_name?",
                  exists (select 1 from label_follows f where f.label_id = l.id and f.member_id = $1) as "follows!"
           from visible_labels($1) l left join visible_groups($1) g on g.id = l.group_id where l.id = $2"#,
        viewer.id(),
        label.0
    );
    Ok(label.fetch_optional(db).await?)
}

/// Notes that someone follows a label they may know, or does not any more. Says whether that changed anything.
pub(super) async fn set_follow(
    db: &mut Db,
    me: MemberId,
    label: LabelId,
    on: bool,
    now: Timestamp,
) -> Result<bool, Fault> {
    let done = if on {
        sqlx::query!(
            "insert into label_follows (member_id, label_id, since)
             select $1, l.id, $3 from visible_labels($1) l
             where l.id = $2 and (select count(*) from label_follows where member_id = $1) < 200 on conflict do nothing",
            me.0,
            label.0,
            now
        )
        .execute(db)
        .await?
    } else {
        sqlx::query!("delete from label_follows where member_id = $1 and label_id = $2", me.0, label.0)
            .execute(db)
            .await?
    };
    Ok(done.rows_affected() == 1)
}
