//! Chance that can be repeated: a small generator, smooth noise, and colours.

/// Red, green and blue between 0 and 1, as a screen has them.
pub(super) type Rgb = [f32; 3];

/// A colour written as on the web.
pub(super) const fn hex(code: u32) -> Rgb {
    [((code >> 16) & 255) as f32 / 255.0, ((code >> 8) & 255) as f32 / 255.0, (code & 255) as f32 / 255.0]
}

/// Between two colours.
pub(super) fn mix(a: Rgb, b: Rgb, t: f32) -> Rgb {
    let t = t.clamp(0.0, 1.0);
    let [x, y, z] = a;
    let [u, v, w] = b;
    [x + (u - x) * t, y + (v - y) * t, z + (w - z) * t]
}

/// Lighter (above 1) or darker (below 1).
pub(super) fn lit(colour: Rgb, factor: f32) -> Rgb {
    colour.map(|c| (c * factor).clamp(0.0, 1.0))
}

/// 0 below `a`, 1 above `b`, smooth between.
pub(super) fn step(a: f32, b: f32, x: f32) -> f32 {
    let t = ((x - a) / (b - a)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// A generator of numbers (`SplitMix64`).
pub(super) struct Rng(u64);

impl Rng {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xA5A5_5A5A_1234_9876)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Between 0 and 1.
    pub(super) fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / 16_777_216.0
    }

    /// Between two numbers.
    pub(super) fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }

    /// With a probability.
    pub(super) fn chance(&mut self, probability: f32) -> bool {
        self.unit() < probability
    }

    /// One of several.
    pub(super) fn pick<T: Copy>(&mut self, from: &[T], otherwise: T) -> T {
        let at = self.next() as usize % from.len().max(1);
        from.get(at).copied().unwrap_or(otherwise)
    }
}

/// A number between 0 and 1 for a point of the grid.
pub(super) fn dot(x: i32, y: i32, seed: u32) -> f32 {
    let mut h = (x as u32).wrapping_mul(0x85EB_CA6B)
        ^ (y as u32).wrapping_mul(0xC2B2_AE35)
        ^ seed.wrapping_mul(0x27D4_EB2F);
    h = (h ^ (h >> 15)).wrapping_mul(0x2C1B_3C6D);
    h = (h ^ (h >> 12)).wrapping_mul(0x297A_2D39);
    ((h ^ (h >> 15)) >> 8) as f32 / 16_777_216.0
}

/// Smooth noise between 0 and 1.
pub(super) fn noise(x: f32, y: f32, seed: u32) -> f32 {
    let (i, j) = (x.floor(), y.floor());
    let (u, v) = (x - i, y - j);
    let (i, j) = (i as i32, j as i32);
    let (u, v) = (u * u * (3.0 - 2.0 * u), v * v * (3.0 - 2.0 * v));
    let top = dot(i, j, seed) * (1.0 - u) + dot(i.wrapping_add(1), j, seed) * u;
    let low =
        dot(i, j.wrapping_add(1), seed) * (1.0 - u) + dot(i.wrapping_add(1), j.wrapping_add(1), seed) * u;
    top * (1.0 - v) + low * v
}

/// Noise of several sizes, between 0 and 1.
pub(super) fn cloud(x: f32, y: f32, seed: u32, octaves: u32) -> f32 {
    let (mut sum, mut weight, mut total, mut scale) = (0.0, 0.5, 0.0, 1.0);
    for octave in 0..octaves {
        sum += noise(x * scale, y * scale, seed.wrapping_add(octave * 101)) * weight;
        total += weight;
        weight *= 0.5;
        scale *= 2.03;
    }
    sum / total
}
