//! Lists of people, from the upload to the undo: what an administrator sees, and what stays untouched.

use parvis::{features::people_import, jobs};
use rust_xlsxwriter::Workbook;

use crate::support::{TestApp, Visitor, world::Person};

const ANCHOR: &str = "/admin/people/imports";

/// Uploads a file and waits for its rows.
pub async fn upload(app: &TestApp, who: &mut Person, name: &str, bytes: Vec<u8>) {
    who.visit(ANCHOR).await.attach("Fichier", name, bytes).press("Envoyer et continuer").await;
    settle(app, who).await;
}

/// Does what waits, and looks again.
async fn settle(app: &TestApp, who: &mut Visitor) {
    jobs::run_until_empty(&app.app).await.unwrap();
    let here = list(who);
    who.visit(&here).await;
}

/// The address of the list that is shown.
fn list(who: &Visitor) -> String {
    who.page.address.split('/').take(5).collect::<Vec<_>>().join("/").split('?').next().unwrap().to_owned()
}

/// Checks the columns as proposed.
pub async fn check(app: &TestApp, who: &mut Person) {
    who.press("Vérifier sans rien écrire").await;
    settle(app, who).await;
}

/// Confirms, and waits for the end.
pub async fn confirm(app: &TestApp, who: &mut Person, button: &str) {
    who.click("Continuer vers la confirmation").await.press(button).await;
    settle(app, who).await;
}

async fn admin(app: &TestApp) -> Person {
    app.person("Zoé").with_role("administrator").signed_in().await
}

async fn field(app: &TestApp, email: &str, column: &str) -> Option<String> {
    let mut found: Vec<Option<String>> = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
        "select {column}::text from members where email = $1"
    )))
    .bind(email)
    .fetch_all(&app.app.db)
    .await
    .unwrap();
    found.pop().flatten()
}

#[tokio::test]
async fn a_french_list_is_checked_imported_and_undone() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let ada = app.signed_in("Ada").await;
    let text = "Effectifs au 1er novembre;;;;;\r\nNom;Prénom;Adresse e-mail;Téléphone;Fonction;Matricule\r\n\
        Lovelace;Ada;ADA@estuaire.test;612345678;#vide;0042\r\n\
        Œuvré;Élodie;elodie@estuaire.test;;Ingénieure;0043\r\n\
        Martin;Jean;jean@estuaire.test;;;\r\nMartin;Jean;jean.martin@estuaire.test;;;\r\n\
        Faux;Paul;paul chez estuaire;;;\r\n;;;;;\r\n";
    let file = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    upload(&app, &mut zoe, "effectifs.csv", file).await;
    zoe.sees("Que dit chaque colonne ?").sees("Adresse e-mail").sees("Œuvré");
    check(&app, &mut zoe).await;
    zoe.sees("rien n'est encore écrit")
        .sees("À créer : 3. À modifier : 1. Lignes avec une erreur, qui ne changeront rien : 1.")
        .sees(
            "Téléphone 06 12 34 56 78"
                .replace(' ', "")
                .replace("Téléphone0612345678", "Téléphone 0612345678")
                .as_str(),
        )
        .sees("Adresse e-mail, « paul chez estuaire » : ce n'est pas une adresse e-mail");
    assert_eq!(field(&app, "elodie@estuaire.test", "name").await, None, "a check writes nothing");
    zoe.click("Erreur 1").await.sees("paul chez estuaire").misses("Élodie");
    confirm(&app, &mut zoe, "Importer 4 personnes").await;
    zoe.sees("4 personnes importées");
    assert_eq!(field(&app, "elodie@estuaire.test", "name").await.as_deref(), Some("Élodie Œuvré"));
    assert_eq!(field(&app, "elodie@estuaire.test", "external_id").await.as_deref(), Some("0043"));
    assert_eq!(field(&app, &ada.email, "name").await.as_deref(), Some("Ada Lovelace"));
    assert_eq!(field(&app, &ada.email, "phone").await.as_deref(), Some("0612345678"));
    assert_eq!(field(&app, "jean.martin@estuaire.test", "handle").await.as_deref(), Some("jean.martin2"));
    let facts: i64 = sqlx::query_scalar(
        "select count(*) from activity where kind in ('person_imported', 'person_amended') and actor_id = $1",
    )
    .bind(zoe.id)
    .fetch_one(&app.app.db)
    .await
    .unwrap();
    assert_eq!(facts, 4, "a fact for each person, in the name of whoever confirmed");
    // Somebody edits one of them; the undo keeps that and says so.
    sqlx::query("update members set headline = 'Directrice' where email = 'elodie@estuaire.test'")
        .execute(&app.app.db)
        .await
        .unwrap();
    zoe.press("Annuler cette importation").await;
    settle(&app, &mut zoe).await;
    zoe.sees("L'importation est annulée")
        .sees("Une ligne a été changée par quelqu'un depuis")
        .sees("Directrice");
    assert_eq!(field(&app, "jean@estuaire.test", "name").await, None, "what the list made is gone");
    assert_eq!(field(&app, &ada.email, "name").await.as_deref(), Some("Ada"));
    assert_eq!(field(&app, &ada.email, "phone").await.as_deref(), Some(""));
    assert_eq!(field(&app, "elodie@estuaire.test", "headline").await.as_deref(), Some("Directrice"));
}

#[tokio::test]
async fn rows_that_must_not_be_are_named_with_their_reason() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let mut paul = app.person("Paul").with_role("people_administrator").signed_in().await;
    app.signed_in("Ada").await;
    app.person("Gus").external().signed_in().await;
    let text = "E-mail,Nom complet,Rôle,Statut,Groupes,Langue,Téléphone\n\
        ,Sans clé,,,,,\n\
        ada@estuaire.test,Ada,administrateur,,,,\n\
        ADA@ESTUAIRE.TEST,Ada,,,,,\n\
        ａda@estuaire.test,Ada,,,,,\n\
        zoe@estuaire.test,Zoé B,,,,,\n\
        paul@estuaire.test,Paul B,,,,,\n\
        neuf@estuaire.test,,,,,,\n\
        neuve@estuaire.test,Neuve,,suspendu,,,\n\
        gus@estuaire.test,Gus,,,Cercle inconnu,klingon,#REF!\n";
    upload(&app, &mut paul, "liste.csv", text.as_bytes().to_vec()).await;
    check(&app, &mut paul).await;
    paul.sees("cette ligne n'a ni adresse ni matricule")
        .sees("seul un administrateur peut donner des rôles")
        .sees("la même personne est déjà à la ligne 3")
        .sees("une importation ne le change jamais")
        .sees("un nom est nécessaire pour créer un compte")
        .sees("un nouveau compte est toujours actif")
        .sees("vous ne connaissez aucun groupe de ce nom")
        .sees("langue inconnue")
        .sees("la formule de cette cellule ne donne aucun résultat")
        .sees("Lignes avec une erreur, qui ne changeront rien : 9.")
        .misses("Continuer vers la confirmation");
    // The only administrator is never changed by whoever is not them.
    paul.sees("c'est le dernier administrateur");
    upload(&app, &mut zoe, "liste.csv", text.as_bytes().to_vec()).await;
    check(&app, &mut zoe).await;
    zoe.sees("c'est votre propre compte");
    confirm(&app, &mut zoe, "Importer 2 personnes").await;
    assert_eq!(field(&app, "ada@estuaire.test", "site_role").await.as_deref(), Some("administrator"));
    assert_eq!(field(&app, "paul@estuaire.test", "name").await.as_deref(), Some("Paul B"));
    assert_eq!(field(&app, "zoe@estuaire.test", "name").await.as_deref(), Some("Zoé"));
    let result = format!("{}/result/csv", list(&zoe));
    zoe.visit(&result).await.has_status(200);
    let result = String::from_utf8(zoe.page.body.to_vec()).unwrap();
    assert!(result.starts_with('\u{FEFF}') && result.contains("Modifiée, écrite"), "{result}");
}

#[tokio::test]
async fn who_loses_access_is_confirmed_twice() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let mut ada = app.signed_in("Ada").await;
    app.signed_in("Bob").await;
    let text = "Adresse e-mail;Statut\nada@estuaire.test;suspendu\nbob@estuaire.test;anonymisé\n";
    upload(&app, &mut zoe, "departs.csv", text.as_bytes().to_vec()).await;
    check(&app, &mut zoe).await;
    zoe.click("Continuer vers la confirmation").await.sees("ada@estuaire.test").sees("effacée pour toujours");
    zoe.press("Importer 2 personnes").await.has_status(422).sees("Cochez la case");
    zoe.choose("J'ai relu la liste").press("Importer 2 personnes").await;
    settle(&app, &mut zoe).await;
    zoe.sees("2 personnes importées").misses("bob@estuaire.test");
    ada.visit("/people").await.sees("Se connecter");
    assert_eq!(field(&app, "bob@estuaire.test", "name").await, None);
    zoe.press("Annuler cette importation").await;
    settle(&app, &mut zoe).await;
    zoe.sees("un compte anonymisé ou supprimé ne peut pas revenir");
    assert_eq!(field(&app, "ada@estuaire.test", "suspended_at").await, None);
}

#[tokio::test]
async fn one_list_is_written_at_a_time_and_only_as_it_was_shown() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let mut yann = app.person("Yann").with_role("administrator").signed_in().await;
    app.signed_in("Ada").await;
    let text = |place: &str| format!("Courriel\tVille\nada@estuaire.test\t{place}\n").into_bytes();
    upload(&app, &mut zoe, "a.tsv", text("Nantes")).await;
    check(&app, &mut zoe).await;
    upload(&app, &mut yann, "b.tsv", text("Rezé")).await;
    check(&app, &mut yann).await;
    zoe.click("Continuer vers la confirmation").await;
    yann.click("Continuer vers la confirmation").await;
    zoe.press("Importer une personne").await;
    yann.press("Importer une personne").await.has_status(422).sees("Une autre importation est en cours");
    settle(&app, &mut zoe).await;
    zoe.sees("Une personne importée");
    // What Yann saw is not true any more: nothing of it is written.
    yann.press("Importer une personne").await;
    settle(&app, &mut yann).await;
    yann.sees("cette personne a changé depuis la vérification").sees("Rien n'a été écrit");
    assert_eq!(field(&app, "ada@estuaire.test", "place").await.as_deref(), Some("Nantes"));
    // A file that is another one than the one that was checked.
    upload(&app, &mut zoe, "c.tsv", text("Clisson")).await;
    check(&app, &mut zoe).await;
    let id = list(&zoe).rsplit('/').next().unwrap().to_owned();
    app.app.blobs.put(&format!("uploads/{id}"), b"autre".to_vec()).await.unwrap();
    zoe.click("Continuer vers la confirmation").await.press("Importer une personne").await;
    zoe.sees("a changé depuis que vous l'avez regardée").sees("rien n'est encore écrit");
}

#[tokio::test]
async fn a_workbook_lets_choose_its_sheet_and_its_columns_and_remembers_them() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let now = app.app.clock.now();
    sqlx::query("insert into groups (id, slug, name, purpose, level, created_at) values ($1, 'tricot', 'Club tricot', 'x', 'open', $2)")
        .bind(parvis::kernel::GroupId::new(now))
        .bind(now)
        .execute(&app.app.db)
        .await
        .unwrap();
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Notice").unwrap().write(0, 0, "À lire").unwrap();
    for name in ["Salariés", "Stagiaires"] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (column, text) in (0_u16..).zip(["Contact", "Nom complet", "Équipes"]) {
            sheet.write(0, column, text).unwrap();
        }
        sheet.write(1, 0, format!("{}@estuaire.test", &name[..4].to_lowercase())).unwrap();
        sheet.write(1, 1, format!("Personne de {name}")).unwrap();
        sheet.write(1, 2, "Club Tricot").unwrap();
    }
    let file = book.save_to_buffer().unwrap();
    upload(&app, &mut zoe, "equipes.xlsx", file.clone()).await;
    zoe.sees("Personne de Salariés").press("Vérifier sans rien écrire").await.has_status(422);
    zoe.sees("Indiquez quelle colonne contient l'adresse e-mail").fill("Contact", "email");
    zoe.press("Vérifier sans rien écrire").await;
    settle(&app, &mut zoe).await;
    confirm(&app, &mut zoe, "Importer une personne").await;
    let members: i64 =
        sqlx::query_scalar("select count(*) from memberships").fetch_one(&app.app.db).await.unwrap();
    assert_eq!(members, 1, "in the group");
    upload(&app, &mut zoe, "equipes.xlsx", file).await;
    zoe.fill("Feuille", "Stagiaires").press("Lire cette feuille").await;
    settle(&app, &mut zoe).await;
    zoe.sees("Personne de Stagiaires");
    assert_eq!(zoe.attribute("#column-0 option[selected]", "value").as_deref(), Some("email"), "remembered");
}

#[tokio::test]
async fn files_that_are_no_lists_end_in_a_sentence() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    zoe.visit(ANCHOR).await.press("Envoyer et continuer").await.has_status(422).sees("Choisissez un fichier");
    upload(&app, &mut zoe, "photo.xlsx", vec![0x89, b'P', b'N', b'G', 0, 0, 1, 2]).await;
    zoe.sees("Ce fichier n'est pas un tableur").press("Supprimer ce fichier et sa vérification").await;
    zoe.sees("Le fichier est supprimé").sees("Aucune importation");
    let mut book = Workbook::new();
    book.add_worksheet().write(1_048_575, 0, "loin").unwrap();
    upload(&app, &mut zoe, "loin.xlsx", book.save_to_buffer().unwrap()).await;
    zoe.sees("à la ligne 1 048 576, colonne A");
}

#[tokio::test]
async fn lists_are_for_those_who_look_after_people() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada").await;
    let mut paul = app.person("Paul").with_role("people_administrator").signed_in().await;
    for page in ["/admin/people", ANCHOR, "/admin/people/imports/template/xlsx", "/admin/people/export/csv"] {
        ada.visit(page).await.has_status(403);
        paul.visit(page).await.has_status(200);
    }
    let nobody = "/admin/people/imports/01900000-0000-7000-8000-000000000000";
    paul.visit(nobody).await.has_status(404);
    paul.visit("/admin/people/imports/x").await.has_status(404);
}

#[tokio::test]
async fn the_command_line_checks_and_imports_in_the_name_of_an_administrator() {
    let app = TestApp::start().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.csv");
    std::fs::write(&file, "Mail;Nom complet\nlea@estuaire.test;Léa\nfaux;Faux\n").unwrap();
    let said = std::sync::Mutex::new(Vec::new());
    let say = |line: &str| said.lock().unwrap().push(line.to_owned());
    let refused = people_import::import(&app.app, &file, None, true, &say).await;
    assert!(refused.is_err(), "without an administrator");
    let zoe = admin(&app).await;
    people_import::import(&app.app, &file, None, true, &say).await.unwrap();
    assert_eq!(field(&app, "lea@estuaire.test", "name").await, None);
    people_import::import(&app.app, &file, Some(&zoe.email), false, &say).await.unwrap();
    assert_eq!(field(&app, "lea@estuaire.test", "name").await.as_deref(), Some("Léa"));
    let said = said.lock().unwrap().join("\n");
    assert!(said.contains("erreurs"), "{said}");
    assert!(said.contains("faux"), "{said}");
}

#[tokio::test]
async fn fields_of_profiles_are_filled_in_and_given_back() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    app.signed_in("Ada").await;
    sqlx::raw_sql(
        "with s as (insert into field_sections (name_fr, name_en, place) values ('Métier', 'Work', 1) returning id)
         insert into fields (key, kind, section_id, place, label_fr, label_en, visibility, created_at)
         select key, kind, s.id, 1, fr, en, 'members', now()
         from s, (values ('expertises', 'tags', 'Expertises', 'Skills'), ('entree', 'date', 'Date d''entrée', 'Start')) as f (key, kind, fr, en)",
    )
    .execute(&app.app.db)
    .await
    .unwrap();
    let count = async || -> i64 {
        sqlx::query_scalar("select count(*) from field_values").fetch_one(&app.app.db).await.unwrap()
    };
    let text = "Adresse e-mail;Nom complet;Expertises;Date d'entrée\nada@estuaire.test;;Rust, SQL;12/03/2019\n\
        neuve@estuaire.test;Neuve;SQL;2020-01-02\nfausse@estuaire.test;Fausse;;le 40 mars\n";
    upload(&app, &mut zoe, "metiers.csv", text.as_bytes().to_vec()).await;
    check(&app, &mut zoe).await;
    zoe.sees("Expertises Rust, SQL").sees("« le 40 mars »");
    confirm(&app, &mut zoe, "Importer 2 personnes").await;
    assert_eq!(count().await, 5, "three tags and two days");
    let first = list(&zoe);
    upload(&app, &mut zoe, "metiers.csv", text.as_bytes().to_vec()).await;
    check(&app, &mut zoe).await;
    zoe.sees("À créer : 0. À modifier : 0.");
    zoe.visit("/admin/people/export/csv").await;
    assert!(zoe.page.html().contains("Rust"), "{}", zoe.page.html());
    zoe.visit(&first).await.press("Annuler cette importation").await;
    settle(&app, &mut zoe).await;
    zoe.sees("L'importation est annulée");
    assert_eq!(count().await, 0);
}

#[tokio::test]
async fn a_check_says_which_people_nobody_will_find() {
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    app.signed_in("Ada").await;
    for email in ["a", "b"] {
        sqlx::query("insert into members (id, handle, name, email, created_at) values (gen_random_uuid(), $1, 'Jean Martin', $1 || '@estuaire.test', now())")
            .bind(email)
            .execute(&app.app.db)
            .await
            .unwrap();
    }
    sqlx::raw_sql(
        "with s as (insert into field_sections (name_fr, name_en, place) values ('Métier', 'Work', 1) returning id)
         insert into fields (key, kind, section_id, place, label_fr, label_en, visibility, created_at)
         select 'chef', 'person', s.id, 1, 'Responsable', 'Manager', 'members', now() from s",
    )
    .execute(&app.app.db)
    .await
    .unwrap();
    let text = "Adresse e-mail;Nom complet;Responsable\nneuve@estuaire.test;Neuve;Ada\n\
        neuf@estuaire.test;Neuf;Neuve\nseul@estuaire.test;Seul;Inconnue Totale\n\
        double@estuaire.test;Double;Jean Martin\nada@estuaire.test;;@ada\n";
    upload(&app, &mut zoe, "equipe.csv", text.as_bytes().to_vec()).await;
    check(&app, &mut zoe).await;
    zoe.sees("À créer : 2. À modifier : 0. Lignes avec une erreur, qui ne changeront rien : 3.")
        .sees("Personne ne s'appelle « Inconnue Totale »")
        .sees("Plusieurs personnes s'appellent « Jean Martin »")
        .sees("Choisissez une autre personne que celle dont c'est le profil");
    confirm(&app, &mut zoe, "Importer 2 personnes").await;
    zoe.sees("2 personnes importées");
    let named: i64 = sqlx::query_scalar("select count(*) from field_values where person_id is not null")
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    assert_eq!(named, 2, "one names somebody of the same list");
}

#[tokio::test]
async fn photos_come_in_an_archive_named_after_addresses() {
    use std::io::Write as _;
    let app = TestApp::start().await;
    let mut zoe = admin(&app).await;
    let ada = app.signed_in("Ada").await;
    let mut photo = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(400, 400).write_to(&mut photo, image::ImageFormat::Png).unwrap();
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, bytes) in [
        ("photos/Ada@estuaire.test.png", photo.get_ref().as_slice()),
        ("inconnue@estuaire.test.png", photo.get_ref()),
        ("zoe@estuaire.test.jpg", photo.get_ref()),
        ("__MACOSX/._Ada", b"x"),
    ] {
        zip.start_file(name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    let file = zip.finish().unwrap().into_inner();
    zoe.visit(ANCHOR).await.attach("Archive de photos", "photos.zip", file).press("Envoyer les photos").await;
    settle(&app, &mut zoe).await;
    zoe.sees("Une personne importée").sees("personne n'a cette adresse").sees("c'est votre propre compte");
    let shown: Option<uuid::Uuid> = sqlx::query_scalar("select photo_version from members where id = $1")
        .bind(ada.id)
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    assert!(shown.is_some());
    zoe.visit(ANCHOR)
        .await
        .attach("Archive de photos", "rien.zip", vec![1, 2, 3])
        .press("Envoyer les photos")
        .await;
    settle(&app, &mut zoe).await;
    zoe.sees("ce fichier n'est pas une archive .zip lisible").misses("Annuler cette importation");
}
