//! Draws the faces and the photos of the demonstration, as many at once as there are processors, and hands them to the
//! rooms as if they had been uploaded.

use std::collections::BTreeMap;

use futures_util::{StreamExt as _, TryStreamExt as _, stream};

use super::{Say, fault, plan::World};
use crate::{
    app::App,
    drawing,
    features::{
        people::{Photo, prepare_photo},
        pictures::{Prepared, prepare},
    },
    kernel::Fault,
};

/// Of every photo, in pixels.
const SIZE: (u32, u32) = (1_600, 1_067);

/// Prepared, not shown yet: faces by person, photos by post in their order.
#[derive(Default)]
pub(super) struct Art {
    pub(super) faces: BTreeMap<usize, Photo>,
    pub(super) photos: BTreeMap<usize, Vec<Prepared>>,
}

enum Made {
    Face(usize, Photo),
    Photo(usize, usize, Prepared),
}

impl Art {
    /// Draws everything the world asks for.
    pub(super) async fn draw(app: &App, world: &World, say: Say<'_>) -> Result<Self, Fault> {
        let faces = world
            .people
            .iter()
            .enumerate()
            .filter_map(|(place, person)| Some(Task::Face(place, person.photo?)));
        let photos = world.posts.iter().enumerate().flat_map(|(place, post)| {
            post.photos
                .iter()
                .enumerate()
                .map(move |(order, photo)| Task::Photo(place, order, photo.scene, photo.seed))
        });
        let tasks: Vec<Task> = photos.chain(faces).collect();
        let (all, at_once) =
            (tasks.len(), std::thread::available_parallelism().map_or(2, usize::from).clamp(1, 4));
        let mut made = stream::iter(tasks).map(|task| task.run(app)).buffer_unordered(at_once);
        let mut art = Self::default();
        let mut photos = BTreeMap::<(usize, usize), Prepared>::new();
        let mut done = 0_usize;
        while let Some(one) = made.try_next().await? {
            match one {
                Made::Face(place, photo) => drop(art.faces.insert(place, photo)),
                Made::Photo(place, order, picture) => drop(photos.insert((place, order), picture)),
            }
            done += 1;
            if done.is_multiple_of(40) || done == all {
                say(&format!("demo: {done} of {all} pictures drawn"));
            }
        }
        for ((place, _), picture) in photos {
            art.photos.entry(place).or_default().push(picture);
        }
        Ok(art)
    }
}

#[derive(Clone, Copy)]
enum Task {
    Face(usize, u64),
    Photo(usize, usize, drawing::Scene, u64),
}

impl Task {
    async fn run(self, app: &App) -> Result<Made, Fault> {
        match self {
            Self::Face(place, seed) => {
                let bytes = tokio::task::spawn_blocking(move || drawing::avatar(seed)).await?;
                Ok(Made::Face(place, prepare_photo(app, bytes, None).await.map_err(fault)?))
            }
            Self::Photo(place, order, scene, seed) => {
                let bytes =
                    tokio::task::spawn_blocking(move || drawing::landscape(seed, scene, SIZE.0, SIZE.1))
                        .await?;
                Ok(Made::Photo(place, order, prepare(app, bytes).await.map_err(fault)?))
            }
        }
    }
}
