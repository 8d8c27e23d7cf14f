//! Templates of publications: kept by managers, offered to those who publish in the group, and to nobody else.

use super::posts::group;
use crate::support::TestApp;

const KEEP: &str = "/groups/jardin/settings/templates";

#[tokio::test]
async fn a_manager_keeps_templates_and_writers_begin_with_them() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    bob.visit("/publish?group=jardin").await.misses("Partir d'un modèle");
    ada.visit("/groups/jardin/settings").await.click("Modèles de publication").await.sees("Aucun modèle");
    ada.fill("Nom du modèle", "Compte rendu").fill("Titre de la publication", "Compte rendu du …");
    ada.fill("Texte", "## Présents\n\n…").press("Enregistrer").await.sees("Le modèle est enregistré");
    bob.visit("/publish?group=jardin&fresh=1").await.sees("Partir d'un modèle").click("Compte rendu").await;
    bob.has("input[name=title][value='Compte rendu du …']").sees("## Présents").misses("Partir d'un modèle");
    bob.press("Publier").await;
    bob.visit("/groups/jardin").await.sees("Compte rendu du …");
    ada.visit(KEEP).await.click("Modifier Compte rendu").await.has("input[name=name][value='Compte rendu']");
    ada.fill("Nom du modèle", "Procès-verbal").press("Enregistrer").await.sees("Procès-verbal");
    ada.press("Supprimer Procès-verbal").await.sees("Le modèle est supprimé").sees("Aucun modèle");
    bob.visit("/groups/jardin").await.sees("Compte rendu du …");
    let kinds: Vec<String> =
        sqlx::query_scalar("select kind from activity where kind like 'post_template%' order by id")
            .fetch_all(&app.app.db)
            .await
            .unwrap();
    assert_eq!(kinds, ["post_template_defined", "post_template_changed", "post_template_deleted"]);
}

#[tokio::test]
async fn what_is_wrong_with_a_template_is_said_and_nothing_is_lost() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "open", &[&ada]).await;
    let save = |name: &'static str, title: &'static str, body: &'static str| {
        [("act", "save"), ("name", name), ("title", title), ("body", body)]
    };
    ada.post(KEEP, &save("Annonce", "", "Quand : …")).await.sees("Le modèle est enregistré");
    ada.post(KEEP, &save("annonce", "", "Où : …"))
        .await
        .has_status(422)
        .sees("porte déjà ce nom")
        .sees("Où : …");
    ada.post(KEEP, &save("Vide", "", " ")).await.has_status(422).sees("un modèle vide n'aiderait personne");
    ada.post(KEEP, &save("", "Titre", "")).await.has_status(422).has("input[name=title][value='Titre']");
    let long = "é".repeat(60_001);
    let typed = [("act", "save"), ("name", "Long"), ("title", ""), ("body", long.as_str())];
    ada.post(KEEP, &typed).await.has_status(422).sees("60 000 signes au plus");
    ada.post(KEEP, &[("act", "dance")]).await.has_status(400);
    ada.post(KEEP, &[("act", "delete"), ("id", "rien")]).await.has_status(404);
    ada.visit(&format!("{KEEP}?edit=rien")).await.has_status(200);
}

#[tokio::test]
async fn templates_are_seen_by_those_who_publish_in_the_group_alone() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    let mut zoe = app.signed_in("Zoé Caron").await;
    group(&app, "jardin", "secret", &[&ada, &bob]).await;
    group(&app, "lecture", "open", &[&zoe]).await;
    ada.post(KEEP, &[("act", "save"), ("name", "Secret de famille"), ("title", "La recette"), ("body", "")])
        .await;
    let id: uuid::Uuid =
        sqlx::query_scalar("select id from post_templates").fetch_one(&app.app.db).await.unwrap();
    let begin = format!("/publish?group=jardin&template={id}");
    bob.visit(&begin).await.has("input[value='La recette']");
    bob.visit(KEEP).await.has_status(403);
    bob.post(KEEP, &[("act", "delete"), ("id", &id.to_string())]).await.has_status(403);
    zoe.visit(KEEP).await.has_status(404);
    zoe.visit(&begin).await.has_status(404);
    zoe.visit("/publish?fresh=1").await.misses("Secret de famille");
    // Not even the manager of another group reaches it.
    zoe.post("/groups/lecture/settings/templates", &[("act", "delete"), ("id", &id.to_string())]).await;
    bob.visit(&begin).await.has("input[value='La recette']");
}
