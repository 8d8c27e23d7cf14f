//! Boats, houses, people, trees: shapes that stand in the landscapes.

use super::canvas::Fill;
use super::nature::Painter;
use super::noise::{Rgb, hex, lit, mix};

pub(super) const CLOTHES: [Rgb; 9] = [
    hex(0xc8_4b3a),
    hex(0x2f_6f8f),
    hex(0xe0_a93b),
    hex(0x4b_7f52),
    hex(0x74_5a8f),
    hex(0xee_e6d8),
    hex(0x26_3a57),
    hex(0xd8_8a6a),
    hex(0x6e_8f9a),
];
const TROUSERS: [Rgb; 5] = [hex(0x2b_3445), hex(0x54_4a41), hex(0x3d_5a73), hex(0x8a_7a62), hex(0x30_3030)];
pub(super) const SKIN: [Rgb; 7] = [
    hex(0xf3_d3bd),
    hex(0xe9_bf9f),
    hex(0xd8_a47f),
    hex(0xbd_8560),
    hex(0x9a_6644),
    hex(0x77_4a31),
    hex(0x56_3525),
];
const HAIR: [Rgb; 5] = [hex(0x22_1b18), hex(0x4a_3020), hex(0x86_5a34), hex(0xbb_a894), hex(0x6b_6460)];
const FACADES: [Rgb; 8] = [
    hex(0xf0_e6d4),
    hex(0xe3_b98f),
    hex(0xcf_7d5f),
    hex(0xa9_c0c4),
    hex(0xea_cf8e),
    hex(0xd9_d6cf),
    hex(0x93_a98c),
    hex(0xc3_8f8f),
];
const HULLS: [Rgb; 6] =
    [hex(0x23_3a56), hex(0xb8_3f35), hex(0xf2_eee4), hex(0x2f_6b5c), hex(0xd9_9a2b), hex(0x47_4a52)];

impl Painter {
    /// A sailing boat of a length, its waterline at `y`, its sails up or down.
    pub(super) fn boat(&mut self, x: f32, y: f32, s: f32, sails: bool, distance: f32) {
        let hull = self.rng.pick(&HULLS, hex(0x23_3a56));
        let (hull, wood) = (self.far(hull, distance), self.far(hex(0x43_3329), distance));
        let way = if self.rng.chance(0.5) { 1.0 } else { -1.0 };
        let mast = s * if sails { 1.35 } else { 1.15 };
        self.canvas.ellipse(x, y + s * 0.05, s * 0.5, s * 0.045, Fill::Flat(lit(hull, 0.35), 0.4));
        // What the water gives back.
        self.canvas.line(
            &[(x, y + s * 0.05), (x, y + mast * 0.55)],
            s * 0.03,
            Fill::Flat(lit(hull, 0.6), 0.22),
        );
        self.canvas.line(&[(x, y), (x, y - mast)], s * 0.022, wood);
        if sails {
            let cloth = self
                .rng
                .pick(&[hex(0xfb_f6ea), hex(0xf4_ead6), hex(0xc7_5a41), hex(0xe9_c46a)], hex(0xfb_f6ea));
            let cloth = self.far(cloth, distance * 0.8);
            let belly = |a: (f32, f32), b: (f32, f32), c: (f32, f32)| [a, a, b, c, c];
            let top = (x + way * s * 0.02, y - mast * 0.97);
            let main = belly(top, (x + way * s * 0.42, y - mast * 0.34), (x + way * s * 0.46, y - s * 0.16));
            self.canvas.poly(&[top, main[2], main[3], (x + way * s * 0.02, y - s * 0.14)], cloth);
            let jib = [
                (x - way * s * 0.03, y - mast * 0.86),
                (x - way * s * 0.2, y - mast * 0.4),
                (x - way * s * 0.44, y - s * 0.1),
                (x - way * s * 0.05, y - s * 0.13),
            ];
            self.canvas.poly(&jib, lit(cloth, 0.92));
            self.canvas.poly(
                &[
                    (x - s * 0.3, y + s * 0.08),
                    (x + way * s * 0.3, y + s * 0.08),
                    (x + way * s * 0.1, y + s * 0.62),
                ],
                Fill::Flat(cloth, 0.16),
            );
        } else {
            self.canvas.line(
                &[(x, y - s * 0.2), (x + way * s * 0.4, y - s * 0.2)],
                s * 0.035,
                lit(self.far(hex(0xe9_e2d4), distance), 0.9),
            );
            self.canvas.line(&[(x, y - mast), (x - way * s * 0.48, y - s * 0.1)], s * 0.006, wood);
        }
        let cabin = self.far(hex(0xf1_ece0), distance);
        self.canvas.poly(
            &[
                (x - s * 0.16, y - s * 0.1),
                (x - s * 0.12, y - s * 0.2),
                (x + s * 0.12, y - s * 0.2),
                (x + s * 0.18, y - s * 0.1),
            ],
            cabin,
        );
        let bow = way * s;
        self.canvas.path(
            super::canvas::hull(
                (x - bow * 0.54, y - s * 0.14),
                (x + bow * 0.48, y - s * 0.1),
                y + s * 0.05,
                s,
            ),
            Fill::Down(lit(hull, 1.12), lit(hull, 0.72), y - s * 0.14, y + s * 0.05),
        );
        self.canvas.line(
            &[(x - bow * 0.52, y - s * 0.125), (x + bow * 0.47, y - s * 0.09)],
            s * 0.014,
            lit(cabin, 0.95),
        );
    }

    /// A house whose ground is at `y`; in the dark its windows shine.
    pub(super) fn house(&mut self, x: f32, y: f32, w: f32, h: f32, distance: f32) {
        let dark = self.light.day < 0.5;
        let wall = self.rng.pick(&FACADES, hex(0xf0_e6d4));
        let wall = self.far(wall, distance);
        let roof =
            self.rng.pick(&[hex(0x5a_5f6b), hex(0xa3_5b41), hex(0x47_4d59), hex(0x86_4b39)], hex(0x5a_5f6b));
        let roof = self.far(roof, distance);
        self.canvas.rect(x, y - h, w, h, Fill::Down(lit(wall, 1.04), lit(wall, 0.86), y - h, y));
        self.canvas.rect(x + w * 0.94, y - h, w * 0.06, h, Fill::Flat([0.0; 3], 0.1));
        let rise = w * self.rng.between(0.28, 0.5);
        self.canvas.poly(
            &[(x - w * 0.05, y - h), (x + w * 0.5, y - h - rise), (x + w * 1.05, y - h)],
            Fill::Down(lit(roof, 1.15), lit(roof, 0.85), y - h - rise, y - h),
        );
        self.canvas.rect(x + w * 0.68, y - h - rise * 0.9, w * 0.1, rise * 0.55, lit(roof, 0.8));
        let (columns, rows) = (if w > h * 0.75 { 3 } else { 2 }, ((h / w * 2.2) as i32).clamp(2, 4));
        let shutters = self.rng.pick(&CLOTHES, hex(0x2f_6f8f));
        let shutters = self.far(shutters, distance);
        for row in 0..rows {
            for column in 0..columns {
                let (cw, rh) = (w / columns as f32, h / rows as f32);
                let (cx, cy) = (x + cw * (column as f32 + 0.5), y - h + rh * (row as f32 + 0.5));
                let on = dark && self.rng.chance(0.62);
                let glass = if on {
                    mix(hex(0xff_c860), hex(0xff_e6a8), self.rng.unit())
                } else {
                    self.far(hex(0x46_5a6b), distance)
                };
                if row == rows - 1 && column == columns / 2 {
                    self.canvas.rect(cx - cw * 0.2, y - rh * 0.8, cw * 0.4, rh * 0.8, shutters);
                    continue;
                }
                if on {
                    self.canvas.glow(cx, cy, cw * 0.9, hex(0xff_b850), 0.3);
                }
                self.canvas.rect(cx - cw * 0.19, cy - rh * 0.27, cw * 0.38, rh * 0.54, glass);
                self.canvas.rect(cx - cw * 0.35, cy - rh * 0.27, cw * 0.14, rh * 0.54, shutters);
                self.canvas.rect(cx + cw * 0.21, cy - rh * 0.27, cw * 0.14, rh * 0.54, shutters);
                self.canvas.rect(cx - cw * 0.012, cy - rh * 0.27, cw * 0.024, rh * 0.54, lit(wall, 1.05));
            }
        }
    }

    /// A person of a height, standing at `y`.
    pub(super) fn person(&mut self, x: f32, y: f32, s: f32) {
        let (top, legs) = (self.rng.pick(&CLOTHES, hex(0xc8_4b3a)), self.rng.pick(&TROUSERS, hex(0x2b_3445)));
        let (skin, hair) = (self.rng.pick(&SKIN, hex(0xd8_a47f)), self.rng.pick(&HAIR, hex(0x4a_3020)));
        let [top, legs, skin, hair] = [top, legs, skin, hair].map(|c| self.tone(c));
        let lean = self.rng.between(-0.03, 0.03) * s;
        let stride = self.rng.between(0.03, 0.09) * s;
        self.canvas.shadow(x + s * 0.14, y, s * 0.26, s * 0.028, 0.28);
        for (foot, shade) in [(-stride, 0.82), (stride, 1.0)] {
            let hip = x + foot * 0.35;
            self.canvas.line(
                &[(hip, y - s * 0.46), (x + foot * 0.8, y - s * 0.23), (x + foot, y - s * 0.02)],
                s * 0.082,
                lit(legs, shade),
            );
            self.canvas.line(
                &[(x + foot - s * 0.012, y - s * 0.012), (x + foot + s * 0.035, y - s * 0.012)],
                s * 0.04,
                lit(legs, 0.55),
            );
        }
        let (neck, swing) = (y - s * 0.83, self.rng.between(0.07, 0.14) * s);
        self.canvas.line(
            &[
                (x + lean + s * 0.1, neck + s * 0.07),
                (x + swing + s * 0.045, y - s * 0.58),
                (x + swing + s * 0.06, y - s * 0.45),
            ],
            s * 0.062,
            lit(top, 0.8),
        );
        self.canvas.blob(
            &[
                (x + lean - s * 0.15, neck + s * 0.0),
                (x + lean + s * 0.15, neck + s * 0.0),
                (x + s * 0.135, y - s * 0.6),
                (x + s * 0.15, y - s * 0.38),
                (x - s * 0.15, y - s * 0.38),
                (x - s * 0.135, y - s * 0.6),
            ],
            Fill::Down(lit(top, 1.08), lit(top, 0.88), neck, y - s * 0.4),
        );
        self.canvas.line(
            &[
                (x + lean - s * 0.1, neck + s * 0.07),
                (x - swing - s * 0.03, y - s * 0.6),
                (x - swing * 0.8, y - s * 0.45),
            ],
            s * 0.062,
            lit(top, 0.95),
        );
        self.canvas.circle(x - swing * 0.8, y - s * 0.435, s * 0.03, skin);
        self.canvas.circle(x + swing + s * 0.06, y - s * 0.435, s * 0.03, skin);
        let (hx, hy) = (x + lean, y - s * 0.915);
        self.canvas.rect(hx - s * 0.03, hy + s * 0.03, s * 0.06, s * 0.07, lit(skin, 0.88));
        if self.rng.chance(0.4) {
            self.canvas.ellipse(hx, hy + s * 0.03, s * 0.078, s * 0.1, lit(hair, 0.9));
        }
        self.canvas.ellipse(hx, hy, s * 0.06, s * 0.072, skin);
        self.canvas.blob(
            &[
                (hx - s * 0.08, hy - s * 0.0),
                (hx - s * 0.08, hy - s * 0.105),
                (hx + s * 0.08, hy - s * 0.105),
                (hx + s * 0.08, hy - s * 0.0),
                (hx, hy - s * 0.045),
            ],
            hair,
        );
    }

    /// A leafy tree whose foot is at `y`.
    pub(super) fn tree(&mut self, x: f32, y: f32, s: f32, leaves: Rgb, distance: f32) {
        let bark = self.far(hex(0x54_4234), distance);
        let leaves = self.far(leaves, distance);
        self.canvas.poly(
            &[
                (x - s * 0.04, y),
                (x - s * 0.022, y - s * 0.5),
                (x + s * 0.022, y - s * 0.5),
                (x + s * 0.045, y),
            ],
            bark,
        );
        for (dx, dy) in [(-0.14, 0.6), (0.15, 0.64)] {
            self.canvas.line(&[(x, y - s * 0.36), (x + s * dx, y - s * dy)], s * 0.022, bark);
        }
        for i in 0..66_u8 {
            let t = f32::from(i) / 66.0;
            let (angle, reach) = (self.rng.between(0.0, std::f32::consts::TAU), self.rng.unit().sqrt());
            let (cx, cy) =
                (x + angle.cos() * reach * s * 0.29, y - s * 0.68 + angle.sin() * reach * s * 0.25);
            let bright = 0.72 + t * 0.36 - (cy - (y - s * 0.68)) / s * 0.7;
            let r = s * self.rng.between(0.028, 0.075);
            self.canvas.circle(cx, cy, r, Fill::Flat(lit(leaves, bright), 0.88));
        }
    }

    /// Grass or reeds, bent by one wind.
    pub(super) fn blades(&mut self, x: f32, y: f32, s: f32, count: u32, colour: Rgb) {
        let colour = self.tone(colour);
        for _ in 0..count {
            let (bx, tall) = (x + self.rng.between(-0.5, 0.5) * s, s * self.rng.between(0.45, 1.1));
            let bend = tall * self.rng.between(0.05, 0.42);
            let shade = self.rng.between(0.6, 1.3);
            self.canvas.bow(
                (bx, y),
                (bx, y - tall * 0.6),
                (bx + bend, y - tall),
                s * 0.014,
                lit(colour, shade),
            );
        }
    }

    /// A few gulls.
    pub(super) fn gulls(&mut self, top: f32, bottom: f32) {
        let colour = if self.light.day > 0.8 {
            mix(self.light.haze, hex(0x39_4653), 0.65)
        } else {
            lit(self.light.haze, 0.45)
        };
        let (cx, cy) = (self.canvas.w * self.rng.between(0.2, 0.7), self.rng.between(top, bottom));
        for _ in 0..(3 + self.rng.next() % 4) {
            let (x, y) = (
                cx + self.canvas.w * self.rng.between(-0.1, 0.14),
                cy + self.canvas.h * self.rng.between(-0.06, 0.06),
            );
            let s = self.canvas.w * self.rng.between(0.006, 0.013);
            for side in [-1.0, 1.0] {
                self.canvas.bow(
                    (x, y),
                    (x + side * s * 0.5, y - s * 0.55),
                    (x + side * s, y - s * 0.1),
                    s * 0.13,
                    colour,
                );
            }
        }
    }
}
