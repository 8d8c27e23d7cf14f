//! Everything that happens on a clock, in one list. Each slot runs once however many processes there are; a slot
//! that passes while none runs is left out, because all of these look at what is due and not at the clock.

use crate::jobs::Job;

/// When, and which kind of job (minute, hour, day, month, day of the week; UTC).
fn list() -> Vec<(&'static str, &'static str)> {
    vec![("17 3 * * *", super::registry::TidyUp::KIND)]
}

/// The list as the worker reads it.
pub fn crontab() -> String {
    list()
        .into_iter()
        .map(|(when, kind)| format!("{when} {kind}\n"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_starts_only_jobs_that_exist() {
        let kinds = crate::jobs::worker::kinds();
        for (_, kind) in list() {
            assert!(kinds.contains(&kind), "{kind} is no kind of job");
        }
        assert_eq!(
            graphile_worker::parse_crontab(&crontab()).unwrap().len(),
            list().len()
        );
    }
}
