//! Pictures drawn by code for the demonstration community: faces and places that belong to nobody.
//!
//! The same seed always gives the same picture, so screenshots can be compared and no photograph has to be shipped.
//! Skies, water and ground are shaded point by point from noise; boats, houses and faces are vector shapes on top.
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    clippy::many_single_char_names,
    reason = "drawing is arithmetic on small numbers between pixels and fractions"
)]
#![expect(
    clippy::too_many_lines,
    reason = "a drawing is a list of shapes, each with its corners on lines of their own"
)]

mod canvas;
mod exif;
mod face;
mod hair;
mod indoors;
mod market;
mod nature;
mod noise;
mod places;
mod things;

use canvas::Canvas;
use nature::Painter;

/// Edge of an avatar, in pixels.
pub const AVATAR_EDGE: u32 = 384;

/// What a landscape shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scene {
    /// Sand and grass under a wide sky.
    Dunes,
    /// Houses and boats along a quay.
    Harbour,
    /// Channels and reeds at low sun.
    Marsh,
    /// Rows of hills in the haze.
    Hills,
    /// Sails on the open sea.
    Sails,
    /// People on a beach.
    Beach,
    /// The port with its lights at night.
    NightPort,
    /// A workshop with a bench under a window.
    Workshop,
    /// Stalls of a market.
    Market,
    /// A path between trees.
    Forest,
}

impl Scene {
    /// All scenes.
    pub const ALL: [Self; 10] = [
        Self::Dunes,
        Self::Harbour,
        Self::Marsh,
        Self::Hills,
        Self::Sails,
        Self::Beach,
        Self::NightPort,
        Self::Workshop,
        Self::Market,
        Self::Forest,
    ];
}

/// A friendly face, as a JPEG of [`AVATAR_EDGE`] pixels square.
pub fn avatar(seed: u64) -> Vec<u8> {
    let mut canvas = Canvas::new(AVATAR_EDGE, AVATAR_EDGE);
    face::draw(&mut canvas, seed);
    canvas.jpeg(90)
}

/// The first seed from this one on whose face has long hair, or has not: for names that people read in one way.
pub fn avatar_seed(from: u64, long_haired: bool) -> u64 {
    (from..from.saturating_add(100)).find(|seed| face::is_long_haired(*seed) == long_haired).unwrap_or(from)
}

/// A place, as a JPEG.
pub fn landscape(seed: u64, scene: Scene, width: u32, height: u32) -> Vec<u8> {
    let mut painter = Painter::new(seed, width.clamp(16, 4096), height.clamp(16, 4096));
    match scene {
        Scene::Dunes => places::dunes(&mut painter),
        Scene::Harbour => places::harbour(&mut painter),
        Scene::Marsh => places::marsh(&mut painter),
        Scene::Hills => places::hills(&mut painter),
        Scene::Sails => places::sails(&mut painter),
        Scene::Beach => places::beach(&mut painter),
        Scene::NightPort => places::night_port(&mut painter),
        Scene::Workshop => indoors::workshop(&mut painter),
        Scene::Market => market::market(&mut painter),
        Scene::Forest => places::forest(&mut painter),
    }
    painter.canvas.develop(painter.seed);
    painter.canvas.jpeg(86)
}

/// The same as a telephone would give it: lying on its side by EXIF orientation 6, with place, time and maker.
pub fn phone_photo(seed: u64, scene: Scene, width: u32, height: u32) -> Vec<u8> {
    exif::with_place(&landscape(seed, scene, width, height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_picture() {
        assert_eq!(avatar(7), avatar(7));
        assert_ne!(avatar(7), avatar(8));
        for scene in Scene::ALL {
            let once = landscape(3, scene, 96, 64);
            assert_eq!(once, landscape(3, scene, 96, 64), "{scene:?}");
            assert_ne!(once, landscape(4, scene, 96, 64), "{scene:?}");
            let seen = image::load_from_memory(&once).unwrap();
            assert_eq!((seen.width(), seen.height()), (96, 64));
            // Not a flat colour.
            let grey = seen.to_luma8();
            let (low, high) = grey.pixels().fold((255, 0), |(l, h), p| (p.0[0].min(l), p.0[0].max(h)));
            assert!(high - low > 40, "{scene:?}: {low}..{high}");
        }
    }

    #[test]
    fn phone_photos_carry_what_must_be_removed() {
        let photo = phone_photo(1, Scene::Beach, 64, 48);
        let has = |word: &[u8]| photo.windows(word.len()).any(|w| w == word);
        assert!(has(b"Exif\0\0") && has(b"Parvis Phone"));
        let mut decoder =
            image::ImageReader::with_format(std::io::Cursor::new(&photo), image::ImageFormat::Jpeg)
                .into_decoder()
                .unwrap();
        let turned = image::ImageDecoder::orientation(&mut decoder).unwrap();
        assert_eq!(turned, image::metadata::Orientation::Rotate90);
        assert!(image::load_from_memory(&photo).is_ok());
    }
}
