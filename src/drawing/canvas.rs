//! The sheet: shapes with smooth edges by tiny-skia, shading point by point, and the way to a file.

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, RgbImage};
use tiny_skia::{
    Color, FillRule, GradientStop, LineCap, LineJoin, LinearGradient, Paint, Path, PathBuilder, Pixmap,
    Point, RadialGradient, Rect, Shader, SpreadMode, Stroke, Transform,
};

use super::noise::{Rgb, dot, lit, noise};

/// What fills a shape.
pub(super) enum Fill {
    /// One colour, with its opacity.
    Flat(Rgb, f32),
    /// From top to bottom of a span of the canvas.
    Down(Rgb, Rgb, f32, f32),
    /// From a centre with radius to nothing.
    Glow(Rgb, f32, (f32, f32), f32),
}

impl From<Rgb> for Fill {
    fn from(colour: Rgb) -> Self {
        Self::Flat(colour, 1.0)
    }
}

/// A sheet of pixels; coordinates are pixels.
pub(super) struct Canvas {
    sheet: Pixmap,
    pub(super) w: f32,
    pub(super) h: f32,
}

fn colour([r, g, b]: Rgb, alpha: f32) -> Color {
    let safe = |c: f32| c.clamp(0.0, 1.0);
    Color::from_rgba(safe(r), safe(g), safe(b), safe(alpha)).unwrap_or(Color::TRANSPARENT)
}

impl Canvas {
    pub(super) fn new(width: u32, height: u32) -> Self {
        // Sizes come from this module and are never zero; one pixel is a sheet as well.
        let sheet = Pixmap::new(width.max(1), height.max(1)).or_else(|| Pixmap::new(1, 1));
        let Some(sheet) = sheet else { unreachable!("a sheet of one pixel") };
        Self { w: sheet.width() as f32, h: sheet.height() as f32, sheet }
    }

    /// Changes the rows from `top` to `bottom`: the function gives a colour and its opacity for a point.
    pub(super) fn shade(&mut self, top: f32, bottom: f32, at: impl Fn(f32, f32) -> (Rgb, f32)) {
        let width = self.sheet.width() as usize;
        let (first, last) = (top.max(0.0) as usize, bottom.max(0.0).ceil() as usize);
        let rows = self.sheet.data_mut().chunks_exact_mut(width * 4).enumerate();
        for (y, row) in rows.take(last).skip(first) {
            for (x, pixel) in row.chunks_exact_mut(4).enumerate() {
                let (rgb, alpha) = at(x as f32, y as f32);
                if alpha <= 0.0 {
                    continue;
                }
                for (old, new) in pixel.iter_mut().zip(rgb.iter().chain(&[1.0])) {
                    let was = f32::from(*old);
                    *old = (was + (new.clamp(0.0, 1.0) * 255.0 - was) * alpha.min(1.0) + 0.5) as u8;
                }
            }
        }
    }

    fn paint(fill: &Fill) -> Paint<'static> {
        let at = Point::from_xy;
        let stops = |a: Color, b: Color| vec![GradientStop::new(0.0, a), GradientStop::new(1.0, b)];
        let shader = match *fill {
            Fill::Flat(rgb, alpha) => Some(Shader::SolidColor(colour(rgb, alpha))),
            Fill::Down(a, b, top, bottom) => LinearGradient::new(
                at(0.0, top),
                at(0.0, bottom),
                stops(colour(a, 1.0), colour(b, 1.0)),
                SpreadMode::Pad,
                Transform::identity(),
            ),
            Fill::Glow(rgb, alpha, (x, y), radius) => RadialGradient::new(
                at(x, y),
                at(x, y),
                radius.max(0.1),
                stops(colour(rgb, alpha), colour(rgb, 0.0)),
                SpreadMode::Pad,
                Transform::identity(),
            ),
        };
        Paint {
            shader: shader.unwrap_or(Shader::SolidColor(Color::TRANSPARENT)),
            anti_alias: true,
            ..Paint::default()
        }
    }

    pub(super) fn path(&mut self, path: Option<Path>, fill: impl Into<Fill>) {
        if let Some(path) = path {
            self.sheet.fill_path(
                &path,
                &Self::paint(&fill.into()),
                FillRule::Winding,
                Transform::identity(),
                None,
            );
        }
    }

    /// A shape with straight edges.
    pub(super) fn poly(&mut self, points: &[(f32, f32)], fill: impl Into<Fill>) {
        self.path(straight(points, true), fill);
    }

    /// A closed shape whose corners are rounded into one line.
    pub(super) fn blob(&mut self, points: &[(f32, f32)], fill: impl Into<Fill>) {
        self.path(smooth(points), fill);
    }

    pub(super) fn ellipse(&mut self, x: f32, y: f32, rx: f32, ry: f32, fill: impl Into<Fill>) {
        let oval = Rect::from_ltrb(x - rx, y - ry, x + rx, y + ry).and_then(PathBuilder::from_oval);
        self.path(oval, fill);
    }

    pub(super) fn circle(&mut self, x: f32, y: f32, r: f32, fill: impl Into<Fill>) {
        self.ellipse(x, y, r, r, fill);
    }

    pub(super) fn rect(&mut self, x: f32, y: f32, w: f32, h: f32, fill: impl Into<Fill>) {
        self.poly(&[(x, y), (x + w, y), (x + w, y + h), (x, y + h)], fill);
    }

    /// A light that fades out from a centre.
    pub(super) fn glow(&mut self, x: f32, y: f32, r: f32, rgb: Rgb, alpha: f32) {
        self.circle(x, y, r, Fill::Glow(rgb, alpha, (x, y), r));
    }

    pub(super) fn line(&mut self, points: &[(f32, f32)], width: f32, fill: impl Into<Fill>) {
        self.stroke(straight(points, false), width, fill);
    }

    /// A bow from one point to another, bent towards a third.
    pub(super) fn bow(
        &mut self,
        from: (f32, f32),
        bend: (f32, f32),
        to: (f32, f32),
        width: f32,
        fill: impl Into<Fill>,
    ) {
        let mut path = PathBuilder::new();
        path.move_to(from.0, from.1);
        path.quad_to(bend.0, bend.1, to.0, to.1);
        self.stroke(path.finish(), width, fill);
    }

    fn stroke(&mut self, path: Option<Path>, width: f32, fill: impl Into<Fill>) {
        let stroke =
            Stroke { width, line_cap: LineCap::Round, line_join: LineJoin::Round, ..Stroke::default() };
        if let Some(path) = path {
            self.sheet.stroke_path(&path, &Self::paint(&fill.into()), &stroke, Transform::identity(), None);
        }
    }

    /// Makes it look taken rather than computed: darker corners, a little grain.
    pub(super) fn develop(&mut self, seed: u32) {
        let (w, h) = (self.w, self.h);
        let width = self.sheet.width() as usize;
        for (y, row) in self.sheet.data_mut().chunks_exact_mut(width * 4).enumerate() {
            let v = y as f32 / h - 0.5;
            for (x, pixel) in row.chunks_exact_mut(4).enumerate() {
                let u = x as f32 / w - 0.5;
                let shade = 1.03 - (u * u + v * v) * 0.32;
                let fine = dot(x as i32, y as i32, seed) - 0.5;
                let coarse = noise(x as f32 / 2.1, y as f32 / 2.1, seed ^ 0x4d) - 0.5;
                let grain = fine * 7.0 + coarse * 8.0;
                for channel in pixel.iter_mut().take(3) {
                    *channel = (f32::from(*channel) * shade + grain).clamp(0.0, 255.0) as u8;
                }
            }
        }
    }

    /// The sheet as a file.
    pub(super) fn jpeg(&self, quality: u8) -> Vec<u8> {
        let mut rgb = Vec::with_capacity(self.sheet.data().len() / 4 * 3);
        for pixel in self.sheet.data().chunks_exact(4) {
            rgb.extend(pixel.iter().take(3));
        }
        let mut bytes = Vec::new();
        if let Some(image) = RgbImage::from_raw(self.sheet.width(), self.sheet.height(), rgb) {
            let encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
            if let Err(error) = DynamicImage::ImageRgb8(image).write_with_encoder(encoder) {
                tracing::error!(%error, "a drawn picture could not be written");
            }
        }
        bytes
    }

    /// A shadow on the ground.
    pub(super) fn shadow(&mut self, x: f32, y: f32, rx: f32, ry: f32, alpha: f32) {
        self.ellipse(x, y, rx, ry, Fill::Flat(lit([0.1, 0.1, 0.16], 0.6), alpha));
    }
}

fn straight(points: &[(f32, f32)], close: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    let (first, rest) = points.split_first()?;
    path.move_to(first.0, first.1);
    for point in rest {
        path.line_to(point.0, point.1);
    }
    if close {
        path.close();
    }
    path.finish()
}

/// Curves from middle to middle of the edges, bent at the corners.
fn smooth(points: &[(f32, f32)]) -> Option<Path> {
    let middle = |a: (f32, f32), b: (f32, f32)| (f32::midpoint(a.0, b.0), f32::midpoint(a.1, b.1));
    let (first, last) = (*points.first()?, *points.last()?);
    let mut path = PathBuilder::new();
    let start = middle(last, first);
    path.move_to(start.0, start.1);
    for (&corner, &next) in points.iter().zip(points.iter().skip(1).chain(points.first())) {
        let end = middle(corner, next);
        path.quad_to(corner.0, corner.1, end.0, end.1);
    }
    path.close();
    path.finish()
}

/// A hull seen from the side: deck from stern to bow, rounded below.
pub(super) fn hull(stern: (f32, f32), bow: (f32, f32), keel: f32, s: f32) -> Option<Path> {
    let toward = if bow.0 > stern.0 { s } else { -s };
    let mut path = PathBuilder::new();
    path.move_to(stern.0, stern.1);
    path.line_to(bow.0, bow.1);
    path.quad_to(bow.0 - toward * 0.03, keel, bow.0 - toward * 0.14, keel);
    path.line_to(stern.0 + toward * 0.2, keel);
    path.quad_to(stern.0 + toward * 0.06, keel - s * 0.04, stern.0, stern.1);
    path.close();
    path.finish()
}
