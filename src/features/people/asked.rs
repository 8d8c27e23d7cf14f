//! What the address of the directory asks for. The address is the whole state: it can be kept, sent and gone back to.

use crate::{
    features::fields::{FieldId, Fields, TermId, Visibility},
    kernel::{Line, Url},
};

use super::urls;

/// How the list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sort {
    /// What fits best first; by name where nothing is looked for.
    #[default]
    Best,
    /// By name.
    Name,
    /// Who arrived last first.
    Recent,
}

impl Sort {
    pub(super) const ALL: [Self; 3] = [Self::Best, Self::Name, Self::Recent];

    /// The word in addresses.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Best => "",
            Self::Name => "name",
            Self::Recent => "recent",
        }
    }
}

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    pub(super) q: String,
    pub(super) terms: Vec<(FieldId, TermId)>,
    pub(super) groups: Vec<String>,
    pub(super) rings: Vec<i32>,
    pub(super) sort: Sort,
    /// A compact list instead of cards.
    pub(super) list: bool,
    pub(super) page: i64,
}

/// The last page that can be asked for.
const LAST: i64 = 5_000;
/// The most filters and words at once.
const MOST: usize = 40;

impl Asked {
    /// Reads the query; what makes no sense is left out. Guests do not filter by what is not for them.
    pub(super) fn read(pairs: &[(String, String)], fields: &Fields, external: bool) -> Self {
        let mut asked = Self { page: 1, ..Self::default() };
        for (name, value) in pairs.iter().take(MOST * 3) {
            match name.as_str() {
                "q" => {
                    asked.q =
                        Line::<100>::parse(value).map(|line| line.as_str().to_owned()).unwrap_or_default();
                }
                "group" if asked.groups.len() < MOST && !value.is_empty() => {
                    if !asked.groups.contains(value) {
                        asked.groups.push(value.clone());
                    }
                }
                "ring" if asked.rings.len() < MOST => {
                    if let Ok(ring) = value.parse()
                        && !asked.rings.contains(&ring)
                    {
                        asked.rings.push(ring);
                    }
                }
                "sort" => {
                    asked.sort =
                        Sort::ALL.into_iter().find(|sort| sort.as_str() == value).unwrap_or_default();
                }
                "view" => asked.list = value == "list",
                "page" => asked.page = value.parse().unwrap_or(1).clamp(1, LAST),
                _ => {
                    let field = name.strip_prefix('f').and_then(|id| id.parse().ok()).map(FieldId);
                    let known = field.filter(|id| readable(fields, external).contains(&id.0));
                    if let (Some(field), Ok(term)) = (known, value.parse()) {
                        let pair = (field, TermId(term));
                        if asked.terms.len() < MOST && !asked.terms.contains(&pair) {
                            asked.terms.push(pair);
                        }
                    }
                }
            }
        }
        asked
    }

    /// The words that are looked for: letters and digits, so that nothing in them is a pattern.
    pub(super) fn words(&self) -> Vec<String> {
        let words = self.q.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.take(8).map(str::to_owned).collect()
    }

    /// Whether everybody is asked for.
    pub(super) fn is_everybody(&self) -> bool {
        self.q.is_empty() && self.terms.is_empty() && self.groups.is_empty() && self.rings.is_empty()
    }

    /// How many conditions a person must meet: one for each field, one for groups, one for rings.
    pub(super) fn conditions(&self) -> i32 {
        let mut fields: Vec<FieldId> = self.terms.iter().map(|(field, _)| *field).collect();
        fields.sort_unstable();
        fields.dedup();
        i32::try_from(fields.len()).unwrap_or_default()
            + i32::from(!self.groups.is_empty())
            + i32::from(!self.rings.is_empty())
    }

    /// The address of a page of this.
    pub(super) fn url(&self, page: i64) -> Url {
        let mut url = urls::directory();
        if !self.q.is_empty() {
            url = url.with("q", &self.q);
        }
        for (field, term) in &self.terms {
            url = url.with(&format!("f{field}"), term);
        }
        for group in &self.groups {
            url = url.with("group", group);
        }
        for ring in &self.rings {
            url = url.with("ring", ring);
        }
        if self.sort != Sort::Best {
            url = url.with("sort", self.sort.as_str());
        }
        if self.list {
            url = url.with("view", "list");
        }
        if page > 1 { url.with("page", page) } else { url }
    }

    /// The same without one value.
    pub(super) fn without_term(&self, pair: (FieldId, TermId)) -> Url {
        let terms = self.terms.iter().copied().filter(|other| *other != pair).collect();
        Self { terms, ..self.clone() }.url(1)
    }

    /// The same without one group.
    pub(super) fn without_group(&self, slug: &str) -> Url {
        let groups = self.groups.iter().filter(|other| *other != slug).cloned().collect();
        Self { groups, ..self.clone() }.url(1)
    }

    /// The same without one ring.
    pub(super) fn without_ring(&self, ring: i32) -> Url {
        let rings = self.rings.iter().copied().filter(|other| *other != ring).collect();
        Self { rings, ..self.clone() }.url(1)
    }

    /// The same, as cards or as a list.
    pub(super) fn viewed(&self, list: bool) -> Url {
        Self { list, ..self.clone() }.url(self.page)
    }
}

/// The fields that the directory may be filtered by, for whoever looks.
pub(super) fn readable(fields: &Fields, external: bool) -> Vec<i32> {
    fields
        .active()
        .filter(|field| field.filters && (!external || field.visibility == Visibility::Guests))
        .map(|field| field.id.0)
        .collect()
}
