//! Lines of the result: a measure, its figure, its goal.

/// Prints the heading.
pub(crate) fn heading() {
    println!("{:<5} {:<46} {:>28} {:>9} {:>9}  verdict", "goal", "measure", "figure", "must", "aim");
}

/// A figure that has to be at most something.
pub(crate) struct Goal {
    pub(crate) number: &'static str,
    pub(crate) must: f64,
    pub(crate) aim: f64,
    pub(crate) unit: &'static str,
}

impl Goal {
    /// Prints the line of a figure; `detail` stands behind it.
    pub(crate) fn show(&self, measure: &str, figure: f64, detail: &str) {
        let verdict = match figure {
            figure if figure <= self.aim => "aim",
            figure if figure <= self.must => "must",
            _ => "MISSED",
        };
        let [must, aim] = [self.must, self.aim].map(|limit| format!("{limit} {}", self.unit));
        let shown = format!("{figure:.2} {} {detail}", self.unit);
        println!("{:<5} {measure:<46} {shown:>28} {must:>9} {aim:>9}  {verdict}", self.number);
    }
}

/// Prints a line without a goal.
pub(crate) fn note(measure: &str, figure: &str) {
    println!("{:<5} {measure:<46} {figure:>28}", "");
}

/// The one in the middle.
pub(crate) fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The least and the most.
pub(crate) fn range(values: &[f64]) -> (f64, f64) {
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    (least, values.iter().copied().fold(f64::NEG_INFINITY, f64::max))
}
