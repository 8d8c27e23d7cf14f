//! What answers amount to: counts, means, the recommendation score, and crossings that show no small group.

use crate::features::surveys::{Answers, BATCH, Kind, Question};

/// What was answered to a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tally {
    /// How many answered it.
    pub(super) answered: i64,
    /// What was picked, in the order of the question: value and how many.
    pub(super) counts: Vec<(i16, i64)>,
    /// What was written.
    pub(super) texts: Vec<String>,
}

impl Tally {
    /// Counts the answers to a question.
    pub(super) fn of<'a>(question: &Question, sheets: impl Iterator<Item = &'a Answers> + Clone) -> Self {
        let number = question.number;
        let answered = sheets.clone().filter(|sheet| sheet.of(number).is_some()).count();
        let count = |value: i16| sheets.clone().filter(|sheet| sheet.has(number, value)).count();
        let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let counts = question.values().into_iter().map(|value| (value, whole(count(value)))).collect();
        let mut texts: Vec<String> =
            sheets.filter_map(|sheet| sheet.text(number)).map(str::to_owned).collect();
        // In no order that says who wrote when.
        texts.sort();
        Self { answered: whole(answered), counts, texts }
    }

    /// The mean of the values, in hundredths; none where nobody answered.
    pub(super) fn mean(&self) -> Option<i64> {
        let sum: i64 = self.counts.iter().map(|(value, count)| i64::from(*value) * count).sum();
        (sum * 200 + self.answered).checked_div(self.answered * 2)
    }

    /// The recommendation score: promoters (9 and 10) less detractors (0 to 6), of a hundred.
    pub(super) fn score(&self) -> Option<i64> {
        let among = |range: std::ops::RangeInclusive<i16>| -> i64 {
            self.counts.iter().filter(|(value, _)| range.contains(value)).map(|(_, count)| count).sum()
        };
        let balance = among(9..=10) - among(0..=6);
        if self.answered == 0 {
            return None;
        }
        let (half, sign) = (self.answered / 2, balance.signum());
        Some(sign * ((balance.abs() * 100 + half) / self.answered))
    }

    /// How many of a hundred who answered picked something so often.
    pub(super) fn share(&self, count: i64) -> i64 {
        (count * 200 + self.answered).checked_div(self.answered * 2).unwrap_or_default().clamp(0, 100)
    }
}

/// Two questions crossed: for each pair of answers how many gave both; none where that is not told.
pub(super) type Crossing = Vec<Vec<Option<i64>>>;

/// Crosses two questions. No number under the threshold is shown, and none can be had by subtracting others from what the
/// results of each question say: in each row and each column what is hidden amounts to nobody, or to the threshold and
/// to more than one cell.
pub(super) fn cross(one: &Question, other: &Question, sheets: &[&Answers]) -> Crossing {
    let least = i64::try_from(BATCH).unwrap_or(i64::MAX);
    let both = |a: i16, b: i16| {
        let count =
            sheets.iter().filter(|sheet| sheet.has(one.number, a) && sheet.has(other.number, b)).count();
        i64::try_from(count).unwrap_or(i64::MAX)
    };
    let counts: Vec<Vec<i64>> =
        one.values().iter().map(|a| other.values().iter().map(|b| both(*a, *b)).collect()).collect();
    let mut shown: Vec<Vec<bool>> =
        counts.iter().map(|row| row.iter().map(|count| *count >= least).collect()).collect();
    let columns = other.values().len();
    loop {
        let mut more = None;
        let rows = (0..counts.len()).map(|row| (0..columns).map(|column| (row, column)).collect::<Vec<_>>());
        let downs = (0..columns).map(|column| (0..counts.len()).map(|row| (row, column)).collect::<Vec<_>>());
        for line in rows.chain(downs) {
            let at = |place: &(usize, usize)| {
                let count = counts.get(place.0).and_then(|row| row.get(place.1)).copied().unwrap_or_default();
                let seen = shown.get(place.0).and_then(|row| row.get(place.1)).copied().unwrap_or_default();
                (count, seen)
            };
            let hidden: Vec<i64> =
                line.iter().map(at).filter(|(_, seen)| !seen).map(|(count, _)| count).collect();
            let sum: i64 = hidden.iter().sum();
            if hidden.is_empty() || (hidden.len() > 1 && sum >= least) {
                continue;
            }
            more = line.iter().filter(|place| at(place).1).min_by_key(|place| at(place).0).copied();
            if more.is_some() {
                break;
            }
        }
        let Some((row, column)) = more else { break };
        if let Some(cell) = shown.get_mut(row).and_then(|row| row.get_mut(column)) {
            *cell = false;
        }
    }
    let cell = |(count, seen): (&i64, &bool)| seen.then_some(*count);
    counts.iter().zip(&shown).map(|(counts, shown)| counts.iter().zip(shown).map(cell).collect()).collect()
}

/// Whether a question can be crossed with another: one answer of each person, out of a few.
pub(super) fn can_cross(question: &Question) -> bool {
    question.kind.is_picked() && question.kind != Kind::Multiple
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn question(number: i16, kind: Kind) -> Question {
        Question { number, kind, ..Question::default() }
    }

    #[test]
    fn the_recommendation_score_is_promoters_less_detractors() {
        let recommend = question(1, Kind::Recommendation);
        let of = |given: &[i16]| {
            let sheets: Vec<Answers> = given.iter().map(|value| Answers::picked(&[(1, *value)])).collect();
            Tally::of(&recommend, sheets.iter()).score()
        };
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[9, 10, 8, 7]), Some(50));
        assert_eq!(of(&[0, 6, 9, 8]), Some(-25));
        assert_eq!(of(&[10]), Some(100));
        assert_eq!(of(&[0, 0, 10]), Some(-33));
        assert_eq!(of(&[7, 8]), Some(0));
    }

    #[test]
    fn means_and_shares_are_rounded() {
        let scale = question(1, Kind::Scale);
        let sheets: Vec<Answers> = [5, 5, 4].iter().map(|value| Answers::picked(&[(1, *value)])).collect();
        let tally = Tally::of(&scale, sheets.iter());
        assert_eq!((tally.mean(), tally.share(2), tally.share(1)), (Some(467), 67, 33));
        assert_eq!(tally.counts, [(1, 0), (2, 0), (3, 0), (4, 1), (5, 2)]);
        assert_eq!(Tally::of(&scale, [].iter()).mean(), None);
    }

    proptest! {
        /// What is hidden in a row or a column, whose total the results tell, is nobody's or at least five people's, and
        /// never one cell, unless the whole row or column is hidden.
        #[test]
        fn no_crossing_tells_of_a_group_under_the_threshold(given in proptest::collection::vec((1_i16..=5, 1_i16..=5), 0..80)) {
            let (one, other) = (question(1, Kind::Scale), question(2, Kind::Satisfaction));
            let sheets: Vec<Answers> = given.iter().map(|(a, b)| Answers::picked(&[(1, *a), (2, *b)])).collect();
            let crossing = cross(&one, &other, &sheets.iter().collect::<Vec<_>>());
            let count = |a: usize, b: usize| {
                i64::try_from(given.iter().filter(|(x, y)| (*x, *y) == (i16::try_from(a + 1).unwrap(), i16::try_from(b + 1).unwrap())).count()).unwrap()
            };
            for line in 0..5 {
                for flip in [false, true] {
                    let at = |other: usize| if flip { (other, line) } else { (line, other) };
                    let mut hidden = (0, 0);
                    for other in 0..5 {
                        let (row, column) = at(other);
                        match crossing[row][column] {
                            Some(shown) => {
                                prop_assert!(shown >= 5);
                                prop_assert_eq!(shown, count(row, column));
                            }
                            None => hidden = (hidden.0 + 1, hidden.1 + count(row, column)),
                        }
                    }
                    prop_assert!(hidden.0 == 0 || hidden.0 == 5 || (hidden.0 > 1 && hidden.1 >= 5), "{:?}", crossing);
                }
            }
        }
    }
}
