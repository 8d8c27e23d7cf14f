//! Coming in, going out, signing up, a new password, one's settings: through the front door, refusals beside them.

use axum::http::{Method, StatusCode};
use chrono::TimeDelta;
use parvis::{
    authz::SiteRole,
    db::Tx,
    features::accounts::{self, Door, Name, NewAccount, verbs},
    kernel::{EmailAddress, MemberId, Password},
};

use crate::support::{TestApp, Visitor};

pub const PASSWORD: &str = "la mer est calme";

/// An account with a password, made as the command line makes one.
pub async fn account(app: &TestApp, name: &str, email: &str) -> MemberId {
    let new = NewAccount {
        name: Name::parse(name).unwrap(),
        email: EmailAddress::parse(email).unwrap(),
        password: Some(accounts::hash(&Password::choose(PASSWORD).unwrap()).await.unwrap()),
        locale: app.app.config.locale,
        time_zone: app.app.config.time_zone,
        external: false,
        site_role: SiteRole::Member,
    };
    let mut tx =
        Tx::begin(&app.app.db, None, "test", app.app.clock.now(), app.app.signal.clone()).await.unwrap();
    let member = verbs::register(&mut tx, &new, &Door::command_line()).await.unwrap();
    tx.commit().await.unwrap();
    member
}

pub async fn sign_in(visitor: &mut Visitor, email: &str, password: &str) {
    visitor.post("/sign-in", &[("email", email), ("password", password), ("next", "/settings")]).await;
}

/// The last letter to an address, and the link in it.
pub async fn link(app: &TestApp, to: &str, path: &str) -> String {
    let text: String = sqlx::query_scalar("select text_body from letters where to_address = $1 and text_body like $2 order by written_at desc, id desc limit 1")
        .bind(to)
        .bind(format!("%/{path}/%"))
        .fetch_one(&app.app.db)
        .await
        .unwrap();
    let start = text.find(&format!("/{path}/")).unwrap();
    text[start..].chars().take_while(|c| !c.is_whitespace()).collect()
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&app.app.db).await.unwrap()
}

#[tokio::test]
async fn signing_in_and_out() {
    let app = TestApp::start().await;
    account(&app, "Ada Martin", "ada@estuaire.test").await;
    let mut ada = app.visitor();
    ada.visit("/settings").await.sees("Se connecter");
    ada.fill("Adresse e-mail", "Ada@Estuaire.test").fill("Mot de passe", "pas le bon");
    ada.press("Se connecter").await.has_status(422).sees("n'est pas le bon");
    assert_eq!(ada.attribute("input[name='email']", "value").as_deref(), Some("Ada@Estuaire.test"));
    ada.fill("Mot de passe", PASSWORD);
    ada.press("Se connecter").await.has_status(200).sees("Paramètres");
    let mut copy = ada.clone();
    ada.post("/sign-out", &[]).await;
    ada.visit("/settings").await.sees("Se connecter");
    copy.visit("/settings").await.sees("Mot de passe oublié");
}

#[tokio::test]
async fn an_unknown_address_gets_the_answer_of_a_wrong_password() {
    let app = TestApp::start().await;
    account(&app, "Ada Martin", "ada@estuaire.test").await;
    let mut texts = Vec::new();
    for email in ["ada@estuaire.test", "bob@estuaire.test"] {
        let mut visitor = app.visitor();
        sign_in(&mut visitor, email, "pas le bon").await;
        texts.push((visitor.page.status, visitor.page.text().replace(email, "")));
    }
    assert_eq!(texts[0].0, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(texts[0], texts[1]);
}

#[tokio::test]
async fn only_addresses_of_the_site_are_gone_back_to() {
    let app = TestApp::start().await;
    account(&app, "Ada Martin", "ada@estuaire.test").await;
    for next in ["//evil.test", "https://evil.test/", "/\\evil.test"] {
        let mut visitor = app.visitor();
        let body = format!(
            "email=ada@estuaire.test&password=la+mer+est+calme&next={}",
            next.replace('\\', "%5C").replace('/', "%2F")
        );
        let form = [("content-type", "application/x-www-form-urlencoded")];
        visitor.send(Method::POST, "/sign-in", &form, body.into_bytes()).await.has_status(303);
        assert_eq!(visitor.page.headers["location"], "/feed", "{next}");
    }
}

#[tokio::test]
async fn a_planted_session_is_not_the_one_that_is_signed_in() {
    let app = TestApp::start().await;
    account(&app, "Ada Martin", "ada@estuaire.test").await;
    let planted = app.signed_in("Bob").await.browser;
    let id = planted.cookie("session").unwrap().to_owned();
    let mut ada = app.visitor();
    ada.set_cookie("session", &id);
    sign_in(&mut ada, "ada@estuaire.test", PASSWORD).await;
    assert_ne!(ada.cookie("session"), Some(id.as_str()));
    let mut old = app.visitor();
    old.set_cookie("session", &id);
    old.visit("/settings").await.sees("Mot de passe oublié");
}

#[tokio::test]
async fn wrong_passwords_are_slowed_down_and_forgiven_with_time() {
    let app = TestApp::start().await;
    account(&app, "Ada Martin", "ada@estuaire.test").await;
    let mut visitor = app.visitor();
    for _ in 0..10 {
        sign_in(&mut visitor, "ada@estuaire.test", "pas le bon").await;
        visitor.has_status(422);
    }
    sign_in(&mut visitor, "ada@estuaire.test", PASSWORD).await;
    visitor.has_status(429).sees("Trop d'essais").sees("15 minutes");
    app.clock.advance(TimeDelta::minutes(16));
    sign_in(&mut visitor, "ada@estuaire.test", PASSWORD).await;
    visitor.has_status(200).sees("Paramètres");
}

#[tokio::test]
async fn only_the_right_password_hears_of_a_suspension() {
    let app = TestApp::start().await;
    let ada = account(&app, "Ada Martin", "ada@estuaire.test").await;
    sqlx::query("update members set suspended_at = now() where id = $1")
        .bind(ada)
        .execute(&app.app.db)
        .await
        .unwrap();
    let mut visitor = app.visitor();
    sign_in(&mut visitor, "ada@estuaire.test", "pas le bon").await;
    visitor.has_status(422).misses("suspendu");
    sign_in(&mut visitor, "ada@estuaire.test", PASSWORD).await;
    visitor.has_status(422).sees("suspendu");
}

#[tokio::test]
async fn an_administrator_invites_and_someone_comes() {
    let app = TestApp::start().await;
    let mut admin = app.person("Clémence Le Goff").with_role("administrator").signed_in().await;
    admin
        .visit("/admin/invitations")
        .await
        .press("Créer l'invitation")
        .await
        .has_status(200)
        .sees("Copiez le lien maintenant");
    let link = admin.attribute("copy-link button", "value").unwrap();
    let path = link.strip_prefix("http://parvis.test").unwrap().to_owned();
    let mut elodie = app.visitor();
    elodie.visit(&path).await.sees("Clémence Le Goff vous invite");
    elodie
        .fill("Prénom et nom", "Élodie Œuvré")
        .fill("Adresse e-mail", "elodie@estuaire.test")
        .fill("Mot de passe", "azerty123");
    elodie.press("Créer mon compte").await.has_status(422).sees("trop connu");
    elodie.fill("Mot de passe", PASSWORD);
    elodie.press("Créer mon compte").await;
    elodie.visit("/settings").await.has_status(200).has("input[value='Élodie Œuvré']");
    assert_eq!(
        count(&app, "select count(*) from members where handle = 'elodie.oeuvre' and not external").await,
        1
    );
    let fields = [("name", "Zoé"), ("email", "zoe@estuaire.test"), ("password", PASSWORD)];
    app.visitor().post(&path, &fields).await.has_status(404).sees("n'est plus valable");
    assert_eq!(count(&app, "select count(*) from members").await, 2);
}

#[tokio::test]
async fn members_cannot_invite_to_the_platform() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada").await;
    ada.visit("/admin/invitations").await.has_status(403);
    ada.post("/admin/invitations", &[("kind", "member"), ("uses", "1")]).await.has_status(403);
    assert_eq!(count(&app, "select count(*) from invitations").await, 0);
}

#[tokio::test]
async fn an_invitation_is_judged_where_the_account_is_made() {
    let app = TestApp::start().await;
    let mut admin = app.person("Clémence").with_role("people_administrator").signed_in().await;
    let fields = [("name", "Zoé"), ("email", "zoe@estuaire.test"), ("password", PASSWORD)];
    admin.visit("/admin/invitations").await.press("Créer l'invitation").await;
    let path = admin.attribute("copy-link button", "value").unwrap().replace("http://parvis.test", "");
    admin.press("Retirer Lien").await.sees("retirée");
    app.visitor().post(&path, &fields).await.has_status(404);
    admin
        .visit("/admin/invitations")
        .await
        .fill("Adresse e-mail", "ada@estuaire.test")
        .press("Créer l'invitation")
        .await;
    let bound = link(&app, "ada@estuaire.test", "join").await;
    let mut bob = app.signed_in("Bob").await;
    bob.visit(&bound).await.has_status(404).sees("autre adresse");
    app.clock.advance(TimeDelta::days(29));
    app.visitor().post(&bound, &fields).await.has_status(404);
    assert_eq!(count(&app, "select count(*) from members where name = 'Zoé'").await, 0);
}

#[tokio::test]
async fn an_invitation_for_an_address_makes_an_account_with_that_address() {
    let app = TestApp::start().await;
    let mut admin = app.person("Clémence").with_role("administrator").signed_in().await;
    admin
        .visit("/admin/invitations")
        .await
        .fill("Adresse e-mail", "ada@estuaire.test")
        .press("Créer l'invitation")
        .await;
    let bound = link(&app, "ada@estuaire.test", "join").await;
    let fields = [("name", "Ada"), ("email", "evil@estuaire.test"), ("password", PASSWORD)];
    app.visitor().post(&bound, &fields).await;
    assert_eq!(count(&app, "select count(*) from members where email = 'ada@estuaire.test'").await, 1);
    assert_eq!(count(&app, "select count(*) from members where email = 'evil@estuaire.test'").await, 0);
}

#[tokio::test]
async fn where_letters_leave_an_open_link_tells_nobody_who_has_an_account() {
    let app = TestApp::start_with(&[("PARVIS_SMTP_URL", "smtp://127.0.0.1:1")]).await;
    account(&app, "Ada Martin", "ada@estuaire.test").await;
    let mut admin = app.person("Clémence").with_role("administrator").signed_in().await;
    admin.visit("/admin/invitations").await.press("Créer l'invitation").await;
    let path = admin.attribute("copy-link button", "value").unwrap().replace("http://parvis.test", "");
    let mut texts = Vec::new();
    for email in ["ada@estuaire.test", "zoe@estuaire.test"] {
        let mut visitor = app.visitor();
        visitor.visit(&path).await.lacks("input[type='password']").fill("Adresse e-mail", email);
        visitor.press("Continuer").await.has_status(200);
        texts.push(visitor.page.text());
    }
    assert_eq!(texts[0], texts[1]);
    let own = link(&app, "zoe@estuaire.test", "join").await;
    let mut zoe = app.visitor();
    zoe.visit(&own)
        .await
        .fill("Prénom et nom", "Zoé")
        .fill("Mot de passe", PASSWORD)
        .press("Créer mon compte")
        .await;
    zoe.visit("/settings").await.has_status(200).sees("Paramètres");
    assert_eq!(count(&app, "select count(*) from members where email = 'zoe@estuaire.test'").await, 1);
}

#[tokio::test]
async fn a_lost_password_is_replaced_once_and_ends_all_sessions() {
    let app = TestApp::start().await;
    account(&app, "Ada Martin", "ada@estuaire.test").await;
    let mut signed_in = app.visitor();
    sign_in(&mut signed_in, "ada@estuaire.test", PASSWORD).await;
    signed_in.sees("Paramètres");
    let mut texts = Vec::new();
    for email in ["ada@estuaire.test", "bob@estuaire.test"] {
        let mut visitor = app.visitor();
        visitor
            .visit("/reset")
            .await
            .fill("Adresse e-mail", email)
            .press("Envoyer le lien")
            .await
            .has_status(200);
        texts.push(visitor.page.text());
    }
    assert_eq!(texts[0], texts[1]);
    let reset = link(&app, "ada@estuaire.test", "reset").await;
    let posts = (0..20).map(|_| {
        let (mut visitor, reset) = (app.visitor(), reset.clone());
        async move {
            let form = [("content-type", "application/x-www-form-urlencoded")];
            visitor.send(Method::POST, &reset, &form, b"password=le+vent+se+leve".to_vec()).await.page.status
        }
    });
    let statuses = futures_of(posts).await;
    assert_eq!(statuses.iter().filter(|status| **status == StatusCode::SEE_OTHER).count(), 1, "{statuses:?}");
    signed_in.visit("/settings").await.sees("Mot de passe oublié");
    let mut again = app.visitor();
    again.visit(&reset).await.has_status(404);
    sign_in(&mut again, "ada@estuaire.test", "le vent se leve").await;
    again.has_status(200).sees("Paramètres");
    assert_eq!(count(&app, "select count(*) from letters where kind = 'password_changed'").await, 1);
}

/// All of them at the same time.
async fn futures_of<F: Future<Output = StatusCode> + Send + 'static>(
    all: impl Iterator<Item = F>,
) -> Vec<StatusCode> {
    let mut set = tokio::task::JoinSet::new();
    for one in all {
        set.spawn(one);
    }
    set.join_all().await
}

#[tokio::test]
async fn a_reset_takes_exactly_one_address_and_its_link_the_configured_origin() {
    let app = TestApp::start().await;
    account(&app, "Ada Martin", "ada@estuaire.test").await;
    let form = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("host", "evil.test"),
        ("x-forwarded-host", "evil.test"),
    ];
    let mut visitor = app.visitor();
    let two = b"email=ada%40estuaire.test&email=evil%40evil.test".to_vec();
    visitor.send(Method::POST, "/reset", &form, two).await.has_status(400);
    let comma = b"email=ada%40estuaire.test%2Cevil%40evil.test".to_vec();
    visitor.send(Method::POST, "/reset", &form, comma).await.has_status(422);
    visitor.send(Method::POST, "/reset", &form, b"email=ada%40estuaire.test".to_vec()).await.has_status(303);
    assert_eq!(count(&app, "select count(*) from letters").await, 1);
    assert_eq!(
        count(&app, "select count(*) from letters where text_body like '%http://parvis.test/reset/%'").await,
        1
    );
    for _ in 0..8 {
        visitor
            .send(Method::POST, "/reset", &form, b"email=ada%40estuaire.test".to_vec())
            .await
            .has_status(303);
    }
    assert_eq!(count(&app, "select count(*) from letters").await, 5);
}

#[tokio::test]
async fn pages_behind_a_secret_address_send_no_referrer() {
    let app = TestApp::start().await;
    account(&app, "Ada Martin", "ada@estuaire.test").await;
    app.visitor().post("/reset", &[("email", "ada@estuaire.test")]).await;
    let reset = link(&app, "ada@estuaire.test", "reset").await;
    let mut visitor = app.visitor();
    visitor.visit(&reset).await.has_status(200);
    assert_eq!(visitor.page.headers["referrer-policy"], "no-referrer");
    visitor.post(&reset, &[("password", "court")]).await.has_status(422);
    assert_eq!(visitor.page.headers["referrer-policy"], "no-referrer");
}

#[tokio::test]
async fn another_password_ends_the_other_sessions_and_keeps_this_one() {
    let app = TestApp::start().await;
    account(&app, "Ada Martin", "ada@estuaire.test").await;
    let (mut here, mut there) = (app.visitor(), app.visitor());
    sign_in(&mut here, "ada@estuaire.test", PASSWORD).await;
    sign_in(&mut there, "ada@estuaire.test", PASSWORD).await;
    here.visit("/settings/password")
        .await
        .fill("Mot de passe actuel", "faux")
        .fill("Nouveau mot de passe", "le vent se leve");
    here.press("Changer le mot de passe")
        .await
        .has_status(422)
        .sees("Ce n'est pas votre mot de passe actuel");
    here.fill("Mot de passe actuel", PASSWORD).fill("Nouveau mot de passe", "le vent se leve");
    here.press("Changer le mot de passe").await.has_status(200).sees("Votre mot de passe est changé");
    there.visit("/settings").await.sees("Mot de passe oublié");
}

#[tokio::test]
async fn sessions_are_listed_and_ended_by_their_owner_alone() {
    let app = TestApp::start().await;
    account(&app, "Ada Martin", "ada@estuaire.test").await;
    let (mut here, mut there) = (app.visitor(), app.visitor());
    sign_in(&mut here, "ada@estuaire.test", PASSWORD).await;
    sign_in(&mut there, "ada@estuaire.test", PASSWORD).await;
    here.visit("/settings/sessions").await.sees("Cet appareil");
    let action = here.attribute("form[action$='/end']", "action").unwrap();
    let mut bob = app.signed_in("Bob").await;
    bob.post(&action, &[]).await.has_status(404);
    there.visit("/settings").await.sees("Paramètres");
    here.post(&action, &[]).await.has_status(200).sees("La session est fermée");
    there.visit("/settings").await.sees("Mot de passe oublié");
}

#[tokio::test]
async fn another_address_counts_once_it_is_proven() {
    let app = TestApp::start().await;
    account(&app, "Ada Martin", "ada@estuaire.test").await;
    let mut ada = app.visitor();
    sign_in(&mut ada, "ada@estuaire.test", PASSWORD).await;
    app.visitor().post("/reset", &[("email", "ada@estuaire.test")]).await;
    ada.visit("/settings/email")
        .await
        .fill("Nouvelle adresse", "lovelace@estuaire.test")
        .fill("Mot de passe actuel", PASSWORD);
    ada.press("Envoyer le lien de confirmation").await.has_status(200).sees("lovelace@estuaire.test");
    let confirm = link(&app, "lovelace@estuaire.test", "confirm-email").await;
    ada.visit(&confirm).await.has_status(200);
    assert_eq!(
        count(&app, "select count(*) from members where email = 'ada@estuaire.test'").await,
        1,
        "looking changes nothing"
    );
    ada.press("Confirmer cette adresse").await.has_status(200);
    assert_eq!(count(&app, "select count(*) from members where email = 'lovelace@estuaire.test'").await, 1);
    let old = link(&app, "ada@estuaire.test", "reset").await;
    app.visitor().visit(&old).await.has_status(404);
    assert_eq!(
        count(
            &app,
            "select count(*) from letters where kind = 'email_changed' and to_address = 'ada@estuaire.test'"
        )
        .await,
        1
    );
}

#[tokio::test]
async fn a_new_house_gets_its_first_administrator_once() {
    let app = TestApp::start().await;
    let first = accounts::first_administrator_link(&app.app).await.unwrap().unwrap();
    let second = accounts::first_administrator_link(&app.app).await.unwrap().unwrap();
    let path = |link: &str| link.replace("http://parvis.test", "");
    let mut visitor = app.visitor();
    visitor.visit(&path(&first)).await.has_status(404);
    visitor
        .visit(&path(&second))
        .await
        .fill("Prénom et nom", "Ada")
        .fill("Adresse e-mail", "ada@estuaire.test");
    visitor.fill("Mot de passe", PASSWORD).press("Créer le compte administrateur").await;
    visitor.visit("/admin/invitations").await.has_status(200);
    app.visitor().visit(&path(&second)).await.has_status(404);
    assert_eq!(accounts::first_administrator_link(&app.app).await.unwrap(), None);
}

#[tokio::test]
async fn display_settings_show_on_the_next_page() {
    let app = TestApp::start().await;
    let mut ada = app.signed_in("Ada").await;
    ada.visit("/settings/display")
        .await
        .choose("Sombre")
        .choose("Renforcé")
        .press("Enregistrer")
        .await
        .has_status(200);
    ada.has("html[data-theme='dark'][data-contrast='more']");
    ada.post("/settings/display", &[("theme", "neon"), ("contrast", "more"), ("text_size", "100")])
        .await
        .has_status(422);
    ada.post("/settings/theme", &[("theme", "light"), ("next", "/settings")])
        .await
        .has("html[data-theme='light']");
}
