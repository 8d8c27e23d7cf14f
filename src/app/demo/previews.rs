//! Previews of the pages that posts of the demonstration link to. These pages do not exist: what they would say is kept by
//! the verb that keeps it otherwise, and nothing is asked of anybody.

use super::fault;
use crate::{
    app::App,
    db::Tx,
    drawing::{self, Scene},
    features::{
        pictures::prepare,
        previews::{self, Page},
    },
    kernel::Fault,
};

/// The end of an address, and what its page says: title, description, and which picture.
const PAGES: [(&str, &str, &str, Option<Scene>); 4] = [
    (
        "/registres",
        "Registres du port, 1822-1899",
        "11 340 entrées à parcourir par nom, par navire et par cargaison.",
        Some(Scene::Harbour),
    ),
    (
        "/estuaire",
        "Réseau Estuaire",
        "L'annuaire, l'agenda et les nouvelles du réseau, ouverts à tous.",
        Some(Scene::Dunes),
    ),
    (
        "/polder",
        "Les plans du polder",
        "Plans, coupes et calendrier des travaux, à consulter ou à télécharger.",
        None,
    ),
    (
        "/proximite",
        "Économie de proximité : l'appel à projets",
        "Qui peut répondre, pour quel montant, et avant quand.",
        None,
    ),
];
/// Of a picture, in pixels.
const SIZE: (u32, u32) = (1_200, 630);

/// Keeps what the pages would say, with or without pictures; of the others, that there is nothing to show.
pub(super) async fn fill(app: &App, pictures: bool) -> Result<(), Fault> {
    let asked = previews::list_asked(&mut *app.db.acquire().await?).await?;
    for (seed, (preview, url)) in (1_u64..).zip(asked) {
        let known = PAGES.iter().find(|(end, ..)| url.ends_with(end));
        let page = known.map(|(_, title, description, _)| Page {
            title: (*title).to_owned(),
            description: (*description).to_owned(),
            ..Page::default()
        });
        let picture = match known {
            Some((.., Some(scene))) if pictures => {
                let scene = *scene;
                let bytes =
                    tokio::task::spawn_blocking(move || drawing::landscape(seed, scene, SIZE.0, SIZE.1));
                Some(prepare(app, bytes.await?).await.map_err(fault)?)
            }
            _ => None,
        };
        let mut tx = Tx::begin(&app.db, None, "demo", app.clock.now(), app.signal.clone()).await?;
        previews::verbs::keep(&mut tx, preview, &page.unwrap_or_default(), picture).await?;
        tx.commit().await?;
    }
    Ok(())
}
