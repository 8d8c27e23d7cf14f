//! Making a poll in the composer, and changing it.

use super::{LUNCH, ask, count, group, vote};
use crate::support::TestApp;

#[tokio::test]
async fn a_poll_is_made_in_the_composer_and_needs_no_other_words() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let post = ask(&app, &mut ada, "jardin", &LUNCH, &[]).await;
    for address in ["/feed".to_owned(), "/groups/jardin".to_owned(), format!("/posts/{post}")] {
        bob.visit(&address).await.sees("On mange où ?").sees("Au marché").has(".poll input[type=radio]");
        bob.sees("Aucun vote")
            .sees("Vote avec les noms")
            .sees("Les résultats paraissent quand vous avez voté");
    }
    // The text can stay empty when the post is changed, since it asks.
    ada.visit(&format!("/posts/{post}/edit")).await.fill("Titre", "Déjeuner").press("Enregistrer").await;
    ada.has_status(200).sees("Déjeuner").sees("On mange où ?");
}

#[tokio::test]
async fn more_lines_come_without_script_and_nothing_typed_is_lost() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "private", &[&ada]).await;
    ada.visit("/publish?group=jardin").await.fill("Texte", "Bonjour").fill("Question du sondage", "Quoi ?");
    ada.fill("Choix 1", "Rouge")
        .fill("Choix 4", "Vert")
        .choose("Vote anonyme")
        .press("Ajouter des lignes")
        .await;
    ada.has_status(200).has("#poll-fields[open]").has("input[name=poll-choice-8]").lacks(".errsum");
    ada.fill("Choix 8", "Bleu").press("Publier").await.sees("Votre publication est en ligne.");
    ada.sees("Quoi ?").sees("Rouge").sees("Vert").sees("Bleu").sees("Vote anonyme").sees("Bonjour");
    assert_eq!(count(&app, "select count(*) from poll_choices").await, 3);
    assert_eq!(count(&app, "select count(*) from polls where anonymous").await, 1);
}

#[tokio::test]
async fn what_is_wrong_with_a_poll_is_said_beside_its_fields() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada Martin").await;
    group(&app, "jardin", "private", &[&ada]).await;
    let past = "2020-01-01T10:00";
    let long = "x".repeat(201);
    for (fields, options, said) in [
        (vec![("Question du sondage", "Seule ?")], vec![], "Proposez au moins deux choix."),
        (vec![("Choix 1", "a"), ("Choix 2", "b")], vec![], "Écrivez la question du sondage"),
        (
            vec![("Question du sondage", "?"), ("Choix 1", "Thé"), ("Choix 2", "thé")],
            vec![],
            "Ce choix y est déjà.",
        ),
        (vec![("Choix 1", "a"), ("Date 1", "2030-01-01T10:00")], vec![], "pas les deux dans le même sondage"),
        ([&LUNCH[..], &[("Réponses au maximum", "4")]].concat(), vec![], "le maximum ne dépasse pas"),
        ([&LUNCH[..], &[("Réponses au minimum", "0")]].concat(), vec![], "Le minimum est d'au moins 1"),
        ([&LUNCH[..], &[("Réponses au maximum", "deux")]].concat(), vec![], "Le minimum est d'au moins 1"),
        ([&LUNCH[..], &[("Clôture", past)]].concat(), vec![], "Choisissez un moment à venir."),
        ([&LUNCH[..], &[("Choix 4", long.as_str())]].concat(), vec![], "200"),
        (
            LUNCH.to_vec(),
            vec!["Vote anonyme", "Les membres peuvent ajouter"],
            "les choix sont fixés au départ",
        ),
    ] {
        ada.visit("/publish?group=jardin").await;
        for (label, value) in &fields {
            ada.fill(label, value);
        }
        for words in options {
            ada.choose(words);
        }
        ada.press("Publier").await.has_status(422).has(".errsum").has("#poll-fields[open]").sees(said);
        if let Some(kept) = ada.attribute("[name=poll-choice-1]", "value") {
            let typed = fields.iter().find(|(label, _)| *label == "Choix 1").map_or("", |(_, value)| value);
            assert_eq!(kept, typed, "what was typed stays");
        }
    }
    assert_eq!(count(&app, "select count(*) from posts").await, 0);
    // What only the database takes for the same is refused too, with the text kept.
    ada.visit("/publish?group=jardin").await.fill("Texte", "Gardé").fill("Question du sondage", "?");
    ada.fill("Choix 1", "Été").fill("Choix 2", "ete").press("Publier").await;
    ada.has_status(422).sees("Ce choix y est déjà.").sees("Gardé");
}

#[tokio::test]
async fn before_the_first_vote_everything_changes_and_afterwards_only_the_end() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let post = ask(&app, &mut ada, "jardin", &LUNCH, &[]).await;
    let (page, edit) = (format!("/posts/{post}/poll"), format!("/posts/{post}/poll/edit"));
    bob.visit(&edit).await.has_status(403);
    bob.visit(&page).await.misses("Modifier le sondage").misses("Clore maintenant");
    // A form that was opened before the change does not vote for something else after it.
    bob.visit("/feed").await;
    ada.visit(&page).await.click("Modifier le sondage").await;
    ada.fill("Choix 1", "À la cale").choose("Vote anonyme").press("Enregistrer").await;
    ada.has_status(200)
        .sees("Le sondage est modifié.")
        .sees("À la cale")
        .misses("Au port")
        .sees("Vote anonyme");
    bob.choose("Au port").press("Voter").await.has_status(422).sees("Ce sondage a changé entre-temps");
    // Back to names, and a vote.
    ada.visit(&edit)
        .await
        .choose("Vote avec les noms")
        .press("Enregistrer")
        .await
        .sees("Le sondage est modifié.");
    let mut stale = ada.browser.clone();
    stale.visit(&edit).await;
    bob.visit("/feed").await.choose("À la cale").press("Voter").await.sees("Votre vote : À la cale");
    ada.visit(&edit).await.sees("Quelqu'un a déjà voté").lacks("[name=poll-question]");
    // Switching anonymity, fewer answers, other choices: refused in words, whoever still has the form.
    stale.choose("Vote anonyme").fill("Choix 2", "Autre").press("Enregistrer").await;
    stale.has_status(422).sees("Quelqu'un a déjà voté");
    assert_eq!(count(&app, "select count(*) from polls where anonymous").await, 0);
    assert_eq!(count(&app, "select count(*) from poll_choices where text = 'Autre'").await, 0);
    // The end moves, into the future only.
    ada.visit(&edit).await.fill("Clôture", "2020-01-01T10:00").press("Enregistrer").await;
    ada.has_status(422).sees("Choisissez un moment à venir.");
    ada.fill("Clôture", "2150-06-01T10:00").press("Enregistrer").await.sees("1er juin 2150 à 10 h");
}

#[tokio::test]
async fn members_add_choices_where_the_author_lets_them() {
    let app = TestApp::start().await;
    let (mut ada, mut bob) = (app.signed_in("Ada Martin").await, app.signed_in("Bob Durand").await);
    group(&app, "jardin", "private", &[&ada, &bob]).await;
    let shut = ask(&app, &mut ada, "jardin", &LUNCH, &[]).await;
    let post = ask(&app, &mut ada, "jardin", &LUNCH, &["Les membres peuvent ajouter des choix"]).await;
    bob.post(&format!("/posts/{shut}/poll/choices"), &[("new-choice", "Ailleurs")]).await.has_status(403);
    let page = format!("/posts/{post}/poll");
    bob.visit(&page).await.fill("Nouveau choix", "Sur l'île").press("Ajouter ce choix").await;
    bob.sees("Le choix est ajouté.").choose("Sur l'île").press("Voter").await.sees("Votre vote : Sur l'île");
    for (text, said) in [("sur l'ÎLE", "Ce choix y est déjà."), ("  ", "champ")] {
        bob.visit(&page).await.fill("Nouveau choix", text).press("Ajouter ce choix").await.has_status(422);
        if said != "champ" {
            bob.sees(said);
        }
    }
    for number in 5..=20 {
        let choice = format!("Choix numéro {number}");
        bob.post(&format!("{page}/choices"), &[("new-choice", &choice)]).await.has_status(200);
    }
    bob.lacks("[name=new-choice]");
    bob.post(&format!("{page}/choices"), &[("new-choice", "Un de trop")])
        .await
        .has_status(422)
        .sees("20 choix");
    assert_eq!(count(&app, "select count(*) from poll_choices where text = 'Un de trop'").await, 0);
    // The author adds one also where members may not, also after the first vote.
    vote(&mut bob, shut, &["1"]).await;
    ada.visit(&format!("/posts/{shut}/poll"))
        .await
        .fill("Nouveau choix", "Au lac")
        .press("Ajouter ce choix")
        .await;
    ada.sees("Le choix est ajouté.").sees("Au lac");
}
