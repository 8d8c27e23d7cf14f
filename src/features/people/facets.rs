//! The filters beside the directory: each value with the number of people it leads to.

use std::sync::Mutex;

use chrono::TimeDelta;

use crate::{
    authz::{Action as _, ExportPeople, SiteStanding},
    features::{
        fields::{Bilingual, FieldId, Fields, TermId},
        people::{
            asked::Asked,
            store::{GroupCount, RingCount, TermCount},
        },
    },
    i18n::{Locale, T},
    kernel::{Timestamp, Url},
    web::Cx,
};

/// A value that can be chosen.
pub(super) struct Pick {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) count: i64,
    pub(super) chosen: bool,
}

/// The values of a field.
pub(super) struct Facet {
    pub(super) name: String,
    pub(super) legend: String,
    pub(super) picks: Vec<Pick>,
}

/// A filter that applies, and the address without it.
pub(super) struct Chip {
    pub(super) label: String,
    pub(super) without: Url,
}

/// The filters and those of them that apply. A chosen value stays, even where it leads to nobody any more.
pub(super) fn build(
    t: T,
    locale: Locale,
    asked: &Asked,
    fields: &Fields,
    counts: &[TermCount],
    groups: &[GroupCount],
    worn: &[RingCount],
) -> (Vec<Facet>, Vec<Chip>) {
    let (mut facets, mut chips) = (Vec::new(), Vec::new());
    for field in fields.active().filter(|field| field.filters) {
        let mut picks: Vec<Pick> = Vec::new();
        for count in counts.iter().filter(|count| count.field == field.id.0) {
            let label = Bilingual { fr: count.fr.clone(), en: count.en.clone() };
            picks.push(Pick {
                value: count.term.to_string(),
                label: label.of(locale).to_owned(),
                count: count.n,
                chosen: asked.terms.contains(&(field.id, TermId(count.term))),
            });
        }
        for (_, term) in asked.terms.iter().filter(|(id, _)| *id == field.id) {
            if !picks.iter().any(|pick| pick.value == term.to_string()) {
                // Words of an open list might be somebody's whom the viewer does not know: they are not repeated.
                let listed = field.terms.iter().find(|listed| listed.id == *term);
                let label = listed.map_or_else(
                    || t.people_facet_gone().to_string(),
                    |listed| listed.label.of(locale).to_owned(),
                );
                picks.push(Pick { value: term.to_string(), label, count: 0, chosen: true });
            }
        }
        for pick in picks.iter().filter(|pick| pick.chosen) {
            let pair: (FieldId, TermId) = (field.id, TermId(pick.value.parse().unwrap_or_default()));
            chips.push(Chip { label: pick.label.clone(), without: asked.without_term(pair) });
        }
        if !picks.is_empty() {
            let legend = field.label.of(locale).to_owned();
            facets.push(Facet { name: format!("f{}", field.id), legend, picks });
        }
    }
    rings(t, locale, asked, worn, &mut facets, &mut chips);
    let mut picks: Vec<Pick> = groups
        .iter()
        .map(|group| Pick {
            value: group.slug.clone(),
            label: group.name.clone(),
            count: group.n,
            chosen: asked.groups.contains(&group.slug),
        })
        .collect();
    for slug in asked.groups.iter().filter(|slug| !groups.iter().any(|group| group.slug == **slug)) {
        let label = t.people_facet_group_other().to_string();
        picks.push(Pick { value: slug.clone(), label, count: 0, chosen: true });
    }
    for pick in picks.iter().filter(|pick| pick.chosen) {
        chips.push(Chip { label: pick.label.clone(), without: asked.without_group(&pick.value) });
    }
    if !picks.is_empty() {
        facets.push(Facet { name: "group".to_owned(), legend: t.people_facet_groups().to_string(), picks });
    }
    (facets, chips)
}

/// The filter by rings.
fn rings(
    t: T,
    locale: Locale,
    asked: &Asked,
    worn: &[RingCount],
    facets: &mut Vec<Facet>,
    chips: &mut Vec<Chip>,
) {
    let mut picks: Vec<Pick> = Vec::new();
    for ring in worn {
        let label = Bilingual { fr: ring.fr.clone(), en: ring.en.clone() };
        picks.push(Pick {
            value: ring.id.to_string(),
            label: label.of(locale).to_owned(),
            count: ring.n,
            chosen: asked.rings.contains(&ring.id),
        });
    }
    for ring in asked.rings.iter().filter(|ring| !worn.iter().any(|one| one.id == **ring)) {
        let label = t.people_facet_ring_gone().to_string();
        picks.push(Pick { value: ring.to_string(), label, count: 0, chosen: true });
    }
    for pick in picks.iter().filter(|pick| pick.chosen) {
        let ring = pick.value.parse().unwrap_or_default();
        chips.push(Chip { label: pick.label.clone(), without: asked.without_ring(ring) });
    }
    if !picks.is_empty() {
        facets.push(Facet { name: "ring".to_owned(), legend: t.people_facet_rings().to_string(), picks });
    }
}

/// Whether the file of everybody is offered.
pub(super) fn may_export(cx: &Cx) -> bool {
    cx.actor().member().is_some_and(|me| {
        ExportPeople::rule(&SiteStanding { site_role: me.site_role, external: me.external }).is_ok()
    })
}

/// The counts of everybody, kept for half a minute where there are many people: counting a hundred thousand profiles
/// takes longer than all the rest of the page, and nobody chooses by the last digit.
#[derive(Default)]
pub struct FacetCache(Mutex<Option<Kept>>);

struct Kept {
    until: Timestamp,
    people: i64,
    fields: Vec<i32>,
    counts: Vec<TermCount>,
}

/// From this many people on, counts are kept.
const MANY: i64 = 10_000;

impl FacetCache {
    /// How many people there are, and the counts, while they are fresh and of these fields.
    pub(super) fn fresh(&self, now: Timestamp, fields: &[i32]) -> Option<(i64, Vec<TermCount>)> {
        let kept = self.0.lock().ok()?;
        let kept = kept.as_ref().filter(|kept| now < kept.until && kept.fields == fields)?;
        Some((kept.people, kept.counts.clone()))
    }

    /// Keeps the counts of many.
    pub(super) fn keep(&self, now: Timestamp, people: i64, fields: &[i32], counts: &[TermCount]) {
        if people < MANY {
            return;
        }
        if let Ok(mut kept) = self.0.lock() {
            let until = now + TimeDelta::seconds(30);
            *kept = Some(Kept { until, people, fields: fields.to_vec(), counts: counts.to_vec() });
        }
    }
}
