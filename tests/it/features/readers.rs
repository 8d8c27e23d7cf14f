//! Who will see it: the sentence beside every composer, with true numbers.

use super::posts::group;
use crate::support::TestApp;

#[tokio::test]
async fn the_composer_says_how_many_will_read_and_opens_to_the_list() {
    let app = TestApp::start().await;
    let (mut ada, bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let gone = app.signed_in("Simon Suspendu").await;
    let mut guest = app.person("Gus Externe").external().signed_in().await;
    let other = app.person("Gwen Externe").external().signed_in().await;
    let closed = group(&app, "jardin", "private", &[&ada, &bob, &gone]).await;
    let open = group(&app, "place", "open", &[&ada]).await;
    group(&app, "seule", "secret", &[&ada]).await;
    for (group, person) in [(closed, &guest), (closed, &other), (open, &guest)] {
        app.belongs(group, person.id, "guest").await;
    }
    sqlx::query("update members set suspended_at = now() where id = $1")
        .bind(gone.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    let members = "Visible par les 4 membres de Cercle jardin, dont 2 invités externes";
    let everybody = "Visible par toute la communauté : 3 personnes, dont 1 invité externe";
    let alone = "Visible par le seul membre de Cercle seule";
    for (slug, sentence) in [("jardin", members), ("place", everybody), ("seule", alone)] {
        ada.visit(&format!("/publish?group={slug}")).await.sees(sentence);
    }
    ada.visit("/publish?group=jardin").await.click(members).await.has_status(200).sees("Gwen Externe");
    ada.visit("/publish?group=place").await.click(everybody).await.has_status(200).sees("Annuaire");
    // Where a group is still to be chosen, each says it in few words, and the sentence waits for the script.
    ada.visit("/publish")
        .await
        .sees("Cercle jardin (4 personnes, dont 2 invités externes)")
        .misses("Visible par");
    ada.sees("Cercle place (toute la communauté)");
    let told = ada.attribute("option[value=jardin]", "data-readers").unwrap();
    assert_eq!(crate::support::visitor::fold(&told), members);
    assert_eq!(ada.attribute("option[value=jardin]", "data-list").as_deref(), Some("/groups/jardin/members"));
    // A guest counts those they share a group with, and is not told how many the community has.
    guest.visit("/publish?group=jardin").await.sees(members);
    guest
        .visit("/publish?group=place")
        .await
        .sees("Visible par toute la communauté")
        .misses("Visible par toute la communauté :");
    guest.click("Visible par toute la communauté").await.has_status(200).misses("Bob Durand");
}
