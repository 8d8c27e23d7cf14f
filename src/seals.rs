//! Keys that are kept apart from the database for as long as what they seal is open: a copy of the database opens nothing.

use std::{collections::HashSet, marker::PhantomData};

use chrono::TimeDelta;
use uuid::Uuid;

use crate::{
    app::App,
    blobs::owner,
    db::Db,
    kernel::{Fault, SealKey, id::new_uuid},
};

/// How long a key may stay before anything needs it: a form that is sent takes less.
const PATIENCE: TimeDelta = TimeDelta::days(1);

/// A room's part of the store of keys.
pub trait Shelf {
    /// The folder of the store.
    const NAME: &'static str;

    /// Which of these keys something open is sealed with.
    fn needed(db: &mut Db, seals: &[Uuid]) -> impl Future<Output = sqlx::Result<Vec<Uuid>>> + Send;
}

/// A key, and its name in the store.
#[derive(Debug)]
pub struct Seal<S> {
    id: Uuid,
    key: SealKey,
    shelf: PhantomData<fn() -> S>,
}

// Not derived, which would ask the same of the shelf.
impl<S> Clone for Seal<S> {
    fn clone(&self) -> Self {
        Self::of(self.id, self.key.clone())
    }
}

impl<S> Seal<S> {
    fn of(id: Uuid, key: SealKey) -> Self {
        Self { id, key, shelf: PhantomData }
    }

    /// Its name.
    pub fn id(&self) -> Uuid {
        self.id
    }

    /// The key itself.
    pub fn key(&self) -> &SealKey {
        &self.key
    }

    /// A key that is kept nowhere.
    #[cfg(test)]
    pub(crate) fn for_tests() -> Self {
        Self::of(Uuid::nil(), SealKey::random().unwrap())
    }
}

impl<S: Shelf> Seal<S> {
    fn place(id: Uuid) -> String {
        format!("{}/{id}", S::NAME)
    }

    /// Makes a key and keeps it. Comes before the transaction that needs it; left at that, it is swept away.
    pub async fn make(app: &App) -> Result<Self, Fault> {
        let seal = Self::of(new_uuid(app.clock.now()), SealKey::random()?);
        app.seals.put(&Self::place(seal.id), seal.key.expose().to_vec()).await?;
        Ok(seal)
    }

    /// The key of this name; none where it was lost or deleted.
    pub async fn find(app: &App, id: Uuid) -> Result<Option<Self>, Fault> {
        let Some(bytes) = app.seals.get(&Self::place(id)).await? else {
            return Ok(None);
        };
        let key = SealKey::parse(&bytes).ok_or_else(|| Fault::new("a kept key has another length"))?;
        Ok(Some(Self::of(id, key)))
    }

    /// Throws a key away. Nothing there is fine.
    pub async fn destroy(app: &App, id: Uuid) -> Result<(), Fault> {
        app.seals.delete(&Self::place(id)).await
    }

    /// Throws away the keys of what is closed, deleted, or never came to be.
    pub async fn sweep(app: &App) -> Result<(), Fault> {
        let before = app.clock.now() - PATIENCE;
        let kept = app.seals.list(S::NAME).await?;
        let old: Vec<Uuid> =
            kept.into_iter().filter(|(_, made)| *made < before).filter_map(|(key, _)| owner(&key)).collect();
        for some in old.chunks(500) {
            let needed = S::needed(&mut *app.db.acquire().await?, some).await?;
            let needed: HashSet<Uuid> = needed.into_iter().collect();
            for id in some.iter().filter(|id| !needed.contains(id)) {
                Self::destroy(app, *id).await?;
            }
        }
        Ok(())
    }
}
