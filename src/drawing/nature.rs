//! Light, sky, water, ridges and ground: what is the same in all landscapes.

use super::canvas::Canvas;
use super::noise::{Rgb, Rng, cloud, hex, lit, mix, noise, step};

/// The colours of an hour.
#[derive(Clone, Copy)]
pub(super) struct Light {
    /// The sky above, in the middle, at the horizon.
    pub(super) sky: [Rgb; 3],
    /// Clouds in light and in shade.
    pub(super) clouds: [Rgb; 2],
    /// How much of the sky they take.
    pub(super) cover: f32,
    /// The sun and its reflections.
    pub(super) sun: Rgb,
    /// How strong it is.
    pub(super) power: f32,
    /// Deep water.
    pub(super) deep: Rgb,
    /// What is far fades into this.
    pub(super) haze: Rgb,
    /// How bright things are.
    pub(super) day: f32,
    /// What their colours are drawn towards.
    pub(super) tint: Rgb,
}

const fn light(sky: [u32; 3], clouds: [u32; 2], rest: [u32; 4], cover: f32, power: f32, day: f32) -> Light {
    let [a, b, c] = sky;
    let [d, e] = clouds;
    let [sun, deep, haze, tint] = rest;
    Light {
        sky: [hex(a), hex(b), hex(c)],
        clouds: [hex(d), hex(e)],
        cover,
        sun: hex(sun),
        power,
        deep: hex(deep),
        haze: hex(haze),
        day,
        tint: hex(tint),
    }
}

pub(super) const DAY: Light = light(
    [0x3f_86c4, 0x83_b9dc, 0xdc_ebee],
    [0xff_ffff, 0xc9_d8e2],
    [0xff_f8e0, 0x1f_6680, 0xcf_dfe6, 0xff_f4dc],
    0.85,
    0.35,
    1.0,
);
pub(super) const SOFT: Light = light(
    [0x6b_93b4, 0xa5_bfcd, 0xec_e6d6],
    [0xfb_f5ea, 0xb9_c4cb],
    [0xff_eec8, 0x3c_6f7c, 0xdd_dcd2, 0xf6_e9d2],
    1.0,
    0.3,
    0.93,
);
pub(super) const GOLDEN: Light = light(
    [0x4c_6c9e, 0xc9_a7a0, 0xff_d394],
    [0xff_d9a8, 0xa0_7f8c],
    [0xff_e2a0, 0x4f_5a78, 0xf0_c096, 0xff_c98c],
    0.8,
    0.8,
    0.86,
);
pub(super) const DUSK: Light = light(
    [0x29_2f63, 0x93_659b, 0xff_a766],
    [0xf3_9a86, 0x4a_3a6c],
    [0xff_d078, 0x38_3a63, 0xb9_7c88, 0xd6_8f8c],
    0.9,
    0.95,
    0.62,
);
pub(super) const NIGHT: Light = light(
    [0x08_1026, 0x14_2547, 0x32_4a70],
    [0x36_4a6b, 0x12_1c36],
    [0xe6_ecff, 0x09_1428, 0x26_3a5c, 0x4a_6090],
    0.7,
    0.25,
    0.34,
);
pub(super) const DAWN: Light = light(
    [0x55_84b4, 0xb4_b5d2, 0xfb_d2c0],
    [0xff_e3da, 0x9c_9ab8],
    [0xff_ddb4, 0x45_6688, 0xdc_c6ce, 0xf2_d3c8],
    0.8,
    0.6,
    0.84,
);

/// A canvas with its chance and its hour.
pub(super) struct Painter {
    pub(super) canvas: Canvas,
    pub(super) rng: Rng,
    pub(super) light: Light,
    pub(super) seed: u32,
    /// Where the sun stands, in pixels.
    pub(super) sun: (f32, f32),
}

impl Painter {
    pub(super) fn new(seed: u64, width: u32, height: u32) -> Self {
        let mut rng = Rng::new(seed);
        let noise_seed = rng.next() as u32;
        let canvas = Canvas::new(width, height);
        let sun = (canvas.w * rng.between(0.2, 0.8), canvas.h * 0.3);
        Self { canvas, rng, light: DAY, seed: noise_seed, sun }
    }

    /// Chooses the hour.
    pub(super) fn hour(&mut self, choices: &[Light]) {
        self.light = self.rng.pick(choices, DAY);
    }

    /// A colour as it looks in this light.
    pub(super) fn tone(&self, colour: Rgb) -> Rgb {
        let [r, g, b] = colour;
        let [tr, tg, tb] = self.light.tint;
        let toned = [r * (0.55 + 0.45 * tr), g * (0.55 + 0.45 * tg), b * (0.55 + 0.45 * tb)];
        lit(toned, self.light.day)
    }

    /// The same, seen from afar (0 near, 1 at the horizon).
    pub(super) fn far(&self, colour: Rgb, distance: f32) -> Rgb {
        mix(self.tone(colour), self.light.haze, distance)
    }

    /// The sky down to a height, and the sun in it.
    pub(super) fn sky(&mut self, horizon: f32) {
        let (w, seed, light) = (self.canvas.w, self.seed, self.light);
        let (sx, sy) = self.sun;
        let [top, middle, low] = light.sky;
        self.canvas.shade(0.0, horizon, |x, y| {
            let t = y / horizon;
            let mut rgb = if t < 0.55 {
                mix(top, middle, t / 0.55)
            } else {
                mix(middle, low, step(0.0, 1.0, (t - 0.55) / 0.45))
            };
            let (dx, dy) = ((x - sx) / w, (y - sy) / w);
            let near = dx * dx + dy * dy * 1.4;
            let glow = (-near * 14.0).exp() * 0.55 + (-near * 90.0).exp() * 0.35;
            rgb = mix(rgb, light.sun, glow * light.power);
            // Clouds lie on a plane above: smaller and flatter towards the horizon.
            let depth = 1.0 / (1.22 - t);
            let (px, py) = ((x / w - 0.5) * 2.6 * depth + 9.0, depth * 2.9);
            let n = cloud(px, py, seed, 4);
            let body = step(0.47, 0.72, n) * light.cover * step(1.0, 0.82, t);
            let [bright, dark] = light.clouds;
            let shade = step(0.5, 0.8, n) * (0.75 - 0.4 * glow);
            (mix(rgb, mix(mix(bright, light.sun, glow * light.power), dark, shade), body * 0.85), 1.0)
        });
        if light.power > 0.5 {
            let r = w * 0.018;
            self.canvas.glow(sx, sy, r * 5.0, light.sun, 0.5);
            self.canvas.circle(sx, sy, r, mix(light.sun, [1.0; 3], 0.6));
        }
    }

    /// Stars, and a moon.
    pub(super) fn stars(&mut self, horizon: f32) {
        let (w, count) = (self.canvas.w, 190);
        for _ in 0..count {
            let (x, y) = (self.rng.unit() * w, self.rng.unit().powf(1.3) * horizon * 0.9);
            let size = w * self.rng.between(0.0003, 0.0009);
            let alpha = self.rng.between(0.25, 0.9);
            self.canvas.circle(x, y, size, super::canvas::Fill::Flat(hex(0xf4_f1e4), alpha));
        }
        let (x, y, r) = (self.sun.0, horizon * 0.3, w * 0.024);
        self.canvas.glow(x, y, r * 7.0, hex(0xcf_dcff), 0.35);
        self.canvas.circle(x, y, r, hex(0xf6_f2e2));
        self.canvas.circle(x - r * 0.25, y - r * 0.1, r * 0.22, hex(0xe2_ddcb));
        self.canvas.circle(x + r * 0.3, y + r * 0.25, r * 0.15, hex(0xe6_e1d0));
    }

    /// Water from a height down, with the sky and the sun in it.
    pub(super) fn water(&mut self, top: f32, bottom: f32) {
        let (w, h, seed, light) = (self.canvas.w, self.canvas.h, self.seed, self.light);
        let sx = self.sun.0;
        self.canvas.shade(top, bottom, |x, y| {
            let v = ((y - top) / (h - top)).clamp(0.0, 1.0);
            let [above, middle, low] = light.sky;
            let mirrored = mix(mix(low, middle, step(0.0, 0.4, v)), above, step(0.3, 1.0, v) * 0.7);
            let mut rgb = mix(mirrored, light.deep, 0.22 + 0.5 * v.powf(0.8));
            let near = 1.0 / (v + 0.06);
            let (u, row) = ((x / w - 0.5) * near, (v + 0.06).ln() * 30.0);
            let waves = noise(u * 5.0, row, seed ^ 5) * 0.6 + noise(u * 15.0, row * 2.3, seed ^ 6) * 0.4;
            rgb = mix(rgb, light.deep, step(0.5, 0.85, waves) * 0.4);
            rgb = mix(rgb, lit(mirrored, 1.12), step(0.5, 0.15, waves) * 0.45);
            let lane = (x - sx) / (w * (0.05 + 0.24 * v));
            let glitter = (-lane * lane).exp() * step(0.5, 0.78, noise(u * 26.0, row * 2.6, seed ^ 7));
            (mix(rgb, light.sun, glitter * (0.35 + 0.6 * light.power)), 1.0)
        });
    }

    /// A height for each column of pixels.
    fn profile(&self, edge: impl Fn(f32) -> f32) -> Vec<f32> {
        (0..self.canvas.w as u32).map(|x| edge(x as f32 / self.canvas.w)).collect()
    }

    /// A line of hills: between `low` and `high`, `bumps` of them across the picture.
    pub(super) fn ridge(&mut self, low: f32, high: f32, bumps: f32, colour: Rgb, salt: u32) {
        let (w, h, seed, haze) = (self.canvas.w, self.canvas.h, self.seed ^ salt, self.light.haze);
        let edges = self.profile(|u| low - (low - high) * cloud(u * bumps + 3.0, 0.5, seed, 5) * 1.15);
        self.canvas.shade(high - (low - high) * 0.2, h, |x, y| {
            let edge = edges.get(x as usize).copied().unwrap_or(h);
            let inside = (y - edge).clamp(0.0, 1.0);
            if inside <= 0.0 {
                return (colour, 0.0);
            }
            let foot = step(edge, edge + (low - high) * 1.6, y);
            let grain = noise(x / w * 90.0, y / w * 150.0, seed) - 0.5;
            (mix(lit(colour, 1.0 + grain * 0.09), haze, foot * 0.4), inside)
        });
    }

    /// Ground from a wavy edge down, lighter and darker in patches.
    pub(super) fn ground(&mut self, edge: impl Fn(f32) -> f32, near: Rgb, far: Rgb, salt: u32) {
        let (w, h, seed) = (self.canvas.w, self.canvas.h, self.seed ^ salt);
        let edges = self.profile(|u| edge(u) * h);
        let first = edges.iter().copied().fold(h, f32::min);
        self.canvas.shade(first, h, |x, y| {
            let top = edges.get(x as usize).copied().unwrap_or(h);
            let inside = (y - top).clamp(0.0, 1.0);
            if inside <= 0.0 {
                return (near, 0.0);
            }
            let v = ((y - top) / (h - top)).clamp(0.0, 1.0);
            let depth = 1.0 / (v + 0.16);
            let (u, row) = ((x / w - 0.5) * depth, depth * 2.2);
            let patches = cloud(u * 3.0, row * 3.4, seed, 2) - 0.5;
            let grain = noise(x / w * 420.0, y / w * 420.0, seed ^ 3) - 0.5;
            (lit(mix(far, near, v.powf(0.6)), 1.0 + patches * 0.42 + grain * 0.1), inside)
        });
    }
}
