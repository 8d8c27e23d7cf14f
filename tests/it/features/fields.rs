//! Fields of profiles: what can be put into them, who reads them, who fills them in.

use parvis::{
    authz::{self, DefineFields, EditProfile, FillProfiles, standing::MemberPath, standing::NoPath},
    features::fields::{
        self, Changed, FieldId, Fields, Given, Kind, NewField, Refused, SectionId, Visibility, Wrong, verbs,
    },
    i18n::Locale,
    kernel::{Failure, MemberId},
};

use crate::support::{TestApp, world::Person};

/// Someone who may define fields.
pub(super) async fn administrator(app: &TestApp) -> Person {
    app.person("Alice Admin").with_role("administrator").signed_in().await
}

pub(super) async fn section(app: &TestApp, root: &Person) -> SectionId {
    let actor = app.actor(root.id).await;
    let mut tx = app.tx(root.id).await;
    let permit = authz::permit::<DefineFields>(tx.db(), &actor, NoPath {}).await.unwrap();
    let name = fields::Bilingual { fr: "Parcours".to_owned(), en: "Career".to_owned() };
    let id = verbs::add_section(&mut tx, &permit, &name).await.unwrap();
    tx.commit().await.unwrap();
    id
}

pub(super) async fn define(app: &TestApp, root: &Person, new: &NewField) -> FieldId {
    let actor = app.actor(root.id).await;
    let mut tx = app.tx(root.id).await;
    let permit = authz::permit::<DefineFields>(tx.db(), &actor, NoPath {}).await.unwrap();
    let id = verbs::define(&mut tx, &permit, new).await.unwrap();
    tx.commit().await.unwrap();
    id
}

pub(super) async fn all(app: &TestApp) -> Fields {
    fields::all(&mut app.app.db.acquire().await.unwrap()).await.unwrap()
}

/// What an import does with one cell.
pub(super) async fn fill(
    app: &TestApp,
    root: &Person,
    member: MemberId,
    field: FieldId,
    typed: &str,
) -> Result<Vec<Changed>, Wrong> {
    let fields = all(app).await;
    let given = fields.get(field).unwrap().read(&[typed])?;
    put(app, root, member, &fields, field, given).await
}

async fn put(
    app: &TestApp,
    root: &Person,
    member: MemberId,
    fields: &Fields,
    field: FieldId,
    given: Given,
) -> Result<Vec<Changed>, Wrong> {
    let actor = app.actor(root.id).await;
    let mut tx = app.tx(root.id).await;
    let permit = authz::permit::<FillProfiles>(tx.db(), &actor, NoPath {}).await.unwrap();
    match verbs::set_values(&mut tx, &permit, member, fields, &[(field, given)]).await {
        Ok(changed) => {
            tx.commit().await.unwrap();
            Ok(changed)
        }
        Err(Failure::Refused(Refused { why, .. })) => {
            tx.abandon().await.unwrap();
            Err(why)
        }
        Err(Failure::Fault(fault)) => panic!("{fault}"),
    }
}

/// What somebody reads in a field of somebody.
async fn reads(app: &TestApp, viewer: &Person, of: MemberId, field: FieldId) -> Option<String> {
    let viewer = app.actor(viewer.id).await.viewer();
    let mut db = app.app.db.acquire().await.unwrap();
    let values = fields::values(&mut db, viewer, &[of]).await.unwrap();
    let (_, value) = values.get(&of)?.iter().find(|(id, _)| *id == field)?;
    Some(value.words(Locale::Fr))
}

#[tokio::test]
async fn every_kind_takes_what_people_write_and_refuses_the_rest_in_words() {
    let app = TestApp::start().await;
    let (root, ada) = (administrator(&app).await, app.signed_in("Ada Lovelace").await);
    let section = section(&app, &root).await;
    let listed = [("Économie", "Economy"), ("Énergie", "Energy")];
    for (kind, typed, read, bad) in [
        (Kind::Text, " Dreal  Pays de la Loire ", "Dreal Pays de la Loire", "x".repeat(121)),
        (Kind::LongText, "Un\r\ndeux", "Un\ndeux", "x".repeat(4_001)),
        (Kind::Choice, "energie", "Énergie", "Poésie".to_owned()),
        (Kind::Choices, "ENERGY; économie", "Énergie, Économie", "Énergie; Poésie".to_owned()),
        (Kind::Tags, "#vélo, Soudure; soudure", "vélo, Soudure", "x".repeat(121)),
        (Kind::Date, "01/02/1984", "1er février 1984", "31/02/1984".to_owned()),
        (Kind::Phone, "02 40 00 00 00", "02 40 00 00 00", "demain".to_owned()),
        (Kind::Link, "exemple.fr/moi", "https://exemple.fr/moi", "javascript:alert(1)".to_owned()),
        (Kind::Mail, "Ada@Exemple.FR", "ada@exemple.fr", "ada".to_owned()),
        (Kind::Place, "Saint-Nazaire", "Saint-Nazaire", "x".repeat(121)),
        (Kind::Person, "@alice.admin", "Alice Admin", "Zoé Personne".to_owned()),
        (Kind::YesNo, "x", "Oui", "peut-être".to_owned()),
    ] {
        let mut new = NewField::new(kind, section, &format!("Champ {}", kind.as_str()), "Field");
        if kind.has_list() {
            new = new.listing(&listed);
        }
        let field = define(&app, &root, &new).await;
        fill(&app, &root, ada.id, field, typed).await.unwrap();
        assert_eq!(
            reads(&app, &ada, ada.id, field).await.as_deref().map(crate::support::visitor::fold),
            Some(crate::support::visitor::fold(read)),
            "{kind:?}"
        );
        let wrong = fill(&app, &root, ada.id, field, &bad).await.expect_err(kind.as_str());
        let (fr, en) = (wrong.words(Locale::Fr.t()), wrong.words(Locale::En.t()));
        assert!(!fr.is_empty() && fr != en, "{fr} / {en}");
        assert!(
            fill(&app, &root, ada.id, field, typed).await.unwrap().is_empty(),
            "nothing changes twice: {kind:?}"
        );
        let erased = fill(&app, &root, ada.id, field, " ").await.unwrap();
        assert_eq!(erased[0].after, Given::Nothing);
        // What an undo does.
        let fields = all(&app).await;
        put(&app, &root, ada.id, &fields, field, erased[0].before.clone()).await.unwrap();
        assert!(reads(&app, &ada, ada.id, field).await.is_some(), "{kind:?} comes back");
    }
    let facts: i64 = sqlx::query_scalar("select count(*) from activity where kind = 'fields_filled'")
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    assert_eq!(facts, 36);
}

#[tokio::test]
async fn each_reads_what_is_meant_for_them() {
    let app = TestApp::start().await;
    let (root, ada, bob, eve) = (
        administrator(&app).await,
        app.signed_in("Ada").await,
        app.signed_in("Bob").await,
        app.signed_in("Eve").await,
    );
    let guest = app.person("Gus").external().signed_in().await;
    let (group, _) = app.group(&ada, "Jardin", authz::Level::Private).await;
    app.belongs(group, bob.id, "member").await;
    app.belongs(group, guest.id, "guest").await;
    let section = section(&app, &root).await;
    for (visibility, readers) in [
        (Visibility::Guests, ["Ada", "Alice Admin", "Bob", "Eve", "Gus"].as_slice()),
        (Visibility::Members, &["Ada", "Alice Admin", "Bob", "Eve"]),
        (Visibility::Groups, &["Ada", "Alice Admin", "Bob"]),
        (Visibility::Administrators, &["Ada", "Alice Admin"]),
    ] {
        let new = NewField { visibility, ..NewField::new(Kind::Text, section, visibility.as_str(), "Field") };
        let field = define(&app, &root, &new).await;
        fill(&app, &root, ada.id, field, "Bonjour").await.unwrap();
        let mut found = Vec::new();
        for person in [&ada, &root, &bob, &eve, &guest] {
            if reads(&app, person, ada.id, field).await.is_some() {
                found.push(person.name.as_str());
            }
        }
        found.sort_unstable();
        assert_eq!(found, readers, "{visibility:?}");
    }
    // Someone outside the guest's groups is nobody, in every field.
    let field = all(&app).await.fields[0].id;
    fill(&app, &root, eve.id, field, "Bonsoir").await.unwrap();
    assert!(reads(&app, &guest, eve.id, field).await.is_none());
    // Nor does a name lead a guest to somebody they do not know.
    let person = define(
        &app,
        &root,
        &NewField {
            visibility: Visibility::Guests,
            ..NewField::new(Kind::Person, section, "Référent", "Contact")
        },
    )
    .await;
    fill(&app, &root, ada.id, person, "Eve").await.unwrap();
    assert!(reads(&app, &guest, ada.id, person).await.is_none());
    assert_eq!(reads(&app, &bob, ada.id, person).await.as_deref(), Some("Eve"));
}

#[tokio::test]
async fn the_organisation_chart_never_turns_in_circles() {
    let app = TestApp::start().await;
    let (root, ada, bob, eve) = (
        administrator(&app).await,
        app.signed_in("Ada").await,
        app.signed_in("Bob").await,
        app.signed_in("Eve").await,
    );
    let section = section(&app, &root).await;
    let new = NewField { charts: true, ..NewField::new(Kind::Person, section, "Responsable", "Manager") };
    let manager = define(&app, &root, &new).await;
    fill(&app, &root, ada.id, manager, "Bob").await.unwrap();
    fill(&app, &root, bob.id, manager, "Eve").await.unwrap();
    assert_eq!(fill(&app, &root, ada.id, manager, "Ada").await, Err(Wrong::Oneself));
    assert_eq!(fill(&app, &root, eve.id, manager, "Ada").await, Err(Wrong::Circle));
    let (a, b) = tokio::join!(
        fill(&app, &root, root.id, manager, "Ada"),
        fill(&app, &root, eve.id, manager, "@alice.admin")
    );
    assert!(a.is_ok() != b.is_ok(), "of two halves of a circle one is refused: {a:?} {b:?}");
}

#[tokio::test]
async fn people_fill_in_only_what_is_theirs() {
    let app = TestApp::start().await;
    let (root, ada) = (administrator(&app).await, app.signed_in("Ada").await);
    let section = section(&app, &root).await;
    let number = define(
        &app,
        &root,
        &NewField { by_member: false, ..NewField::new(Kind::Text, section, "Matricule", "Number") },
    )
    .await;
    let site = define(
        &app,
        &root,
        &NewField { required: true, ..NewField::new(Kind::Text, section, "Site", "Site") },
    )
    .await;
    let fields = all(&app).await;
    let actor = app.actor(ada.id).await;
    for (field, given, expected) in [
        (number, Given::Text("12".to_owned()), Some(Wrong::NotYours)),
        (site, Given::Nothing, Some(Wrong::Missing)),
        (FieldId(9_999), Given::Nothing, Some(Wrong::NoField)),
        (site, Given::Text("Nantes".to_owned()), None),
    ] {
        let mut tx = app.tx(ada.id).await;
        let permit =
            authz::permit::<EditProfile>(tx.db(), &actor, MemberPath { member: ada.id }).await.unwrap();
        let done = verbs::set_own_values(&mut tx, &permit, &fields, &[(field, given)]).await;
        match (done, expected) {
            (Ok(_), None) => tx.commit().await.unwrap(),
            (Err(Failure::Refused(no)), Some(why)) => {
                assert_eq!(no.why, why);
                tx.abandon().await.unwrap();
            }
            (done, expected) => panic!("{done:?} instead of {expected:?}"),
        }
    }
    // Whoever looks after nobody cannot fill in others.
    assert!(
        authz::permit::<FillProfiles>(&mut app.app.db.acquire().await.unwrap(), &actor, NoPath {})
            .await
            .is_err()
    );
    assert!(matches!(fill(&app, &root, ada.id, number, "007").await.as_deref(), Ok([_])));
    assert_eq!(reads(&app, &ada, ada.id, number).await.as_deref(), Some("007"), "leading zeros stay");
}

#[tokio::test]
async fn an_administrator_makes_a_list_and_members_choose_from_it() {
    let app = TestApp::start().await;
    let (mut root, mut ada, mut eve) =
        (administrator(&app).await, app.signed_in("Ada").await, app.signed_in("Eve").await);
    ada.visit("/admin/fields").await.has_status(403);
    root.visit("/admin/fields").await.sees("Aucun champ pour le moment").click("Nouveau champ").await;
    root.fill("Nom du champ en français", "Métier").choose("Liste, une réponse").choose("Obligatoire");
    root.press("Enregistrer").await.has_status(422);
    root.sees("Dites pourquoi ce champ est obligatoire")
        .sees("Une liste a besoin d'au moins une valeur")
        .sees("donnez un nom à la nouvelle")
        .has(".errsum a[href='#f-reason_fr']");
    root.fill("Pourquoi cette question, en français", "Pour vous orienter.")
        .fill("Valeurs de la liste à ajouter", "Artisane | Craftswoman\nMaraîchère")
        .fill("Nom de la rubrique en français", "Parcours")
        .choose("Obligatoire")
        .choose("Rempli par les membres")
        .choose("Filtre de l'annuaire");
    root.press("Voir l'aperçu").await.sees("Aperçu de ce champ").sees("Artisane").sees("Pour vous orienter.");
    root.press("Enregistrer")
        .await
        .sees("Le champ est enregistré")
        .sees("Métier")
        .sees("rempli par personne");
    root.visit("/admin/fields/preview").await.sees("Parcours").sees("Métier").has("select");

    let own = format!("/people/{}", ada.id);
    ada.visit(&format!("{own}/edit")).await.sees("Parcours").press("Enregistrer").await.has_status(422);
    ada.sees("Ce champ est obligatoire");
    let field = all(&app).await.fields[0].clone();
    let maker = format!("#{}", field.terms[0].id);
    ada.post(&format!("{own}/edit"), &[("headline", "Je cuis"), (&field.input(), &maker)]).await;
    eve.visit(&own).await.sees("Parcours").sees("Artisane").sees("Je cuis");
    root.visit("/admin/fields").await.sees("rempli par 1 personne").click("Métier").await;
    root.press("Archiver ce champ").await.sees("Le champ est archivé").sees("Champs archivés");
    eve.visit(&own).await.misses("Artisane");
    root.press("Rétablir").await;
    eve.visit(&own).await.sees("Artisane");
}

#[tokio::test]
async fn a_filter_never_counts_what_some_may_not_read() {
    let app = TestApp::start().await;
    let mut root = administrator(&app).await;
    root.visit("/admin/fields/new").await;
    root.fill("Nom du champ en français", "Santé").choose("Oui ou non").choose("Filtre de l'annuaire");
    root.choose("Administrateurs").fill("Nom de la rubrique en français", "Interne");
    root.press("Enregistrer").await.has_status(422).sees("Un filtre compte les réponses de tous");
    root.visit("/admin/fields/999").await.has_status(404);
    root.visit("/admin/fields/x").await.has_status(404);
}

#[tokio::test]
async fn a_chart_shows_who_stands_where() {
    let app = TestApp::start().await;
    let (root, ada, bob, mut eve) = (
        administrator(&app).await,
        app.signed_in("Ada").await,
        app.signed_in("Bob").await,
        app.signed_in("Eve").await,
    );
    eve.visit("/people/chart").await.has_status(404);
    let section = section(&app, &root).await;
    let new = NewField { charts: true, ..NewField::new(Kind::Person, section, "Responsable", "Manager") };
    let manager = define(&app, &root, &new).await;
    eve.visit("/people/chart").await.sees("Personne n'a encore indiqué son responsable");
    fill(&app, &root, ada.id, manager, "Bob").await.unwrap();
    fill(&app, &root, bob.id, manager, "@alice.admin").await.unwrap();
    eve.visit("/people/chart").await.has(".orgtree .orgtree .orgtree").sees("Alice Admin").sees("Ada");
    eve.visit(&format!("/people/{}/chart", bob.id))
        .await
        .has(".is-here")
        .sees("Alice Admin")
        .sees("Ada")
        .misses("Eve");
    eve.visit(&format!("/people/{}", bob.id)).await.sees("Responsable").sees("Équipe").sees("Ada");
}

#[tokio::test]
async fn new_people_answer_first_and_others_are_reminded() {
    let app = TestApp::start().await;
    let (root, mut ada, mut eve) =
        (administrator(&app).await, app.signed_in("Ada").await, app.signed_in("Eve").await);
    let section = section(&app, &root).await;
    ada.visit("/feed").await.lacks(".banner");
    ada.visit("/welcome").await.lacks("form[action='/welcome']");
    let list =
        NewField { required: true, opens: true, ..NewField::new(Kind::Choice, section, "Vide", "Empty") };
    define(&app, &root, &NewField { opens: false, ..list }).await;
    ada.visit("/feed").await.lacks(".banner");
    let site = NewField { required: true, ..NewField::new(Kind::Text, section, "Site", "Site") };
    let site = define(&app, &root, &site).await;
    // Ada was there before: a banner, and nothing closed.
    ada.visit("/feed").await.sees("Une réponse nécessaire manque").click("Compléter").await.sees("Plus tard");
    ada.press("Continuer").await.has_status(422).sees("Ce champ est obligatoire");
    ada.fill("Site", "Nantes").press("Continuer").await.sees("Merci, c'est complet").lacks(".banner");
    // Eve has just arrived: the gate stands before every page but her account's.
    sqlx::query("update members set gate_since = now() where id = $1")
        .bind(eve.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    eve.visit("/feed").await.sees("Encore un instant").misses("Plus tard");
    eve.visit("/groups").await.sees("Encore un instant");
    eve.visit("/settings").await.misses("Encore un instant");
    eve.visit("/feed").await.fill("Site", "Rezé").press("Continuer").await.sees("Merci, c'est complet");
    eve.visit("/groups").await.misses("Encore un instant");
    // What is no longer required holds nobody.
    sqlx::query("update members set gate_since = now() where id = $1")
        .bind(eve.id)
        .execute(&app.app.db)
        .await
        .unwrap();
    fill(&app, &root, eve.id, site, "").await.unwrap();
    eve.visit("/feed").await.sees("Encore un instant");
    let actor = app.actor(root.id).await;
    let mut tx = app.tx(root.id).await;
    let permit = authz::permit::<DefineFields>(tx.db(), &actor, NoPath {}).await.unwrap();
    verbs::archive(&mut tx, &permit, site).await.unwrap();
    tx.commit().await.unwrap();
    eve.visit("/feed").await.misses("Encore un instant");
}
