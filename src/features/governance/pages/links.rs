//! The links that a group keeps at hand: a name and an address, five at most.

use serde::Deserialize;

use crate::{
    authz::{EditGroup, GroupLink, GroupStanding, Permit},
    features::{
        governance::{
            form::{Part, SettingsForm},
            model::MOST_LINKS,
            urls, verbs,
        },
        groups::{self, Name, refused},
    },
    i18n::T,
    kernel::Fault,
    ui::Field,
    web::{Cx, Form, FormErrors, Reply, flash::Flash},
};

/// The names of the fields, pair by pair.
const FIELDS: [(&str, &str); MOST_LINKS] = [
    ("label1", "address1"),
    ("label2", "address2"),
    ("label3", "address3"),
    ("label4", "address4"),
    ("label5", "address5"),
];

/// What was typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct LinksForm {
    label1: String,
    address1: String,
    label2: String,
    address2: String,
    label3: String,
    address3: String,
    label4: String,
    address4: String,
    label5: String,
    address5: String,
}

impl LinksForm {
    fn pairs(&self) -> [(&str, &str); MOST_LINKS] {
        [
            (&self.label1, &self.address1),
            (&self.label2, &self.address2),
            (&self.label3, &self.address3),
            (&self.label4, &self.address4),
            (&self.label5, &self.address5),
        ]
    }

    fn parse(&self, t: T, errors: &mut FormErrors) -> Vec<GroupLink> {
        let mut links = Vec::new();
        for ((label_field, address_field), (label, address)) in FIELDS.into_iter().zip(self.pairs()) {
            let (label, address) = (label.trim(), address.trim());
            if label.is_empty() && address.is_empty() {
                continue;
            }
            let name = errors.take(t, label_field, Name::parse(label));
            if !leads_somewhere(address) {
                errors.add(address_field, t.governance_link_bad());
            } else if let Some(name) = name {
                links.push(GroupLink { label: name.as_str().to_owned(), address: address.to_owned() });
            }
        }
        links
    }
}

/// Whether an address can stand in a link: of the web or of this site, and nothing that runs.
fn leads_somewhere(address: &str) -> bool {
    let outside = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let plain =
        address.chars().count() <= 500 && !address.chars().any(|c| c.is_whitespace() || c.is_control());
    plain && (outside.is_some_and(|rest| !rest.is_empty()) || crate::kernel::Url::local(address).is_some())
}

async fn page(
    cx: &Cx,
    group: &GroupStanding,
    pairs: &[(&str, &str)],
    errors: &FormErrors,
) -> Result<SettingsForm, Fault> {
    let t = cx.t();
    let words = (
        t.governance_links_title().to_string(),
        t.governance_links_lead().to_string(),
        t.governance_links_who().to_string(),
    );
    let mut parts = Vec::new();
    for (number, (label_field, address_field)) in (1_i64..).zip(FIELDS) {
        let place = usize::try_from(number - 1).unwrap_or_default();
        let (label, address) = pairs.get(place).copied().unwrap_or_default();
        let name = Field::text(label_field, t.governance_link_label(number)).value(label).most(80);
        parts.push(Part::Field(name.optional(t.form_optional()).error(errors.on(label_field))));
        let target = Field::text(address_field, t.governance_link_address(number)).value(address).most(500);
        parts.push(Part::Field(target.optional(t.form_optional()).error(errors.on(address_field))));
    }
    SettingsForm::new(cx, group, words, parts, errors, urls::page(&group.slug, "links")).await
}

/// `GET /groups/{group}/settings/links`
pub(in super::super) async fn show(cx: Cx, permit: Permit<EditGroup>) -> Reply {
    let face = groups::face(&cx, permit.about()).await?;
    let links = face.links.map(|links| links.0).unwrap_or_default();
    let pairs: Vec<(&str, &str)> =
        links.iter().map(|link| (link.label.as_str(), link.address.as_str())).collect();
    cx.page(page(&cx, permit.about(), &pairs, &FormErrors::new()).await?).await
}

/// `POST /groups/{group}/settings/links`
pub(in super::super) async fn submit(
    cx: Cx,
    permit: Permit<EditGroup>,
    Form(form): Form<LinksForm>,
) -> Reply {
    let mut errors = FormErrors::new();
    let links = form.parse(cx.t(), &mut errors);
    if !errors.is_empty() {
        return cx.invalid(page(&cx, permit.about(), &form.pairs(), &errors).await?).await;
    }
    let mut tx = cx.begin().await?;
    verbs::set_links(&mut tx, &permit, &links).await.map_err(refused)?;
    tx.commit().await?;
    cx.flash(Flash::said(cx.t().groups_said_saved())).await?;
    cx.redirect(&groups::urls::settings(&permit.about().slug))
}

#[cfg(test)]
mod tests {
    use super::leads_somewhere;

    #[test]
    fn only_addresses_of_pages_become_links() {
        for good in ["https://exemple.fr/a?b=c", "http://exemple.fr", "/groups", "/posts/1#x"] {
            assert!(leads_somewhere(good), "{good}");
        }
        for bad in [
            "",
            "javascript:alert(1)",
            "data:text/html,x",
            "exemple.fr",
            "//exemple.fr",
            "https://",
            "https://a b",
        ] {
            assert!(!leads_somewhere(bad), "{bad}");
        }
    }
}
