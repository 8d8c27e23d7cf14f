//! Sets of people: who comes into a group and goes out of it because of their profile.

use parvis::{
    authz::Level,
    features::fields::{Kind, NewField, Visibility},
};

use super::fields::{administrator, all, define, fill, section};
use crate::support::TestApp;

async fn members(app: &TestApp) -> Vec<(String, String, bool)> {
    parvis::jobs::run_until_empty(&app.app).await.unwrap();
    sqlx::query_as(
        "select p.handle, m.role, m.by_rule from memberships m join members p on p.id = m.member_id order by p.handle",
    )
    .fetch_all(&app.app.db)
    .await
    .unwrap()
}

fn row(handle: &str, role: &str, by_rule: bool) -> (String, String, bool) {
    (handle.to_owned(), role.to_owned(), by_rule)
}

#[tokio::test]
async fn a_rule_is_previewed_and_people_come_and_go_by_it() {
    let app = TestApp::start().await;
    let root = administrator(&app).await;
    let (mut ada, mut yann, zoe) =
        (app.signed_in("Ada").await, app.signed_in("Yann").await, app.signed_in("Zoé").await);
    let gil = app.person("Gil").external().signed_in().await;
    let section = section(&app, &root).await;
    let trades = [("Infirmier", "Nurse"), ("Médecin", "Doctor")];
    let trade = NewField::new(Kind::Choice, section, "Métier", "Trade").listing(&trades);
    let trade = define(&app, &root, &NewField { visibility: Visibility::Members, ..trade }).await;
    let secret = NewField::new(Kind::Choice, section, "Dossier", "File").listing(&[("Suivi", "Followed")]);
    define(&app, &root, &NewField { visibility: Visibility::Administrators, ..secret }).await;
    for person in [yann.id, gil.id] {
        fill(&app, &root, person, trade, "Infirmier").await.unwrap();
    }
    fill(&app, &root, zoe.id, trade, "Médecin").await.unwrap();
    let (group, slug) = app.group(&ada, "Soins", Level::Private).await;
    let here = format!("/groups/{slug}/settings/people");
    yann.visit(&here).await.has_status(403);
    ada.visit(&here)
        .await
        .has_status(200)
        .misses("Dossier")
        .choose("Infirmier")
        .press("Voir ce que cela change")
        .await;
    ada.sees("Métier : Infirmier").sees("Elle décrit 2 personnes, dont 1 invité externe");
    ada.sees("2 personnes entreront dans le groupe").sees("Yann").sees("Gil").misses("Zoé");
    assert_eq!(members(&app).await, [row("ada", "manager", false)], "nothing before it is confirmed");
    ada.press("Confirmer et enregistrer").await.sees("La règle est enregistrée");
    assert_eq!(
        members(&app).await,
        [row("ada", "manager", false), row("gil", "guest", true), row("yann", "member", true)]
    );
    ada.visit(&format!("/groups/{slug}/members"))
        .await
        .sees("Par règle")
        .sees("Ici par la règle du groupe : Métier = Infirmier");
    // Profiles change: one comes, one goes.
    fill(&app, &root, zoe.id, trade, "Infirmier").await.unwrap();
    fill(&app, &root, gil.id, trade, "Médecin").await.unwrap();
    assert_eq!(
        members(&app).await,
        [row("ada", "manager", false), row("yann", "member", true), row("zoe", "member", true)]
    );
    // Whoever leaves is not brought back.
    yann.post(&format!("/groups/{slug}/departure"), &[]).await.has_status(200);
    fill(&app, &root, gil.id, trade, "Infirmier").await.unwrap();
    assert_eq!(
        members(&app).await,
        [row("ada", "manager", false), row("gil", "guest", true), row("zoe", "member", true)]
    );
    // A term of a field that not every member reads makes no rule, however the form is sent.
    let hidden = all(&app).await.by_key("dossier").map(|field| field.terms[0].id.to_string());
    if let Some(term) = hidden {
        ada.post(&here, &[("confirmed", "yes"), ("term", &term)]).await.sees("Le groupe n'a plus de règle");
    }
    ada.post(&here, &[("confirmed", "yes")]).await.sees("Le groupe n'a plus de règle");
    assert!(members(&app).await.iter().all(|(_, _, by_rule)| !by_rule), "who is in stays, as anybody else");
    let _ = group;
}
